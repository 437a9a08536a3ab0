import { amountOf, makingOf, measuresIn, printNumber, unitOf } from './amount'
import { recordedStep, type Step, step } from './outcome'
import type { Fact, FactsTogether } from './rule'
import type { UnitRecords } from './unit-records'

/** `not-judged`: the document only wishes. `unknown`: a record or a target is still missing. */
export type Verdict = 'met' | 'unmet' | 'unknown' | 'not-judged'

/** A fact beside an item: 任务10，完成6. */
export interface CheckedFact {
  fact: Fact
  done: number | null
  target: number | null
  verdict: Verdict
}

export function checkFact(fact: Fact, records: UnitRecords): CheckedFact {
  const done = amountOf(fact.of, records)
  const target = fact.to === undefined ? null : amountOf(fact.to, records)
  return { fact, done, target, verdict: verdictOf(fact, done, target) }
}

function verdictOf(fact: Fact, done: number | null, target: number | null): Verdict {
  if (fact.to === undefined) return 'not-judged'
  if (done === null || target === null) return 'unknown'
  return holds(fact, done, target) ? 'met' : 'unmet'
}

function holds({ must }: Fact, done: number, target: number): boolean {
  return must === 'be-at-most' ? done <= target : reaches(done, target, must === 'be-above')
}

/** Whether a bound is reached. 以上 includes the number itself (民法典第1259条); only 超过 leaves it out. */
export function reaches(value: number, bound: number, open = false): boolean {
  return open ? value > bound : value >= bound
}

/** 「上报稿件：任务10篇，完成6篇，差4篇；依据：宣教部采用稿件记录」. It adds no points: a fact is shown, never scored. */
export function factStep({ fact, done, target, verdict }: CheckedFact, records: UnitRecords): Step {
  const unit = unitOf(fact.of)
  const making = done === null ? '' : makingOf(fact.of, records)
  const sentence = `${fact.name}：${sayTarget(fact, target, unit)}${sayDone(done, unit)}${making}`
  const gap = verdict === 'unmet' && done !== null && target !== null ? target - done : 0
  const judged = verdict === 'met' ? '，达到' : verdict === 'unmet' ? sayGap(gap, unit) : ''
  return recordedStep(`${sentence}${judged}`, 0, fact.clause, measuresIn(fact.of), records)
}

/** 「任务10篇，完成6篇」: the fact alone, where a line has no room for verdict and 依据. */
export function factInShort({ fact, done, target }: CheckedFact): string {
  const unit = unitOf(fact.of)
  return `${sayTarget(fact, target, unit)}${sayDone(done, unit)}`
}

/** 「这2个数字要都达到：达到1个，没有都达到」. Null where they are judged apart, or nothing is known yet. */
export function togetherStep(facts: readonly CheckedFact[], together: FactsTogether | undefined): Step | null {
  const judged = facts.filter(({ verdict }) => verdict !== 'not-judged')
  if (together === undefined || together === 'apart' || judged.length < 2) return null
  const met = judged.filter(({ verdict }) => verdict === 'met').length
  const open = judged.filter(({ verdict }) => verdict === 'unknown').length
  const asked = `这${judged.length}个数字${together === 'all' ? '要都达到' : '达到一个就算'}：达到${met}个`
  const isMet = together === 'all' ? met === judged.length : met > 0
  const isOpen = !isMet && (together === 'all' ? met + open === judged.length : open > 0)
  const result = isMet ? '算达到' : isOpen ? `还有${open}个不知道` : '不算达到'
  return step(`${asked}，${result}`, 0)
}

const comparisons = { 'be-above': '超过', 'be-at-most': '不超过' }

function sayTarget(fact: Fact, target: number | null, unit: string): string {
  if (fact.to === undefined) return ''
  if (target === null) return '任务数还没有下达，'
  const upTo = fact.upTo === undefined || fact.upTo <= target ? '' : `至${printNumber(fact.upTo)}`
  const asked = unit === '%' ? '要求' : '任务'
  return `${asked}${fact.must === undefined ? '' : comparisons[fact.must]}${printNumber(target)}${upTo}${unit}，`
}

function sayDone(done: number | null, unit: string): string {
  return done === null ? '还没有记录' : `${unit === '%' ? '实际' : '完成'}${printNumber(done)}${unit}`
}

// A gap of a percentage is not said: 「差 0 %」 after cutting would deny the verdict.
function sayGap(gap: number, unit: string): string {
  if (gap < 0) return `，超过${printNumber(-gap)}${unit}`
  return unit === '%' || gap === 0 ? '，没有达到' : `，差${printNumber(gap)}${unit}`
}
