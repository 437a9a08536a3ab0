import { problem } from '#shared/errors/problems'
import { emptyBox } from '../../../miniprogram/outbox/box'
import {
  enterSelfScore,
  freezeSelfScores,
  judgeSelfScore,
  resolveSelfScore,
} from '../../../miniprogram/outbox/self-scores'
import { ScriptedCounty } from './scripted-county'
import { ScriptedPhone } from './scripted-phone'

const SHEET = '2026:madian'
const filled = (remark: string, score = 450) => ({ score, notApplicable: null, remark })

function phoneWith(...script: ConstructorParameters<typeof ScriptedPhone>[1] & {}) {
  const county = new ScriptedCounty()
  return { county, phone: new ScriptedPhone(county, script) }
}

test('a change is on the phone before anything says so, and survives the program', () => {
  const { phone } = phoneWith()
  expect(phone.outbox.fill(SHEET, 'a1-01', filled('第一次'), 0)).toBeNull()
  phone.kill()
  expect(phone.outbox.box().selfScores[SHEET]?.['a1-01']?.typed?.draft).toEqual(filled('第一次'))
  expect(phone.outbox.status()).toEqual({ kind: 'on-phone', count: 1 })
})

test('all pending changes of a sheet travel in one call, each with its own operation id', async () => {
  const { phone, county } = phoneWith()
  for (const item of ['a1-01', 'a1-02', 'a1-03']) phone.outbox.fill(SHEET, item, filled(item), 0)
  await phone.flush()
  expect(phone.calls).toHaveLength(1)
  expect(county.applied).toHaveLength(3)
  const { changes } = JSON.parse(phone.calls[0]?.input ?? '')
  expect(new Set(changes.map((change: { operationId: string }) => change.operationId)).size).toBe(3)
})

test('more than fifty changes travel in as many calls as they need', async () => {
  const { phone, county } = phoneWith()
  for (let item = 0; item < 83; item += 1) phone.outbox.fill(SHEET, `item-${item}`, filled(''), 0)
  await phone.flush()
  expect(phone.calls).toHaveLength(2)
  expect(county.applied).toHaveLength(83)
})

test('typing again before it is sent replaces what was typed', async () => {
  const { phone, county } = phoneWith()
  phone.outbox.fill(SHEET, 'a1-01', filled('一'), 0)
  phone.outbox.fill(SHEET, 'a1-01', filled('一二'), 0)
  await phone.flush()
  expect(county.applied.map(({ draft }) => draft.remark)).toEqual(['一二'])
})

test('a page that still shows an older revision of the same person collides with nobody', async () => {
  const { phone, county } = phoneWith()
  for (const remark of ['一', '二', '三']) {
    phone.outbox.fill(SHEET, 'a1-01', filled(remark), 0)
    await phone.flush()
  }
  expect(county.items.get('a1-01')).toMatchObject({ revision: 3, remark: '三' })
})

describe('two values for one item', () => {
  async function conflicting() {
    const both = phoneWith()
    both.county.fillByOther('a1-01', filled('小李', 600))
    both.phone.outbox.fill(SHEET, 'a1-01', filled('我', 550), 0)
    both.phone.outbox.fill(SHEET, 'a1-02', filled('别的'), 0)
    await both.phone.flush()
    return both
  }

  test('both are kept, and the other items go in', async () => {
    const { phone, county } = await conflicting()
    const pending = phone.outbox.box().selfScores[SHEET]?.['a1-01']
    expect(pending?.typed?.draft).toEqual(filled('我', 550))
    expect(pending?.trouble).toMatchObject({ kind: 'conflict', theirs: { score: 600, remark: '小李' } })
    expect(county.items.get('a1-02')).toMatchObject({ remark: '别的' })
    expect(phone.outbox.status()).toEqual({ kind: 'look', count: 1 })
    expect(phone.outbox.isSent(SHEET)).toBe(false)
  })

  test('nothing is sent until the person has chosen', async () => {
    const { phone, county } = await conflicting()
    const before = phone.calls.length
    await phone.flush()
    expect(phone.calls).toHaveLength(before)
    expect(county.items.get('a1-01')).toMatchObject({ remark: '小李' })
  })

  test('mine is sent upon theirs', async () => {
    const { phone, county } = await conflicting()
    phone.outbox.resolve(SHEET, 'a1-01', 'mine')
    await phone.flush()
    expect(county.items.get('a1-01')).toMatchObject({ revision: 2, score: 550 })
    expect(phone.outbox.isSent(SHEET)).toBe(true)
  })

  test('theirs stays, and mine is given up', async () => {
    const { phone, county } = await conflicting()
    phone.outbox.resolve(SHEET, 'a1-01', 'theirs')
    await phone.flush()
    expect(county.items.get('a1-01')).toMatchObject({ revision: 1, score: 600 })
    expect(phone.outbox.isSent(SHEET)).toBe(true)
  })

  test('typing goes on while it is open', async () => {
    const { phone } = await conflicting()
    phone.outbox.fill(SHEET, 'a1-01', filled('我，再想想', 500), 0)
    const pending = phone.outbox.box().selfScores[SHEET]?.['a1-01']
    expect(pending).toMatchObject({ typed: { draft: { score: 500 } }, trouble: { kind: 'conflict' } })
  })

  test('the same value from two people is nothing to choose', async () => {
    const { phone, county } = phoneWith()
    county.fillByOther('a1-01', filled('一样', 600))
    phone.outbox.fill(SHEET, 'a1-01', filled('一样', 600), 0)
    await phone.flush()
    expect(phone.outbox.status()).toMatchObject({ kind: 'received' })
  })
})

describe('a refused change', () => {
  const sent = () => {
    const typed = enterSelfScore(emptyBox, SHEET, 'a1-01', { draft: filled('我', 9999), seenRevision: 0, at: 1 })
    return freezeSelfScores(typed, SHEET, () => 'operation-0000000001').box
  }
  const refused = (code: 'self-score.not-a-number' | 'server.busy') => ({
    kind: 'refused' as const,
    operationId: 'operation-0000000001',
    itemId: 'a1-01',
    problem: code === 'server.busy' ? problem(code) : problem(code, { number: 1 }),
  })

  test('stays with its reason, and is tried again once it was changed', () => {
    const box = judgeSelfScore(sent(), SHEET, refused('self-score.not-a-number'))
    expect(box.selfScores[SHEET]?.['a1-01']).toMatchObject({ sent: null, trouble: { kind: 'refused' } })
    const corrected = enterSelfScore(box, SHEET, 'a1-01', { draft: filled('我', 450), seenRevision: 0, at: 2 })
    const { changes } = freezeSelfScores(corrected, SHEET, () => 'operation-0000000002')
    expect(changes).toEqual([
      { operationId: 'operation-0000000002', itemId: 'a1-01', revision: 0, ...filled('我', 450) },
    ])
  })

  test('can be given up', () => {
    const box = judgeSelfScore(sent(), SHEET, refused('self-score.not-a-number'))
    expect(resolveSelfScore(box, SHEET, 'a1-01', 'theirs').selfScores).toEqual({})
  })

  test('stays frozen where the county is only busy', () => {
    expect(judgeSelfScore(sent(), SHEET, refused('server.busy'))).toEqual(sent())
  })

  test('gives way to what was typed since', () => {
    const typed = enterSelfScore(sent(), SHEET, 'a1-01', { draft: filled('改好了'), seenRevision: 0, at: 2 })
    const box = judgeSelfScore(typed, SHEET, refused('self-score.not-a-number'))
    expect(box.selfScores[SHEET]?.['a1-01']).toMatchObject({ typed: { draft: filled('改好了') }, trouble: null })
  })
})

test('a verdict on an operation that is not under way changes nothing', () => {
  const box = enterSelfScore(emptyBox, SHEET, 'a1-01', { draft: filled('我'), seenRevision: 0, at: 1 })
  const verdict = { kind: 'saved', operationId: 'operation-0000000009', itemId: 'a1-01', revision: 1 } as const
  expect(judgeSelfScore(box, SHEET, verdict)).toBe(box)
})
