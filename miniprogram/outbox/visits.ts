import type { Instant, ReviewScore } from '#shared/assessment/assessment'
import type { SupplementView } from '#shared/contract/assessment-contract'
import type { ReturnOnVisit, SavedVisit, SaveVisit, VisitPack, VisitVerdict } from '#shared/contract/visit-contract'
import type { Problem } from '#shared/errors/problems'
import type { ItemId } from '#shared/rubric/rubric'
import type { Box } from './box'

/** One call takes so many suggestions. */
const MOST_ENTRIES = 100

/** Which item of which unit, on whose visit. */
export interface VisitPlace {
  cycleId: string
  groupId: string
  unitId: string
  itemId: ItemId
}

/** What a member notes of an item: whether they look at it, and the score they would give. */
export interface VisitNote {
  looking: boolean
  score: ReviewScore | null
  at: Instant
  operationId: string
}

/** A note stays after it was sent: without network the page has no other copy of it. */
export interface PendingVisitNote extends VisitPlace {
  note: VisitNote
  /** Under way: sent again as it is until its fate is known, whatever is typed meanwhile. */
  sent: VisitNote | null
  isKept: boolean
  problem: Problem | null
}

/** 限期补充 said on the spot; frozen from the beginning. */
export interface PendingVisitReturn {
  input: ReturnOnVisit
  /** When it was said, by the phone's clock. */
  at: Instant
  /** As the county took it; null while it waits. */
  taken: SupplementView | null
  problem: Problem | null
}

export function visitKey({ cycleId, groupId, unitId, itemId }: VisitPlace): string {
  return `${cycleId}:${groupId}:${unitId}:${itemId}`
}

/** What the member has so far; it replaces what has not been sent. */
export function enterVisitNote(box: Box, place: VisitPlace, note: VisitNote): Box {
  const key = visitKey(place)
  const { cycleId, groupId, unitId, itemId } = place
  const sent = box.visitNotes[key]?.sent ?? null
  const pending = { cycleId, groupId, unitId, itemId, note, sent, isKept: false, problem: null }
  return { ...box, visitNotes: { ...box.visitNotes, [key]: pending } }
}

/** Freezes the notes of the first group that has any to send, and answers the call that carries them. */
export function freezeVisitNotes(box: Box): { frozen: Box; call: SaveVisit | null } {
  const waiting = Object.values(box.visitNotes).filter(({ isKept, problem }) => !isKept && problem === null)
  const [first] = waiting
  if (!first) return { frozen: box, call: null }
  const { cycleId, groupId } = first
  const going = waiting.filter(of => of.cycleId === cycleId && of.groupId === groupId).slice(0, MOST_ENTRIES)
  const sent = going.map(pending => ({ ...pending, sent: pending.sent ?? pending.note }))
  const frozen = {
    ...box,
    visitNotes: { ...box.visitNotes, ...Object.fromEntries(sent.map(of => [visitKey(of), of])) },
  }
  const entries = sent.map(({ unitId, itemId, sent: { operationId, looking, score } }) => {
    return { operationId, unitId, itemId, looking, score }
  })
  return { frozen, call: { cycleId, groupId, entries } }
}

/** What became of one note. What was typed after it was sent goes next. */
export function judgeVisitNote(box: Box, verdict: VisitVerdict): Box {
  const found = Object.values(box.visitNotes).find(({ sent }) => sent?.operationId === verdict.operationId)
  if (!found) return box
  const isLatest = found.note.operationId === verdict.operationId
  const problem = isLatest && verdict.kind === 'refused' ? verdict.problem : null
  const judged = { ...found, sent: null, isKept: isLatest && verdict.kind === 'kept', problem }
  return { ...box, visitNotes: { ...box.visitNotes, [visitKey(found)]: judged } }
}

/** What the county says of the others, for the units of this call: who no longer looks is no longer named. */
export function noteOthers(box: Box, { cycleId, groupId, entries }: SaveVisit, others: SavedVisit['others']): Box {
  const units = [...new Set(entries.map(({ unitId }) => unitId))]
  const named = units.map(unitId => [
    othersKey({ cycleId, groupId, unitId }),
    others.filter(other => other.unitId === unitId).map(({ itemId, memberName }) => ({ itemId, memberName })),
  ])
  return { ...box, visitOthers: { ...box.visitOthers, ...Object.fromEntries(named) } }
}

export function othersKey({ cycleId, groupId, unitId }: Omit<VisitPlace, 'itemId'>): string {
  return `${cycleId}:${groupId}:${unitId}`
}

export function enterVisitReturn(box: Box, input: ReturnOnVisit, at: Instant): Box {
  const said = { input, at, taken: null, problem: null }
  return { ...box, visitReturns: { ...box.visitReturns, [input.operationId]: said } }
}

export function nextVisitReturn(box: Box): ReturnOnVisit | null {
  const waiting = Object.values(box.visitReturns).find(({ taken, problem }) => taken === null && problem === null)
  return waiting?.input ?? null
}

export function judgeVisitReturn(
  box: Box,
  operationId: string,
  fate: Pick<PendingVisitReturn, 'taken' | 'problem'>,
): Box {
  const found = box.visitReturns[operationId]
  return found ? { ...box, visitReturns: { ...box.visitReturns, [operationId]: { ...found, ...fate } } } : box
}

/** Gives up what the county refused; what is under way or taken stays. */
export function dropVisitNote(box: Box, key: string): Box {
  return { ...box, visitNotes: without(box.visitNotes, note => note.problem !== null && visitKey(note) === key) }
}

export function dropVisitReturn(box: Box, operationId: string): Box {
  const isGone = ({ input, problem }: PendingVisitReturn) => problem !== null && input.operationId === operationId
  return { ...box, visitReturns: without(box.visitReturns, isGone) }
}

/** A newer pack brings back what the county keeps: the box need not hold it any longer. */
export function forgetVisited(box: Box, pack: VisitPack): Box {
  const isBack = ({ unitId, itemId, groupId, cycleId }: VisitPlace) =>
    groupId === pack.groupId && cycleId === pack.cycle.cycleId && hasMine(pack, unitId, itemId)
  const isShown = ({ input, taken }: PendingVisitReturn) =>
    taken !== null && pack.units.some(unit => unit.supplements[input.itemId]?.at === taken.at)
  return {
    ...box,
    visitNotes: without(box.visitNotes, note => note.isKept && isBack(note)),
    visitReturns: without(box.visitReturns, isShown),
  }
}

function hasMine(pack: VisitPack, unitId: string, itemId: ItemId): boolean {
  const unit = pack.units.find(candidate => candidate.unitId === unitId)
  return unit?.suggestions.some(suggestion => suggestion.mine && suggestion.itemId === itemId) ?? false
}

function without<Entry>(entries: Record<string, Entry>, isGone: (entry: Entry) => boolean): Record<string, Entry> {
  return Object.fromEntries(Object.entries(entries).filter(([, entry]) => !isGone(entry)))
}
