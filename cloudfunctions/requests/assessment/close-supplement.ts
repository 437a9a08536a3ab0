import type { Instant } from '#shared/assessment/assessment'
import { isSupplementOpen } from '#shared/assessment/summarize'
import type { AnswerSupplement, Sheet } from '#shared/contract/assessment-contract'
import { findItem } from '#shared/rubric/rubric'
import { readWithHistory, type StoredSheet, answerSupplement as writeAnswer } from '../../repositories/assessments'
import { type Refusal, refuse } from '../../request-pipeline/refusal'
import { historyEntry } from './history-entry'
import { rubricOf } from './load-sheet'
import { type SeenSheet, sheetOf } from './sheet'

interface Answering {
  input: AnswerSupplement
  loaded: Omit<SeenSheet, 'rubric' | 'asker' | 'now'>
  asker: SeenSheet['asker']
  now: Instant
}

/**
 * What a department asked for has come: by the unit's own word while there is time, or on paper by the office's word,
 * whenever it notes it. The history then names the person of the office and the unit.
 */
export async function closeSupplement(
  { input, loaded, asker, now }: Answering,
  way: 'phone' | 'paper',
): Promise<Sheet | Refusal> {
  const { itemId, operationId } = input
  const { assessment, unit } = loaded
  const rubric = await rubricOf(assessment)
  const item = findItem(rubric, itemId)
  if (!item) return refuse('item.unknown')
  const { number } = item
  const assessed = assessment.items[itemId]
  const supplement = assessed?.supplement
  if (!supplement || !isSupplementOpen(assessed)) {
    const current = await readWithHistory(assessment._id)
    const isRepeated = current?.history.some(entry => entry.operationId === operationId && entry.itemId === itemId)
    return isRepeated ? sheetOf({ ...loaded, rubric, asker, now }) : refuse('supplement.not-asked', { number })
  }
  const onPaper = way === 'paper'
  if (!onPaper && now > supplement.until) return refuse('supplement.closed', { number })
  const entry = historyEntry(asker, now, {
    operationId,
    body: input,
    itemId,
    part: 'supplement',
    revision: 0,
    from: supplement,
    to: onPaper ? { answeredBy: unit.name } : 'answered',
    ...(onPaper ? { fromPaper: true } : {}),
  })
  const answer = { answeredAt: now, ...(onPaper ? { answeredOnPaper: true as const } : {}) }
  if (!(await writeAnswer(assessment, itemId, supplement, answer, entry))) return refuse('server.busy')
  return sheetOf({ ...loaded, assessment: withAnswer(assessment, itemId, answer), rubric, asker, now })
}

function withAnswer(
  assessment: StoredSheet,
  itemId: string,
  answer: { answeredAt: Instant; answeredOnPaper?: true },
): StoredSheet {
  const { items, summary } = assessment
  const assessed = items[itemId]
  if (!assessed?.supplement) return assessment
  return {
    ...assessment,
    items: { ...items, [itemId]: { ...assessed, supplement: { ...assessed.supplement, ...answer } } },
    summary: { ...summary, supplementsOpen: summary.supplementsOpen - 1 },
  }
}
