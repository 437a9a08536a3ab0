import type { ReviewScore, Seen } from '#shared/assessment/assessment'
import type { EnterReviewPaper, EnterSelfPaper } from '#shared/contract/office-contract'
import type { SelfScoreDraft } from '#shared/scoring/check-self-score'
import type { Entry } from './entry'
import type { EntryRow } from './entry-rows'
import { readWritten } from './written-score'

/** What a row of the unit's sheet says as 自评. What cannot be read as a score is told apart before this is asked. */
export function asSelfScore({ shown }: EntryRow): SelfScoreDraft {
  const answer = readWritten(shown.written)
  if (answer === 'not-applicable') return { score: null, notApplicable: shown.explanation, remark: '' }
  const score = answer === null || answer === 'unreadable' ? null : answer.score
  return { score, notApplicable: null, remark: shown.explanation }
}

/**
 * What a row of a department's sheet says as 定分. A paper sheet gives one 扣分说明 a row, so the whole gap is its
 * points; above the maximum there is no gap, and the check says so. The same words say why a score is not what the
 * county's records yield; the server keeps them for that only where it is not.
 */
export function asDecision({ item, shown }: EntryRow, seen: readonly Seen[]): ReviewScore {
  const answer = readWritten(shown.written)
  const score = answer === null || typeof answer === 'string' ? null : answer.score
  const gap = score === null ? 0 : item.points - score
  const words = shown.explanation.trim()
  return {
    score,
    notApplicableAgreed: answer === 'not-applicable',
    reasons: gap > 0 && words !== '' ? [{ phrase: words, points: gap }] : [],
    ...(words === '' ? {} : { departure: words }),
    seen: [...seen],
    comment: gap > 0 ? '' : words,
  }
}

interface Parties {
  cycleId: string
  unitId: string
  /** Makes one operation id; random. */
  operationId: () => string
}

/** `paper.enter-self` of what was typed. */
export function selfRequest(rows: readonly EntryRow[], entry: Entry, parties: Parties): EnterSelfPaper {
  const { operationId, ...unit } = parties
  return {
    ...unit,
    operationId: operationId(),
    sheets: entry.sheets.map(sheet => sheet.ticketId),
    note: entry.note.trim(),
    submit: entry.submit,
    changes: rowsToSend(rows).map(row => ({
      operationId: operationId(),
      itemId: row.item.id,
      revision: row.shown.upon,
      ...asSelfScore(row),
    })),
  }
}

/** `paper.enter-review` of what was typed. */
export function reviewRequest(
  rows: readonly EntryRow[],
  entry: Entry,
  parties: Parties & { departmentId: string },
): EnterReviewPaper {
  const { operationId, ...department } = parties
  return {
    ...department,
    operationId: operationId(),
    sheets: entry.sheets.map(sheet => sheet.ticketId),
    note: entry.note.trim(),
    decisions: rowsToSend(rows).map(row => ({
      operationId: operationId(),
      unitId: parties.unitId,
      itemId: row.item.id,
      revision: row.shown.upon,
      seenSelfRevision: row.selfRevision,
      ...asDecision(row, entry.seen),
    })),
  }
}

/** The touched rows; where the paper says just what the phone said, all filled rows, so that the paper confirms them. */
export function rowsToSend(rows: readonly EntryRow[]): EntryRow[] {
  const touched = rows.filter(row => row.touched)
  return touched.length > 0 ? touched : rows.filter(row => row.confirmed && row.shown.written.trim() !== '')
}
