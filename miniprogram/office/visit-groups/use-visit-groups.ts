import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { VisitGroupView } from '#shared/contract/visit-contract'
import type { Problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'
import { useIdentity } from '../../backend/identity'
import { useRequest } from '../../backend/use-request'
import { useVisitRecord } from '../../backend/use-visit-record'
import { random } from '../../platform/random'
import { statusOf } from '../frame/use-office'
import { draftOf, type GroupDraft, newGroup, plannedVisits } from '../visit-planning/group-draft'

/** 考核组: all of the cycle, the one being changed, and removing one. */
export function useVisitGroups() {
  const { whoAmI } = useIdentity()
  const cycle = whoAmI?.cycle ?? null
  const asked = useRequest('visit-group.list', cycle ? { cycleId: cycle.cycleId } : null)
  const [editing, setEditing] = useState<GroupDraft | null>(null)
  const record = useVisitRecord()
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const list = asked.output
  const planned = list ? plannedVisits(list.groups, null) : new Map<string, string>()

  const begin = (draft: GroupDraft) => {
    setRefusal(null)
    setEditing(draft)
  }

  async function remove({ groupId, revision, name }: VisitGroupView) {
    if (!cycle) return
    const { confirm } = await Taro.showModal({
      title: `删掉${name}？`,
      content: '成员的首页上不再有这个组。已经有人记过的组删不掉。',
      cancelText: '不删',
      confirmText: '删掉',
    })
    if (!confirm) return
    const answer = await ask('visit-group.remove', { cycleId: cycle.cycleId, groupId, revision })
    setRefusal(answer.ok ? null : answer.problem)
    await asked.reload()
  }

  return {
    status: whoAmI && !cycle ? ('none' as const) : statusOf(asked),
    asked,
    cycleId: cycle?.cycleId ?? '',
    list,
    unplanned: list?.units.filter(({ unitId }) => !planned.has(unitId)) ?? [],
    editing,
    add: () => begin(newGroup(random.newId(), list?.groups ?? [])),
    change: (group: VisitGroupView) => begin(draftOf(group)),
    close: () => setEditing(null),
    remove,
    refusal,
    record,
    makeRecord: (groupId: string, unitId: string) => record.ask({ cycleId: cycle?.cycleId ?? '', groupId, unitId }),
  }
}
