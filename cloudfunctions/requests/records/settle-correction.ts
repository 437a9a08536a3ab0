import type { Signature } from '#shared/assessment/assessment'
import { type Problem, problem } from '#shared/errors/problems'
import { type Corrected, corrected, correctionBy, type DoubtAnswer, type RecordDoubt } from '#shared/records/record'
import { bodyHash } from '../../infrastructure/canonical-json'
import { answerDoubt, readDoubt } from '../../repositories/record-doubts'
import { Refusal, refuse } from '../../request-pipeline/refusal'

/** A correction as it is sent: upon which value, why, and which 有出入 it answers. */
interface Correction {
  operationId: string
  revision: number
  reason: string
  doubtId: string | null
}

/** One value inside a stored thing, and how another takes its place. */
interface Place<Thing, Value> {
  valueIn: (thing: Thing) => Corrected<Value> | undefined
  withValue: (thing: Thing, after: Corrected<Value>) => Thing
  /** Guarded by the revision that was read: false where it is another by now. */
  write: (before: Corrected<Value>, after: Corrected<Value>) => Promise<boolean>
  readAgain: () => Promise<Thing | null>
  /** Whether a doubt is of what stands here. */
  fits: (doubt: RecordDoubt) => boolean
}

interface Correcting<Thing, Value> {
  thing: Thing
  to: Value
  input: Correction
  doubts: RecordDoubt[]
  signature: Signature
  /** The department, or 考核办, for the unit that reads the answer. */
  by: string
}

/**
 * Corrects one value and answers the doubt that asked for it; answers the thing and the doubts as they stand then. The
 * correction is written first: a break-off between the two leaves the doubt open, and the same operation again finds
 * itself done and answers it.
 */
export async function settleCorrection<Thing, Value>(
  { thing: read, to, input, doubts, signature, by }: Correcting<Thing, Value>,
  place: Place<Thing, Value>,
): Promise<{ thing: Thing; doubts: RecordDoubt[] } | Refusal> {
  const { operationId, reason } = input
  const doubt = doubts.find(({ _id }) => _id === input.doubtId)
  let thing = read
  for (let attempt = 0; ; attempt += 1) {
    const before = place.valueIn(thing)
    if (!before) return refuse('record.unknown-entry')
    const done = correctionBy(before, operationId)
    if (done && bodyHash(done) !== bodyHash({ value: to, reason })) return refuse('operation.reused')
    if (done) break
    // A second look finds what another correction, or another delivery of this one, has left.
    if (attempt > 0 || before.revision !== input.revision) return refuse('record.stale')
    const obstacle = input.doubtId === null ? null : whyNotAnswered(doubt, place.fits)
    if (obstacle) return new Refusal(obstacle)
    const after = corrected(before, to, { signature, reason, operationId })
    if (await place.write(before, after)) {
      thing = place.withValue(thing, after)
      break
    }
    thing = (await place.readAgain()) ?? thing
  }
  if (!doubt || !place.fits(doubt)) return { thing, doubts }
  // Where somebody explains it in this very moment, what they said stands, and so does the correction.
  const standing = await settleDoubt(doubt, { operationId, kind: 'corrected', text: reason, by, signature })
  return { thing, doubts: doubts.map(other => (other._id === doubt._id ? standing : other)) }
}

function whyNotAnswered(doubt: RecordDoubt | undefined, fits: (doubt: RecordDoubt) => boolean): Problem | null {
  if (!doubt || !fits(doubt)) return problem('doubt.unknown')
  return doubt.answer ? problem('doubt.answered') : null
}

/** Answers a doubt that is open; answers it as it stands then, whoever was first. One round trip, two in a conflict. */
export async function settleDoubt(doubt: RecordDoubt, answer: DoubtAnswer): Promise<RecordDoubt> {
  if (doubt.answer) return doubt
  if (await answerDoubt(doubt._id, answer)) return { ...doubt, answer }
  return (await readDoubt(doubt._id)) ?? doubt
}
