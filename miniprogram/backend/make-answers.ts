import type { Instant } from '#shared/assessment/assessment'
import type { RequestInput, RequestName, RequestOutput } from '#shared/contract/api-contract'
import type { KeyedStorage } from '../platform/capabilities'

export interface Answer<Name extends RequestName = RequestName> {
  output: RequestOutput<Name>
  /** By the server's clock. */
  receivedAt: Instant
}

/** A request with its input, of one person: what an answer is kept under. */
export interface Question<Name extends RequestName = RequestName> {
  /** `boxKey` of the person; answers of one person are never shown to another on the same phone. */
  boxKey: string
  request: Name
  input: RequestInput<Name>
}

/** The latest answers, shared by all open pages: what one page learns, every other shows at once. */
export interface Answers {
  read<Name extends RequestName>(question: Question<Name>): Answer<Name> | undefined
  /** `keep` also stores it on the phone, so that the page opens without signal. */
  put<Name extends RequestName>(question: Question<Name>, answer: Answer<Name>, keep: boolean): void
  /** Lays what another request has told over what is known, e.g. a saved item over its sheet; nothing where nothing is known. */
  change<Name extends RequestName>(
    question: Question<Name>,
    update: (known: RequestOutput<Name>) => RequestOutput<Name>,
    receivedAt: Instant,
    keep: boolean,
  ): void
  /** How often that has happened: an answer that was on its way meanwhile may not know of it. */
  changes(question: Question): number
  subscribe(listener: () => void): () => void
  /** Gives the room of all stored answers back: they can be asked for again, what a person typed cannot. */
  makeRoom(): void
}

const FOLDER = 'answer/'
/** Raised when answers gain something that pages rely on: a copy kept by an older program is then no answer. */
const SHAPE = 3
/** Answers that overtook each other differ by less; more means that a clock was set back. */
const OVERTAKING = 60_000

export function makeAnswers(storage: KeyedStorage): Answers {
  const answers = new Map<string, Answer | null>()
  const changes = new Map<string, number>()
  const listeners = new Set<() => void>()
  return {
    read<Name extends RequestName>(question: Question<Name>) {
      const key = keyOf(question)
      let answer = answers.get(key)
      if (answer === undefined) {
        answer = parseAnswer(storage.read(key))
        answers.set(key, answer)
      }
      // The key names the request, so what lies under it is that request's answer.
      return (answer ?? undefined) as Answer<Name> | undefined
    },
    put(question, answer, keep) {
      const key = keyOf(question)
      const before = this.read(question)
      // A slow answer must not undo what a later request has already told.
      const age = before ? before.receivedAt - answer.receivedAt : 0
      if (age > 0 && age < OVERTAKING) return
      // An answer that says the same keeps its identity, so that no page is drawn again for nothing.
      const isSame = before && JSON.stringify(before.output) === JSON.stringify(answer.output)
      answers.set(key, isSame ? { ...answer, output: before.output } : answer)
      if (keep) storage.write(key, answer)
      if (!isSame) for (const listener of [...listeners]) listener()
    },
    change(question, update, receivedAt, keep) {
      const known = this.read(question)
      if (!known) return
      const key = keyOf(question)
      changes.set(key, (changes.get(key) ?? 0) + 1)
      // Two requests may answer in another order than they were served: neither undoes what the other has told.
      const at = Math.max(receivedAt, known.receivedAt)
      this.put(question, { output: update(known.output), receivedAt: at }, keep)
    },
    changes: question => changes.get(keyOf(question)) ?? 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    makeRoom() {
      for (const key of storage.keys()) if (key.startsWith(FOLDER)) storage.remove(key)
    },
  }
}

function keyOf({ boxKey, request, input }: Question): string {
  const fields = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${FOLDER}${SHAPE}/${boxKey}/${request}/${JSON.stringify(fields)}`
}

function parseAnswer(stored: unknown): Answer | null {
  const isAnswer = typeof stored === 'object' && stored !== null && 'output' in stored && 'receivedAt' in stored
  return isAnswer ? (stored as Answer) : null
}
