import type { DecisionChange } from '#shared/contract/review-contract'
import { findItem, itemsOf, type Rubric } from '#shared/rubric/rubric'
import { readWordFile } from '../../documents/word-file'
import { type County, cycleId } from '../county'
import { change, newId } from './sheets'

/** A 自评 or 定分 other than full marks: hundredths taken off, or why it is 不涉及. */
export type Answers = Record<string, number | string>

export function selfScores(rubric: Rubric, answers: Answers) {
  return itemsOf(rubric).map(({ id, points }) => {
    const answer = answers[id] ?? 0
    return typeof answer === 'string'
      ? change(id, { score: null, notApplicable: answer })
      : change(id, { score: points - answer })
  })
}

export function decisionOf(rubric: Rubric, unitId: string, itemId: string, off: number | 'agreed'): DecisionChange {
  const points = findItem(rubric, itemId)?.points ?? 0
  const deducted = off !== 'agreed' && off > 0
  return {
    operationId: newId(),
    unitId,
    itemId,
    revision: 0,
    seenSelfRevision: 1,
    score: off === 'agreed' ? null : points - off,
    notApplicableAgreed: off === 'agreed',
    reasons: deducted ? [{ phrase: '没有完成任务数', points: off }] : [],
    seen: deducted ? ['phone-materials', 'originals'] : [],
    comment: '',
  }
}

/** What the office sees of a unit at the end: its row, and the total as printed, the last row of the Word file. */
export function officeEyes(county: () => County) {
  return {
    async printedTotals(unitId: string, kind: 'self' | 'scored', openid = 'office') {
      const { address, fileName } = await county().as(openid).get('document.make', { kind, cycleId, unitId })
      const file = readWordFile(new Uint8Array(await (await fetch(address)).arrayBuffer()))
      return { fileName, file, totals: file.rows.at(-1)?.cells.map(cell => cell.text) }
    },
    async rowOf(unitId: string) {
      const { units } = await county().as('office').get('office.overview', { cycleId })
      return units.find(unit => unit.unitId === unitId)
    },
  }
}
