import { listUnchecked, markUnchecked, noteChecked } from '../repositories/assessments'
import { forgetPending, keepChecks, listForgotten, noteGone, readChecks } from '../repositories/content-checks'
import { askAboutContent } from './ask-about-content'
import { changesOfGone, contentToCheck, RESULT_MILLISECONDS } from './content-to-check'
import type { Step } from './step'
import { tellHeld } from './tell-held'

/** A sheet is up to 60 KB. */
const SHEETS = 10
const ASKED_AT_ONCE = 50

/**
 * Pictures and texts that others see go to WeChat. Whatever changes a sheet leaves its operation id there as a mark, in
 * the same write: it costs no round trip, cannot be forgotten, and is taken away only where it still is the same.
 */
export const checkContent: Step = {
  name: 'check-content',
  async run({ now }) {
    const sheets = await listUnchecked(SHEETS)
    let room = ASKED_AT_ONCE
    for (const sheet of sheets) {
      const checks = await readChecks(sheet._id)
      const wanted = contentToCheck(sheet, checks, now)
      const chosen = wanted.slice(0, room)
      room -= chosen.length
      const asked = await askAboutContent(chosen, now)
      if (chosen.length > 0) {
        await tellHeld(sheet, chosen, asked, now)
        await keepChecks(sheet, asked, now)
      }
      // WeChat is down, or too much was asked for: the next run goes on.
      if (!asked.isComplete) return null
      if (chosen.length < wanted.length) return 'more'
      await noteGone(sheet._id, changesOfGone(sheet, checks))
      await noteChecked(sheet)
    }
    return sheets.length < SHEETS ? null : 'more'
  },
}

/** A result that never came is asked for again: the sheet is marked as if it had just changed. */
export const askAgain: Step = {
  name: 'ask-again',
  async run({ now }) {
    const forgotten = await listForgotten(now - RESULT_MILLISECONDS, SHEETS)
    for (const { _id } of forgotten) {
      await markUnchecked(_id)
      await forgetPending(_id)
    }
    return forgotten.length < SHEETS ? null : 'more'
  },
}
