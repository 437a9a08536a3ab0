import type { Instant, SelfScore } from '#shared/assessment/assessment'
import { isSupplementOpen } from '#shared/assessment/summarize'
import { lookAtSelf } from '#shared/content/look-at'
import type { SelfScoreChange, SelfScoreView } from '#shared/contract/assessment-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { findItem, type Item, type Rubric } from '#shared/rubric/rubric'
import { checkSelfScore } from '#shared/scoring/check-self-score'
import type { Actor } from '../../permissions/permission'
import type { SelfScoreWrite } from '../../repositories/assessment-self-scores'
import type { StoredSheet } from '../../repositories/assessments'
import type { HeldTexts } from '../../repositories/content-checks'
import type { Judgement } from '../changes/settle-changes'
import { readingOf } from '../views/reading'
import { selfScoreView } from '../views/sheet-view'
import { historyEntry } from './history-entry'

interface Filling {
  rubric: Rubric
  held: HeldTexts
  asker: Actor
  now: Instant
  /** The office types a stamped sheet (代录). */
  fromPaper?: true
}

/** What one change of a 自评 means for the sheet as it stands. Pure. */
export function judgeSelfScore(
  change: SelfScoreChange,
  sheet: StoredSheet,
  filling: Filling,
): Judgement<SelfScoreView | null, SelfScoreWrite> {
  const item = findItem(filling.rubric, change.itemId)
  if (!item) return { refused: problem('item.unknown') }
  const refused = checkSelfScore(item, change) ?? closedFor(item, sheet, filling.now)
  if (refused) return { refused }
  const before = sheet.items[item.id]?.self
  if (change.revision !== (before?.revision ?? 0)) {
    return {
      stale: problem('item.stale', { number: item.number }),
      current: before ? standing(before, item, sheet, filling) : null,
    }
  }
  return { write: writeOf(item, change, before, filling) }
}

function standing(self: SelfScore, { id }: Item, { unitId }: StoredSheet, { asker, held }: Filling): SelfScoreView {
  return selfScoreView(lookAtSelf(self, id, readingOf(asker, unitId, held)))
}

/** Once handed in, only an item that a department asked to supply can change, until the time it was given. */
function closedFor(item: Item, { stage, items }: StoredSheet, now: Instant): Problem | null {
  if (stage !== 'submitted' && stage !== 'checked') return null
  const assessed = items[item.id]
  if (!assessed?.supplement || !isSupplementOpen(assessed)) return problem('assessment.already-submitted')
  return now <= assessed.supplement.until ? null : problem('supplement.closed', { number: item.number })
}

function writeOf(
  item: Item,
  change: SelfScoreChange,
  before: SelfScore | undefined,
  { asker, now, fromPaper }: Filling,
): SelfScoreWrite {
  const revision = change.revision + 1
  const value = statedScore(change)
  const paper = fromPaper ? { fromPaper } : {}
  return {
    item,
    before,
    after: { revision, ...value, signature: { name: asker.name, memberId: asker.memberId, at: now, ...paper } },
    entry: historyEntry(asker, now, {
      operationId: change.operationId,
      body: change,
      itemId: item.id,
      part: 'self',
      revision,
      from: before ? statedScore(before) : null,
      to: value,
      ...paper,
    }),
  }
}

function statedScore({ score, notApplicable, remark }: Pick<SelfScore, 'score' | 'notApplicable' | 'remark'>) {
  return { score, notApplicable, remark }
}
