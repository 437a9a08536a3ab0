import type { SaveTargets } from '#shared/contract/target-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
beforeEach(async () => {
  await county.arrangeCycle({ phase: 'review' })
  await county.database.collection('targets').where({}).remove()
})

const open = (openid = 'office') => county.as(openid).get('target.open', { cycleId })
const cell = (unitId: string, to: number | null, from: number | null = null, measure = 'subscriptions') => ({
  unitId,
  measure,
  from,
  to,
})
const save = (cells: SaveTargets['cells'], operationId = newId()) =>
  county.as('office').get('target.save', { cycleId, operationId, cells })
const verdict = (input: object, openid = 'office') =>
  county.as(openid).verdict('target.save', { cycleId, operationId: newId(), cells: [cell('township-a', 5)], ...input })
const numberOf = async (unitId: string, measure = 'subscriptions') => {
  const { measures, units } = await open()
  const place = measures.findIndex(described => described.measure === measure)
  return units.find(unit => unit.unitId === unitId)?.numbers[place]
}
const stored = async () => (await county.database.collection('targets').doc(cycleId).get()).data[0]

describe('target.open', () => {
  it('shows units in the county’s order and measures with who asks for them, empty at first', async () => {
    const { revision, units, measures, changed, abilities } = await open()
    expect({ revision, changed }).toEqual({ revision: 0, changed: null })
    expect(units.map(({ unitId }) => unitId)).toEqual([
      'township-a',
      'township-b',
      'system-a',
      'system-b',
      'party-a',
      'party-b',
      'enterprise-a',
      'enterprise-b',
    ])
    expect(measures.map(({ measure, unit }) => `${measure} ${unit}`)).toContain('subscriptions 份')
    expect(measures.find(({ measure }) => measure === 'workers-homes')?.items.map(({ audience }) => audience)).toEqual([
      'township',
    ])
    expect(units.every(({ numbers }) => numbers.length === measures.length && numbers.every(n => n === null))).toBe(
      true,
    )
    expect(abilities).toMatchObject({ 'target.save': true, 'target.import': true })
  })

  it('lets leaders read and not write, and nobody else', async () => {
    expect(Object.keys((await open('leader')).abilities)).toEqual(['target.open'])
    expect(await county.as('head-publicity').verdict('target.open', { cycleId })).toBe('permission.denied')
    expect(await county.as('office').verdict('target.open', { cycleId: '2031' })).toBe('cycle.none')
    expect(await county.as('office').verdict('target.open', { cycleId, unitId: 'township-a' })).toBe(
      'call.invalid-input',
    )
  })
})

describe('target.save', () => {
  it.each([
    ['to a leader', {}, 'leader', 'permission.denied'],
    ['to a unit', {}, 'chair-township-a', 'permission.denied'],
    ['for a unit nobody knows', { cells: [cell('township-z', 5)] }, 'office', 'record.unknown-unit'],
    [
      'for a 任务 nobody knows',
      { cells: [cell('township-a', 5, null, 'no-such')] },
      'office',
      'target.unknown-measure',
    ],
    ['where the annex asks for none', { cells: [cell('party-a', 5, null, 'training')] }, 'office', 'target.not-asked'],
    ['for one cell twice', { cells: [cell('township-a', 5), cell('township-a', 6)] }, 'office', 'call.invalid-input'],
    ['below nothing', { cells: [cell('township-a', -1)] }, 'office', 'call.invalid-input'],
    ['with three places', { cells: [cell('township-a', 1.234)] }, 'office', 'call.invalid-input'],
    ['of nothing', { cells: [] }, 'office', 'call.invalid-input'],
    [
      'with an operator',
      { cells: [{ ...cell('township-a', 5), unitId: { $gt: '' } }] },
      'office',
      'call.invalid-input',
    ],
  ])('is refused %s', async (_what, input, openid, code) => {
    expect(await verdict(input, openid)).toBe(code)
    expect(await stored()).toBeUndefined()
  })

  it('is refused once the year is filed, but for what was saved before', async () => {
    const [operationId, cells] = [newId(), [cell('township-a', 486)]]
    await save(cells, operationId)
    await county.arrangeCycle({ phase: 'archived' })
    expect(await verdict({})).toBe('record.closed')
    expect(await save(cells, operationId)).toEqual({ revision: 1, stale: [] })
    expect(await verdict({ operationId, cells: [cell('township-a', 487)] })).toBe('record.closed')
    expect(Object.keys((await open()).abilities)).toEqual(['target.open'])
  })

  it('writes, changes and takes away, and keeps who did what', async () => {
    expect(await save([cell('township-a', 486), cell('system-a', 2.5, null, 'training')])).toEqual({
      revision: 1,
      stale: [],
    })
    await save([cell('township-a', 500, 486), cell('system-a', null, 2.5, 'training')])
    expect(await numberOf('township-a')).toBe(500)
    expect(await numberOf('system-a', 'training')).toBeNull()
    const { units, changes } = await stored()
    expect(units).toEqual({ 'township-a': { subscriptions: 500 }, 'system-a': {} })
    expect(changes.map(({ cells }: { cells: object[] }) => cells.length)).toEqual([2, 2])
    expect(await open()).toMatchObject({ revision: 2, changed: { name: '考核办', fileName: null } })
  })

  it('reaches the unit’s own sheet', async () => {
    await save([cell('township-a', 486)])
    const { records } = await county.as('chair-township-a').get('assessment.open', { cycleId, unitId: 'township-a' })
    expect(records.targets).toEqual({ subscriptions: 486 })
  })

  it('answers with what stands where a cell has changed since, and writes the others', async () => {
    await save([cell('township-a', 486)])
    const answer = await save([cell('township-a', 490, 480), cell('township-b', 300)])
    expect(answer).toEqual({
      revision: 2,
      stale: [{ unitId: 'township-a', measure: 'subscriptions', current: 486 }],
    })
    expect([await numberOf('township-a'), await numberOf('township-b')]).toEqual([486, 300])
  })

  it('begins the table with what is fresh, even where another cell was changed upon a number that never stood', async () => {
    const saved = await save([cell('township-a', 5), cell('township-b', 6, 4)])
    expect(saved).toEqual({ revision: 1, stale: [{ unitId: 'township-b', measure: 'subscriptions', current: null }] })
    expect([await numberOf('township-a'), await numberOf('township-b')]).toEqual([5, null])
  })

  it('answers a repeated delivery as before and changes nothing', async () => {
    const [operationId, cells] = [newId(), [cell('township-a', 486)]]
    await save(cells, operationId)
    await save([cell('township-a', 500, 486)])
    expect(await save(cells, operationId)).toEqual({ revision: 2, stale: [] })
    expect(await numberOf('township-a')).toBe(500)
    expect(await verdict({ operationId, cells: [cell('township-b', 1, 7)] })).toBe('operation.reused')
  })

  it('takes all of what two people save at once', async () => {
    const unitIds = ['township-a', 'township-b', 'system-a', 'system-b', 'party-a', 'party-b']
    await Promise.all(unitIds.map(unitId => save([cell(unitId, 7)])))
    expect(await Promise.all(unitIds.map(unitId => numberOf(unitId)))).toEqual(unitIds.map(() => 7))
    expect((await stored()).revision).toBe(6)
  })
})
