import { makeAnswers } from '../../../miniprogram/backend/make-answers'
import type { KeyedStorage } from '../../../miniprogram/platform/capabilities'

function inMemory(): KeyedStorage {
  const stored = new Map<string, string>()
  return {
    read: key => JSON.parse(stored.get(key) ?? 'null') ?? undefined,
    write: (key, value) => {
      stored.set(key, JSON.stringify(value))
      return 'written'
    },
    remove: key => stored.delete(key),
    keys: () => [...stored.keys()],
  }
}

const question = { boxKey: 'li', request: 'rubric.list', input: {} } as const
const answer = (annex: string, receivedAt: number) => ({
  output: { cycle: null, rubrics: [{ rubricVersionId: annex, annex, title: '', audienceAsWritten: '', items: 25 }] },
  receivedAt,
})

test('a kept answer opens the page again after a restart; one that is not kept does not', () => {
  const storage = inMemory()
  makeAnswers(storage).put(question, answer('附件1', 1), true)
  makeAnswers(storage).put({ ...question, boxKey: 'zhang' }, answer('附件2', 1), false)
  expect(makeAnswers(storage).read(question)).toEqual(answer('附件1', 1))
  expect(makeAnswers(storage).read({ ...question, boxKey: 'zhang' })).toBeUndefined()
})

test('one person never sees another’s answers', () => {
  const answers = makeAnswers(inMemory())
  answers.put(question, answer('附件1', 1), true)
  expect(answers.read({ ...question, boxKey: 'zhang' })).toBeUndefined()
})

test('the order of the input’s fields does not matter', () => {
  const answers = makeAnswers(inMemory())
  const asked = { boxKey: 'li', request: 'sign-in.take' } as const
  answers.put({ ...asked, input: { ticketId: 't', claim: 'c' } }, { output: { waiting: true }, receivedAt: 1 }, false)
  expect(answers.read({ ...asked, input: { claim: 'c', ticketId: 't' } })).toBeDefined()
})

test('an answer that says the same draws nothing again and keeps its identity', () => {
  const answers = makeAnswers(inMemory())
  let told = 0
  answers.subscribe(() => {
    told += 1
  })
  answers.put(question, answer('附件1', 1), true)
  const before = answers.read(question)?.output
  answers.put(question, answer('附件1', 2), true)
  expect(answers.read(question)?.output).toBe(before)
  expect(told).toBe(1)
})

test('a slow answer does not undo a later one; after a clock was set back, answers are taken again', () => {
  const answers = makeAnswers(inMemory())
  answers.put(question, answer('新', 100_000), true)
  answers.put(question, answer('旧', 99_000), true)
  expect(answers.read(question)?.output.rubrics[0]?.annex).toBe('新')
  answers.put(question, answer('次日', 1_000), true)
  expect(answers.read(question)?.output.rubrics[0]?.annex).toBe('次日')
})

test('making room gives up what can be asked for again, and nothing else', () => {
  const storage = inMemory()
  const answers = makeAnswers(storage)
  storage.write('outbox/li', { format: 1 })
  answers.put(question, answer('附件1', 1), true)
  answers.makeRoom()
  expect(storage.keys()).toEqual(['outbox/li'])
})
