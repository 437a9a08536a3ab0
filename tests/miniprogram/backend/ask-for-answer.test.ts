import type { NoticeList } from '#shared/contract/notice-contract'
import { problem as problemOf } from '#shared/errors/problems'
import { askForAnswer } from '../../../miniprogram/backend/ask-for-answer'
import { makeAnswers } from '../../../miniprogram/backend/make-answers'
import type { Ask } from '../../../miniprogram/backend/make-ask'

/* A page asks for the whole while a change of a part is saved beside it: which answer comes last is chance. */

const question = { boxKey: 'li', request: 'notice.list', input: {} } as const
const page = (unread: number): NoticeList => ({ notices: [], unread, consents: {} })

function county() {
  const stored = new Map<string, unknown>()
  const answers = makeAnswers({
    read: key => stored.get(key),
    write: (key, value) => {
      stored.set(key, value)
      return 'written' as const
    },
    remove: key => stored.delete(key),
    keys: () => [...stored.keys()],
  })
  answers.put(question, { output: page(1), receivedAt: 1 }, false)
  const shown = () => answers.read(question)?.output.unread
  return { answers, shown }
}

test('what was read before the save and answered after it is asked for again', async () => {
  const { answers, shown } = county()
  const replies = [1, 2]
  const ask: Ask = async () => {
    const output = page(replies.shift() ?? 2)
    // The save is answered while the first reply is on its way; the later stamp is the reply's.
    if (replies.length === 1) answers.change(question, () => page(2), 10, false)
    return { ok: true, output, serverTime: 20 }
  }
  expect(await askForAnswer(question, false, { answers, ask })).toBeNull()
  expect([shown(), replies]).toEqual([2, []])
})

test('while somebody types without a pause, what is known already stays', async () => {
  const { answers, shown } = county()
  let asked = 0
  const ask: Ask = async () => {
    asked += 1
    answers.change(question, known => page(known.unread + 1), 10, false)
    return { ok: true, output: page(0), serverTime: 20 }
  }
  await askForAnswer(question, false, { answers, ask })
  expect([asked, shown()]).toEqual([3, 4])
})

test('a failure is told and changes nothing', async () => {
  const { answers, shown } = county()
  const problem = problemOf('network.unreachable')
  expect(await askForAnswer(question, false, { answers, ask: async () => ({ ok: false, problem }) })).toBe(problem)
  expect(shown()).toBe(1)
})

test('two changes that are answered in the other order both stay', () => {
  const { answers, shown } = county()
  answers.change(question, known => page(known.unread + 1), 30, false)
  answers.change(question, known => page(known.unread + 1), 20, false)
  expect(shown()).toBe(3)
})

test('nothing is known of what was never asked', () => {
  const { answers } = county()
  const other = { ...question, boxKey: 'zhang' }
  answers.change(other, () => page(9), 30, false)
  expect(answers.read(other)).toBeUndefined()
})
