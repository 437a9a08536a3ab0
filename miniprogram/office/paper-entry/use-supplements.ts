import Taro from '@tarojs/taro'
import { useState } from 'react'
import { isSupplementOpen } from '#shared/assessment/summarize'
import type { Problem } from '#shared/errors/problems'
import { type Item, itemsOf } from '#shared/rubric/rubric'
import { ask } from '../../backend/ask'
import { random } from '../../platform/random'
import type { CountySheet } from '../paper-sheet/use-county-sheet'

/** What departments still wait for from this unit, and noting that it was brought on paper. */
export function useSupplements({ held, reload }: CountySheet, onNoted: () => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const open = !held?.sheet.abilities['paper.supplement']
    ? []
    : itemsOf(held.rubric).flatMap(item => {
        const answered = held.sheet.items[item.id]
        return answered?.supplement && isSupplementOpen(answered) ? [{ item, supplement: answered.supplement }] : []
      })

  /** Asks first: the department no longer waits for it then. */
  async function note({ id: itemId, number }: Item) {
    if (!held || busy) return
    const { cycle, unit } = held.sheet
    const { confirm } = await Taro.showModal({
      title: `第${number}项的纸质资料交到了？`,
      content: `${unit.name}　第${number}项不再等补充，部室看到「考核办代办：交了纸质资料」，历史里留您和单位的名。记上后不能收回。`,
      cancelText: '还没交',
      confirmText: '交到了',
    })
    if (!confirm) return
    setBusy(true)
    const of = { cycleId: cycle.cycleId, unitId: unit.unitId, itemId, operationId: random.newId() }
    const asked = await ask('paper.supplement', of)
    setRefusal(asked.ok ? null : asked.problem)
    await Promise.all([reload(), onNoted()])
    setBusy(false)
  }

  return { open, note, busy, refusal }
}
