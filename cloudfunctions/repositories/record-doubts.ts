import type { DoubtAnswer, RecordDoubt } from '#shared/records/record'
import { collection, command } from '../infrastructure/collection'

export const recordDoubts = collection<RecordDoubt>('record-doubts')

/** What those units have said of the records about them. One round trip. */
export function listDoubtsOf(cycleId: string, unitIds: readonly string[]): Promise<RecordDoubt[]> {
  return recordDoubts.list({ cycleId, unitId: command.in([...unitIds]) })
}

/** What waits for an answer, of all units of the cycle. One round trip. */
export function listOpenDoubts(cycleId: string): Promise<RecordDoubt[]> {
  return recordDoubts.list({ cycleId, answer: command.in([null]) })
}

/** What all units of the cycle have said. One round trip. */
export function listDoubts(cycleId: string): Promise<RecordDoubt[]> {
  return recordDoubts.list({ cycleId })
}

export function readDoubt(doubtId: string): Promise<RecordDoubt | null> {
  return recordDoubts.read(doubtId)
}

/** False where a doubt of that id stands: it is left alone. One round trip. */
export function addDoubt(doubt: RecordDoubt): Promise<boolean> {
  return recordDoubts.add(doubt)
}

/** Answers a doubt that nobody has answered. False where somebody has. One round trip. */
export async function answerDoubt(doubtId: string, answer: DoubtAnswer): Promise<boolean> {
  const changed = await recordDoubts.update(
    { _id: doubtId, answer: command.in([null]) },
    { answer: command.set(answer), untold: true, unchecked: answer.operationId },
  )
  return changed === 1
}

/** Answers that the units have not been told of. One round trip. */
export function listUntoldAnswers(limit: number): Promise<RecordDoubt[]> {
  return recordDoubts.list({ untold: true }, { limit })
}

/** Their notices are planned. An answer is given once, so nothing can have come since. One round trip. */
export async function noteAnswersTold(doubtIds: readonly string[]): Promise<void> {
  await recordDoubts.update({ _id: command.in([...doubtIds]) }, { untold: false })
}

/** Doubts and answers that WeChat has not been asked about. One round trip. */
export function listUncheckedDoubts(limit: number): Promise<RecordDoubt[]> {
  return recordDoubts.list({ unchecked: command.gt('') }, { limit })
}

/** WeChat was asked about them, unless an answer has come since they were read. One round trip. */
export async function noteDoubtsChecked(doubts: readonly RecordDoubt[]): Promise<void> {
  await recordDoubts.update(
    { _id: command.in(doubts.map(({ _id }) => _id)), unchecked: command.in(doubts.map(({ unchecked }) => unchecked)) },
    { unchecked: null },
  )
}
