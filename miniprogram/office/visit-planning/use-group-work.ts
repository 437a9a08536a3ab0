import Taro from '@tarojs/taro'
import { useMemo, useState } from 'react'
import type { VisitGroupList } from '#shared/contract/visit-contract'
import type { Problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'
import { type GroupDraft, groupRequest, plannedVisits } from './group-draft'

interface GroupWorkOf {
  cycleId: string
  list: VisitGroupList
  begun: GroupDraft
  onSaved: () => Promise<void>
  onClose: () => void
}

/** Making or changing one 考核组: what is written, what is wrong with it, saving it. */
export function useGroupWork({ cycleId, list, begun, onSaved, onClose }: GroupWorkOf) {
  const [draft, setDraft] = useState(begun)
  const [openDay, setOpenDay] = useState<number | null>(begun.revision === 0 ? (begun.days[0]?.key ?? null) : null)
  const [wasTried, setWasTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const request = groupRequest(draft, cycleId)
  // Said once the person wants to save, and gone as it is put right.
  const wrong = wasTried && 'faults' in request ? request : null
  const planned = useMemo(() => plannedVisits(list.groups, begun.groupId), [list.groups, begun.groupId])

  const change = (changed: GroupDraft) => {
    setDraft(changed)
    setRefusal(null)
  }

  async function save() {
    setWasTried(true)
    if ('faults' in request) return
    if (draft.revision > 0 && !(await confirmsChange(draft.name))) return
    setBusy(true)
    const asked = await ask('visit-group.save', request.input)
    setBusy(false)
    setRefusal(asked.ok ? null : asked.problem)
    if (!asked.ok) return
    await onSaved()
    onClose()
  }

  async function close() {
    if (draft !== begun) {
      const { confirm } = await Taro.showModal({
        title: '不保存就返回？',
        content: '刚才改的还没有保存，返回后就没有了。',
        cancelText: '接着改',
        confirmText: '返回',
      })
      if (!confirm) return
    }
    onClose()
  }

  const { people, units } = list
  return {
    draft,
    people,
    units,
    planned,
    change,
    openDay,
    setOpenDay,
    faults: wrong?.faults ?? null,
    faultCount: wrong?.count ?? 0,
    isBusy,
    refusal,
    save,
    close,
  }
}
export type GroupWork = ReturnType<typeof useGroupWork>

/** A pack on a phone does not learn of a new plan by itself. */
async function confirmsChange(name: string): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: `保存${name}的修改？`,
    content: '成员手机上已经下载的还是原来的日程，请他们打开考核组再下载一次。已经记的不会丢。',
    cancelText: '先不保存',
    confirmText: '保存',
  })
  return confirm
}
