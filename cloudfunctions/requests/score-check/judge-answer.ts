import type { Decision } from '#shared/assessment/assessment'
import { isDoubtOpen, type ScoreDoubt } from '#shared/assessment/score-doubt'
import type { AnswerScoreDoubt } from '#shared/contract/score-check-contract'
import { findItem, type Item } from '#shared/rubric/rubric'
import { randomId } from '../../infrastructure/secrets'
import type { ReviewedRow } from '../../repositories/assessment-reviews'
import type { DoubtWrite } from '../../repositories/assessment-score-check'
import type { DecisionWrite } from '../../repositories/decision-changes'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { historyEntry } from '../assessment/history-entry'
import { type Deciding, judgeDecision } from '../review/judge-decision'

/** What one answer means for the sheet as it stands. Only a 疑问 that waits opens a score again, and only its own. */
export function judgeAnswer(input: AnswerScoreDoubt, row: ReviewedRow, deciding: Deciding): DoubtWrite | Refusal {
  const { departmentId, itemId } = input
  const item = findItem(deciding.rubric, itemId)
  if (!item) return refuse('item.unknown')
  if (item.department !== departmentId) return refuse('permission.denied')
  const { number } = item
  const before = row.items[itemId]?.doubt
  if (!before || before.revision !== input.revision)
    return refuse(before ? 'score-doubt.stale' : 'score-doubt.not-waiting', { number })
  if (!isDoubtOpen({ doubt: before })) return refuse('score-doubt.not-waiting', { number })
  const standing = row.items[itemId]?.reviews?.[departmentId]
  const decision = input.answer.kind === 'changed' ? changeOf(input, item, row, deciding) : null
  if (decision instanceof Refusal) return decision
  return doubtWrite(input, before, standing, decision, deciding)
}

/** The new 定分, judged as any other but for the time: the department's is over, the doubt has opened this one. */
function changeOf(
  { unitId, itemId, answer }: AnswerScoreDoubt,
  item: Item,
  row: ReviewedRow,
  deciding: Deciding,
): DecisionWrite | Refusal | null {
  if (answer.kind !== 'changed') return null
  // Its own entry in the history; the operation that the phone knows is the answer's.
  const change = { ...answer.decision, operationId: randomId(), unitId, itemId }
  const judged = judgeDecision(change, row, { ...deciding, isDoubted: true })
  if ('refused' in judged) return new Refusal(judged.refused)
  if ('stale' in judged) return new Refusal(judged.stale)
  const { before, after } = judged.write
  const isSame = before?.score === after.score && before?.notApplicableAgreed === after.notApplicableAgreed
  return isSame ? refuse('score-doubt.same-score', { number: item.number }) : judged.write
}

function doubtWrite(
  input: AnswerScoreDoubt,
  before: ScoreDoubt,
  standing: Decision | undefined,
  decision: DecisionWrite | null,
  { asker, now }: Deciding,
): DoubtWrite {
  const { itemId, departmentId, operationId, answer } = input
  const { kind, text } = answer
  const signature = { name: asker.name, memberId: asker.memberId, at: now }
  const revision = before.revision + 1
  const entry = historyEntry(asker, now, {
    ...{ operationId, body: input, itemId, part: `doubt:${departmentId}`, revision },
    // Why the score is another, beside the 定分's own entry.
    from: { state: before.state, text: before.text, score: standing?.score ?? null },
    to: { state: 'answered', kind, text, score: (decision?.after ?? standing)?.score ?? null },
  })
  const after: ScoreDoubt = { ...before, revision, state: 'answered', answer: { kind, text, signature } }
  return { itemId, before, after, decision, entries: decision ? [entry, decision.entry] : [entry] }
}
