import type { EnterSelfPaper } from '#shared/contract/office-contract'
import { itemsOf } from '#shared/rubric/rubric'
import { type County, cycleId, startCounty } from '../support/county'
import { change, filledSheet, newId, rubricOf } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const paper = (fields: Partial<EnterSelfPaper> = {}): EnterSelfPaper => ({
  cycleId,
  unitId: 'township-a',
  operationId: newId(),
  sheets: [],
  note: '3月2日送来，原件在考核办',
  changes: itemsOf(rubricOf('township')).map(({ id, points }) => change(id, { score: points })),
  submit: true,
  ...fields,
})
const verdict = (input: object) => county.as('office').verdict('paper.enter-self', input)

describe('is refused as a whole', () => {
  afterEach(async () => expect((await county.stored('township-a')).history).toEqual([]))

  it('for one score that cannot be', async () => {
    const changes = [change('a1-01'), change('a1-02', { score: 9999 })]
    expect(await verdict(paper({ changes, submit: false }))).toBe('self-score.above-maximum')
  })

  it('for an item of another annex, a stale one, or one twice', async () => {
    expect(await verdict(paper({ changes: [change('a4-01')], submit: false }))).toBe('item.unknown')
    expect(await verdict(paper({ changes: [change('a1-01', { revision: 4 })], submit: false }))).toBe('item.stale')
    expect(await verdict(paper({ changes: [change('a1-01'), change('a1-01')] }))).toBe('call.invalid-input')
  })

  it('for submitting with items missing', async () => {
    expect(await verdict(paper({ changes: [change('a1-01')] }))).toBe('assessment.items-missing')
  })

  it('for a sheet that was never uploaded', async () => {
    expect(await verdict(paper({ sheets: ['no-such-ticket'] }))).toBe('material.ticket-unknown')
  })
})

it('is in at once, under the name of who typed it, and only once', async () => {
  const sheet = paper()
  expect(await county.as('office').get('paper.enter-self', sheet)).toEqual({ entered: 25, state: 'submitted' })
  expect(await county.as('office').get('paper.enter-self', sheet)).toEqual({ entered: 25, state: 'submitted' })
  const stored = await county.stored('township-a')
  expect(stored.paperSheets).toMatchObject([{ departmentId: null, note: sheet.note, signature: { name: '考核办' } }])
  expect(stored.history).toHaveLength(26)
  expect(stored.history.every(entry => entry.fromPaper === true)).toBe(true)
  expect(stored.summary.self).toMatchObject({ count: 25, scored: 10_000, maximum: 10_000 })

  const seen = await county.as('chair-township-a').get('assessment.open', { cycleId, unitId: 'township-a' })
  expect(seen.submission?.signature).toMatchObject({ name: '考核办', fromPaper: true })
  expect(seen.items['a1-01']?.self?.signature.fromPaper).toBe(true)
  expect(await verdict({ ...sheet, note: '另一张' })).toBe('assessment.already-submitted')
  expect(await verdict(paper())).toBe('assessment.already-submitted')
})

it('is shown to the office as paper', async () => {
  const { units } = await county.as('office').get('office.overview', { cycleId })
  expect(units.filter(({ fromPaper }) => fromPaper).map(({ unitId }) => unitId)).toEqual(['township-a'])
})

it('and a change of the same moment do not both win: nothing incomplete is ever handed in', async () => {
  for (let round = 0; round < 8; round += 1) {
    const taken = change('a1-01', { revision: 1, score: null })
    const open = { stage: 'filling', submission: null, selfOpenUntil: Date.now() + 86_400_000 } as const
    await county.arrange('township-a', { ...filledSheet('township'), ...open, history: [], paperSheets: [] })
    await Promise.all([
      verdict(paper({ changes: [change('a1-02', { revision: 1 })] })),
      county.as('filler-township-a').verdict('assessment.save', { cycleId, unitId: 'township-a', changes: [taken] }),
    ])
    const { stage, summary } = await county.stored('township-a')
    expect(stage === 'submitted' && summary.self.count < 25).toBe(false)
  }
})
