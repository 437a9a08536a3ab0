import { type County, startCounty } from '../support/county'
import { savedSheet } from '../support/county/saved-sheet'
import { change } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const { expectSound, logged, reset, save } = savedSheet(() => county)
beforeEach(reset)

describe('a repeated delivery', () => {
  it('gets the same answer and has one effect', async () => {
    const once = change('a1-01', { score: 200 })
    const first = await save([once])
    const before = county.log.length
    expect((await save([once])).verdicts).toEqual(first.verdicts)
    expect(logged(before)).toMatchObject([{ roundTrips: 2 }])
    expect((await expectSound()).history).toHaveLength(1)
  })

  it('gets its answer even after another change of the item, and leaves that alone', async () => {
    const once = change('a1-01', { score: 200 })
    await save([once])
    await save([change('a1-01', { revision: 1, score: 50 })])
    expect((await save([once])).verdicts).toMatchObject([{ kind: 'saved', revision: 1 }])
    expect((await expectSound()).items['a1-01']?.self?.score).toBe(50)
  })

  it('gets its answer even after 报送', async () => {
    const once = change('a1-01', { score: 200 })
    await save([once])
    await county.arrange('township-a', { stage: 'submitted' })
    const { verdicts } = await save([once, change('a1-02')])
    expect(verdicts).toMatchObject([
      { kind: 'saved', revision: 1 },
      { kind: 'refused', problem: { code: 'assessment.already-submitted' } },
    ])
  })

  it('with another body under the same id is refused', async () => {
    const once = change('a1-01', { score: 200 })
    await save([once])
    const verdicts = [
      ...(await save([{ ...once, score: 250 }])).verdicts,
      ...(await save([{ ...once, itemId: 'a1-02' }])).verdicts,
      ...(await save([{ ...once, revision: 1, score: 250 }])).verdicts,
    ]
    expect(verdicts.map(verdict => 'problem' in verdict && verdict.problem.code)).toEqual(
      Array(3).fill('operation.reused'),
    )
    expect((await expectSound()).items['a1-01']?.self?.score).toBe(200)
  })

  it('delivered five times at once has one effect', async () => {
    const once = change('a1-01', { score: 200 })
    const replies = await Promise.all(Array.from({ length: 5 }, () => save([once])))
    expect(replies.flatMap(({ verdicts }) => verdicts)).toEqual(
      Array(5).fill({ kind: 'saved', operationId: once.operationId, itemId: 'a1-01', revision: 1 }),
    )
    expect((await expectSound()).history).toHaveLength(1)
  })
})

describe('a stale change', () => {
  it('is not applied; both values go back', async () => {
    await save([change('a1-01', { score: 300 })], 'chair-township-a')
    const stale = change('a1-01', { score: 100 })
    const { verdicts } = await save([stale])
    expect(verdicts).toMatchObject([
      {
        kind: 'stale',
        operationId: stale.operationId,
        problem: { code: 'item.stale' },
        current: { revision: 1, score: 300, signature: { name: '城关镇总工会主席' } },
      },
    ])
    expect(await expectSound()).toMatchObject({ items: { 'a1-01': { self: { score: 300 } } } })
  })

  it('among ten lets nine in', async () => {
    await save([change('a1-05', { score: 300 })], 'chair-township-a')
    const ids = Array.from({ length: 10 }, (_, index) => `a1-${String(index + 1).padStart(2, '0')}`)
    const { verdicts } = await save(ids.map(itemId => change(itemId)))
    expect(verdicts.filter(({ kind }) => kind === 'saved')).toHaveLength(9)
    expect(verdicts[4]).toMatchObject({ kind: 'stale', itemId: 'a1-05' })
    expect((await expectSound()).summary.self.count).toBe(10)
  })

  it('made stale in that very moment is found by the write: of two at once one is saved, within four round trips', async () => {
    const before = county.log.length
    const both = await Promise.all([
      save([change('a1-01', { score: 100 }), change('a1-02')]),
      save([change('a1-01', { score: 200 }), change('a1-03')], 'chair-township-a'),
    ])
    const kinds = both.flatMap(({ verdicts }) => verdicts.map(({ kind }) => kind))
    expect(kinds.sort()).toEqual(['saved', 'saved', 'saved', 'stale'])
    for (const { roundTrips } of logged(before)) expect(roundTrips).toBeLessThanOrEqual(4)
    expect((await expectSound()).summary.self.count).toBe(3)
  })

  it('twenty people at once on twenty items lose nothing', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `a1-${String(index + 1).padStart(2, '0')}`)
    const replies = await Promise.all(ids.map(itemId => save([change(itemId)])))
    expect(replies.flatMap(({ verdicts }) => verdicts.map(({ kind }) => kind))).toEqual(Array(20).fill('saved'))
    expect((await expectSound()).history).toHaveLength(20)
  })
})
