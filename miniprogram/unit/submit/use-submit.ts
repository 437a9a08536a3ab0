import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ask } from '../../backend/ask'
import { useBox, useOutbox } from '../../outbox/use-outbox'
import { machineName } from '../../platform/machine-name'
import { pagesOf } from '../own/sheet-rows'
import { type OpenSheet, useOwnSheet } from '../own/use-own-sheet'

/** What the red button of this page does. */
export type Handing = 'submit' | 'send-to-chair' | 'fill' | 'nothing'

/** 检查与报送: everything that is typed reaches the county first, so that what is handed in is what was seen. */
export function useSubmit() {
  const own = useOwnSheet()
  const { open } = own
  const { sendAll } = useOutbox(open?.sheetKey ?? '')
  const box = useBox()
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const waiting = open ? waitingOf(box, open.sheetKey) : 0

  const hand = async (way: 'submit' | 'send-to-chair') => {
    if (!open || isBusy) return
    setBusy(true)
    setWrong(null)
    const { cycle, unit } = open.sheet
    const isSent = await sendAll()
    if (!isSent) {
      setBusy(false)
      return setWrong(`还有没传到县总的，都在${machineName()}里，没有丢。有信号后再点一次。`)
    }
    const asked = await ask(`assessment.${way}`, { cycleId: cycle.cycleId, unitId: unit.unitId })
    setBusy(false)
    if (!asked.ok) return setWrong(asked.problem.message)
    open.replace(asked.output)
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return { own, isBusy, wrong, waiting, hand }
}

/** What this person can do with the sheet as it stands, as the server's abilities say. */
export function handingOf({ sheet, picture }: OpenSheet): Handing {
  const { abilities } = sheet
  const canHand = abilities['assessment.submit'] || abilities['assessment.send-to-chair']
  if (!canHand) return 'nothing'
  if (picture.missing.unfilled.length > 0) return 'fill'
  return abilities['assessment.submit'] ? 'submit' : 'send-to-chair'
}

/** Pages that the county has, and originals that were only named. */
export function materialCounts({ sheet }: OpenSheet): { pages: number; originals: number } {
  const all = Object.values(sheet.materials)
  const pictured = all.filter(({ files, local }) => files.length + local.length > 0)
  return {
    pages: pictured.reduce((sum, material) => sum + pagesOf(material), 0),
    originals: all.length - pictured.length,
  }
}

function waitingOf(box: ReturnType<typeof useBox>, sheetKey: string): number {
  return Object.keys(box.selfScores[sheetKey] ?? {}).length + (box.materials[sheetKey]?.length ?? 0)
}
