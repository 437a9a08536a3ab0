import Taro from '@tarojs/taro'
import { useState } from 'react'
import { filesIn } from '#shared/materials/manifest'
import { ask } from '../../backend/ask'
import type { Box, SheetKey } from '../../outbox/box'
import { announce, isWords } from '../../outbox/manifest'
import type { ShownMaterial } from '../../outbox/overlay'
import { useBox, useOutbox } from '../../outbox/use-outbox'
import { machineName } from '../../platform/machine-name'
import { type OpenSheet, useOwnSheet } from '../own/use-own-sheet'

/** What the red button of this page does. */
export type Handing = 'submit' | 'send-to-chair' | 'fill' | 'nothing'

/**
 * 检查与报送: everything that is typed reaches the county first, so that what is handed in is what was seen. Pictures that
 * are still on their way are announced, and nobody waits for them.
 */
export function useSubmit() {
  const own = useOwnSheet()
  const { open } = own
  const { sendWords } = useOutbox(open?.sheetKey ?? '')
  const box = useBox()
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const waiting = heldHere(box, open?.sheetKey ?? '')

  const hand = async (way: 'submit' | 'send-to-chair') => {
    if (!open || isBusy) return
    setBusy(true)
    setWrong(null)
    const { cycle, unit } = open.sheet
    const manifest = await sendWords()
    if (!manifest) {
      setBusy(false)
      return setWrong(`还有填的没传到县总，都在${machineName()}里，没有丢。有信号后再点一次。`)
    }
    const asked = await ask(`assessment.${way}`, { cycleId: cycle.cycleId, unitId: unit.unitId, manifest })
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
  const isOriginal = ({ files, local }: ShownMaterial) => files.length + local.length === 0
  return {
    pages: all.reduce((sum, { files }) => sum + files.length, 0),
    originals: all.filter(isOriginal).length,
  }
}

/** What this machine still holds of the sheet: words, which go first; pictures, which may follow; what was refused. */
export interface HeldHere {
  words: number
  pictures: number
  refused: number
}

function heldHere(box: Box, sheetKey: SheetKey): HeldHere {
  const operations = box.materials[sheetKey] ?? []
  return {
    words: Object.keys(box.selfScores[sheetKey] ?? {}).length + operations.filter(isWords).length,
    pictures: filesIn(announce(operations)),
    refused: operations.filter(({ problem }) => problem !== null).length,
  }
}
