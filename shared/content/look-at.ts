import type {
  AssessedItem,
  Decision,
  ReviewScore,
  SelfScore,
  Signature,
  SupplementRequest,
} from '../assessment/assessment'
import type { ScoreDoubt, ScoreDoubtAnswer } from '../assessment/score-doubt'
import type { Material } from '../materials/material'
import type { DoubtAnswer, RecordDoubt } from '../records/record'
import type { ItemId } from '../rubric/rubric'
import { type Look, type TextName, unitSide, type Written } from './written'

/** What was stored, read through a `Look`: views take nothing else, so that none can show a text that is held. */
export type Looked<Stored> = Stored & { held: boolean }

export interface LookedItem {
  self?: Looked<SelfScore>
  reviews?: Record<string, Looked<Decision>>
  supplement?: Looked<SupplementRequest>
  doubt?: LookedScoreDoubt
}
export type LookedScoreDoubt = Looked<Omit<ScoreDoubt, 'answer'>> & { answer: Looked<ScoreDoubtAnswer> | null }
export type LookedDoubt = Looked<Omit<RecordDoubt, 'answer'>> & { answer: Looked<DoubtAnswer> | null }

/** Reads these texts of one author; what is empty is nobody's words. */
function readAll<Field extends string>(
  words: Record<Field, string>,
  by: Omit<Written, 'name' | 'text'>,
  names: Record<NoInfer<Field>, TextName>,
  look: Look,
): { words: Record<Field, string>; held: boolean } {
  const read = { ...words }
  let held = false
  for (const field in words) {
    if (words[field] === '') continue
    const { text, held: isHeld } = look({ ...by, name: names[field], text: words[field] })
    read[field] = text
    held ||= isHeld
  }
  return { words: read, held }
}

const byOf = ({ memberId, at }: Pick<Signature, 'memberId' | 'at'>) => ({ author: memberId, at })

export function lookAtSelf(self: SelfScore, itemId: ItemId, look: Look): Looked<SelfScore> {
  const { remark, notApplicable } = self
  const by = { ...byOf(self.signature), side: unitSide, place: { itemId } }
  const names = { remark: 'remark', notApplicable: 'not-applicable' } as const
  const { words, held } = readAll({ remark, notApplicable: notApplicable ?? '' }, by, names, look)
  return {
    ...self,
    remark: words.remark,
    notApplicable: notApplicable === null ? null : words.notApplicable,
    held,
  }
}

const decidedNames = { reason: 'reason', departure: 'departure', comment: 'comment' } as const
const notedNames = { reason: 'visit-reason', departure: 'visit-departure', comment: 'visit-comment' } as const

/** A 定分 by default; what a 考核组 has noted by its own names. */
function lookAtScore<Score extends ReviewScore>(
  score: Score,
  by: Omit<Written, 'name' | 'text'>,
  names: Record<'reason' | 'departure' | 'comment', TextName>,
  look: Look,
): Looked<Score> {
  const { comment, departure = '' } = score
  const said = readAll({ departure, comment }, by, names, look)
  const reasons = score.reasons.map(({ phrase, points }) => {
    const read = readAll({ reason: phrase }, by, names, look)
    return { phrase: read.words.reason, points, held: read.held }
  })
  return {
    ...score,
    comment: said.words.comment,
    ...(score.departure === undefined ? {} : { departure: said.words.departure }),
    reasons: reasons.map(({ phrase, points }) => ({ phrase, points })),
    held: said.held || reasons.some(({ held }) => held),
  }
}

export function lookAtDecision(decision: Decision, itemId: ItemId, departmentId: string, look: Look): Looked<Decision> {
  return lookAtScore(
    decision,
    { ...byOf(decision.signature), side: departmentId, place: { itemId } },
    decidedNames,
    look,
  )
}

export function lookAtSupplement(asked: SupplementRequest, itemId: ItemId, look: Look): Looked<SupplementRequest> {
  const { reason, at, departmentId, groupName, askedBy } = asked
  const by = { author: askedBy ?? '', at, side: groupName || departmentId, place: { itemId } }
  const { words, held } = readAll({ reason }, by, { reason: 'supplement' }, look)
  return { ...asked, reason: words.reason, held }
}

/** 疑问 about a score: the unit's words, and the department's in answer. */
function lookAtScoreDoubt(doubt: ScoreDoubt, itemId: ItemId, look: Look): LookedScoreDoubt {
  const { text, signature, answer, departmentId } = doubt
  const place = { itemId }
  const said = readAll({ text }, { ...byOf(signature), side: unitSide, place }, { text: 'score-doubt' }, look)
  if (!answer) return { ...doubt, text: said.words.text, held: said.held, answer: null }
  const by = { ...byOf(answer.signature), side: departmentId, place }
  const { words, held } = readAll({ text: answer.text }, by, { text: 'score-doubt-answer' }, look)
  return { ...doubt, text: said.words.text, held: said.held, answer: { ...answer, text: words.text, held } }
}

export function lookAtItem({ self, reviews, supplement, doubt }: AssessedItem, itemId: ItemId, look: Look): LookedItem {
  const decided = Object.entries(reviews ?? {}).map(([departmentId, decision]) => {
    return [departmentId, lookAtDecision(decision, itemId, departmentId, look)] as const
  })
  return {
    ...(self ? { self: lookAtSelf(self, itemId, look) } : {}),
    ...(reviews ? { reviews: Object.fromEntries(decided) } : {}),
    ...(supplement ? { supplement: lookAtSupplement(supplement, itemId, look) } : {}),
    ...(doubt ? { doubt: lookAtScoreDoubt(doubt, itemId, look) } : {}),
  }
}

export function lookAtItems(items: Readonly<Record<ItemId, AssessedItem>>, look: Look): Record<ItemId, LookedItem> {
  return Object.fromEntries(Object.entries(items).map(([itemId, item]) => [itemId, lookAtItem(item, itemId, look)]))
}

export function lookAtMaterial(material: Material, materialId: string, look: Look): Looked<Material> {
  const { name, documentNumber, whereabouts, signature } = material
  const by = { ...byOf(signature), side: unitSide, place: { materialId } }
  const names = { name: 'material-name', documentNumber: 'document-number', whereabouts: 'whereabouts' } as const
  const { words, held } = readAll({ name, documentNumber, whereabouts }, by, names, look)
  return { ...material, ...words, held }
}

export function lookAtMaterials(
  materials: Readonly<Record<string, Material>>,
  look: Look,
): Record<string, Looked<Material>> {
  const read = Object.entries(materials).map(([id, material]) => [id, lookAtMaterial(material, id, look)] as const)
  return Object.fromEntries(read)
}

/** 退给填报人: a chair's note, null where there is none. */
export function lookAtNote(
  { sentBackNote, sentBackBy }: { sentBackNote: string | null; sentBackBy?: Signature | null },
  look: Look,
): string | null {
  if (!sentBackNote) return sentBackNote
  const by = { author: sentBackBy?.memberId ?? '', at: sentBackBy?.at ?? 0, side: unitSide, place: {} }
  return readAll({ note: sentBackNote }, by, { note: 'sent-back' }, look).words.note
}

/** What one member of a 考核组 has noted of one item. */
export function lookAtNoted(
  score: ReviewScore,
  { itemId, ...by }: { itemId: ItemId; groupName: string; memberId: string; at: number },
  look: Look,
): Looked<ReviewScore> {
  const written = { ...byOf(by), side: by.groupName, place: { itemId } }
  return lookAtScore(score, written, notedNames, look)
}

export function lookAtDoubt(doubt: RecordDoubt, look: Look): LookedDoubt {
  const { text, signature, answer } = doubt
  const said = readAll({ text }, { ...byOf(signature), side: unitSide, place: {} }, { text: 'doubt' }, look)
  return { ...doubt, text: said.words.text, held: said.held, answer: answer && lookAtAnswer(answer, look) }
}

function lookAtAnswer(answer: DoubtAnswer, look: Look): Looked<DoubtAnswer> {
  const { text, by, signature } = answer
  const said = readAll({ text }, { ...byOf(signature), side: by, place: {} }, { text: 'doubt-answer' }, look)
  return { ...answer, text: said.words.text, held: said.held }
}
