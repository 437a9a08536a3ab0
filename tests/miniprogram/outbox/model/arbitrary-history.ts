import fc from 'fast-check'

/**
 * What happens to one call: it arrives and is answered; it or its answer is lost; the answer takes its time while life
 * goes on; it arrives long after its sender gave it up; it arrives twice at the same moment, or again much later; the
 * program is killed before it goes out, when it has gone out, or when it has arrived but was not answered yet.
 */
export const callFates = [
  'answered',
  'lost',
  'answer-lost',
  'slow',
  'late',
  'twice',
  'again-later',
  'killed-before-send',
  'killed-after-send',
  'killed-before-answer',
] as const
export type CallFate = (typeof callFates)[number]

/** What happens to one write of the box: the program may be killed just before it is on the phone, or just after. */
export type WriteFate = 'written' | 'killed-before' | 'killed-after'

export const devices = [0, 1, 2] as const
export const itemIds = ['a1-01', 'a1-02', 'a1-03'] as const

const acts = [
  { weight: 5, value: 'fill' },
  { weight: 6, value: 'send' },
  { weight: 2, value: 'open-sheet' },
  { weight: 2, value: 'arrive' },
  { weight: 1, value: 'kill' },
  { weight: 1, value: 'keep-mine' },
  { weight: 1, value: 'take-theirs' },
  { weight: 1, value: 'name-original' },
  { weight: 1, value: 'link' },
  { weight: 1, value: 'unlink' },
  { weight: 1, value: 'describe' },
  { weight: 1, value: 'remove' },
] as const

export interface Step {
  act: (typeof acts)[number]['value']
  device: (typeof devices)[number]
  item: (typeof itemIds)[number]
  which: number
}

const act = fc.oneof(...acts.map(({ weight, value }) => ({ weight, arbitrary: fc.constant(value) })))
const step: fc.Arbitrary<Step> = fc.record({
  act,
  device: fc.constantFrom(...devices),
  item: fc.constantFrom(...itemIds),
  which: fc.nat({ max: 9 }),
})
const callFate = fc.oneof(
  { weight: 8, arbitrary: fc.constant<CallFate>('answered') },
  { weight: 9, arbitrary: fc.constantFrom(...callFates) },
)
const writeFate = fc.oneof(
  { weight: 14, arbitrary: fc.constant<WriteFate>('written') },
  { weight: 2, arbitrary: fc.constantFrom<WriteFate>('killed-before', 'killed-after') },
)

export interface History {
  steps: Step[]
  calls: CallFate[]
  writes: WriteFate[]
}

/** One evening: what three devices of two people do with one sheet, and what becomes of what they send and store. */
export const arbitraryHistory: fc.Arbitrary<History> = fc.record({
  steps: fc.array(step, { minLength: 6, maxLength: 24, size: 'max' }),
  calls: fc.array(callFate, { maxLength: 12, size: 'max' }),
  writes: fc.array(writeFate, { maxLength: 20, size: 'max' }),
})
