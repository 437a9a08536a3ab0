import { contractVersion } from '#shared/contract/api-contract'
import type { Call, Reply } from '#shared/contract/envelope'
import { problem } from '#shared/errors/problems'
import { makeAsk } from '../../../miniprogram/backend/make-ask'

const answered = { requestId: 'r', serverTime: 1_000_000, oldestContractVersion: 1 }

function asking(reply: Reply | 'unreachable', clock = [0, 0], kept: number[] = []) {
  const calls: Call[] = []
  const ended: string[] = []
  const made = makeAsk({
    callFunction: async call => {
      calls.push(call)
      return reply
    },
    newId: () => 'random-request-id',
    now: () => clock.shift() ?? 0,
    clockOffset: { read: () => kept.at(-1) ?? 0, keep: offset => void kept.push(offset) },
    onEnded: reason => ended.push(reason),
  })
  return { ...made, calls, ended }
}

test('every call carries the contract version and a request id', async () => {
  const { ask, calls } = asking('unreachable')
  await ask('health', {})
  expect(calls).toEqual([{ request: 'health', input: {}, contractVersion, requestId: 'random-request-id' }])
})

test('nothing heard is 没信号, and never an exception', async () => {
  expect(await asking('unreachable').ask('health', {})).toEqual({ ok: false, problem: problem('network.unreachable') })
})

test('an output is answered with the server’s time, which is kept', async () => {
  const { ask, serverNow } = asking({ ...answered, ok: true, output: { healthy: true } }, [400, 600, 500])
  expect(await ask('health', {})).toEqual({ ok: true, output: { healthy: true }, serverTime: 1_000_000 })
  expect(serverNow()).toBe(1_000_000)
})

test('the server’s clock is known from an earlier life of the program, and kept where it moved', async () => {
  const kept = [86_400_000]
  const { ask, serverNow } = asking({ ...answered, ok: true, output: { healthy: true } }, [5, 400, 600, 700, 900], kept)
  expect(serverNow()).toBe(86_400_005)
  await ask('health', {})
  await ask('health', {})
  expect(kept).toEqual([86_400_000, 999_500])
})

test('a refusal is handed on as it came', async () => {
  const refusal = problem('permission.denied')
  const { ask, ended } = asking({ ...answered, ok: false, problem: refusal })
  expect(await ask('health', {})).toEqual({ ok: false, problem: refusal })
  expect(ended).toEqual([])
})

test('an ended session and an outdated program are told to the whole program', async () => {
  for (const [code, reason] of [
    ['identity.session-ended', 'session-ended'],
    ['call.outdated', 'outdated'],
  ] as const) {
    const { ask, ended } = asking({ ...answered, ok: false, problem: problem(code) })
    await ask('health', {})
    expect(ended).toEqual([reason])
  }
  const newer = {
    ...answered,
    oldestContractVersion: contractVersion + 1,
    ok: true as const,
    output: { healthy: true as const },
  }
  const { ask, ended } = asking(newer)
  expect((await ask('health', {})).ok).toBe(true)
  expect(ended).toEqual(['outdated'])
})
