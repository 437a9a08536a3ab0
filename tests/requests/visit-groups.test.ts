import type { SaveVisitGroup } from '#shared/contract/visit-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { newId } from '../support/county/sheets'
import { suggestion } from '../support/county/visits'

let county: County
let people: { memberId: string; name: string }[]
beforeAll(async () => {
  county = await startCounty()
  people = (await county.as('office').get('visit-group.list', { cycleId })).people
})
afterAll(() => county.close())

const idOf = (name: string) => people.find(person => person.name === name)?.memberId ?? ''
const group = (fields: Partial<SaveVisitGroup> = {}): SaveVisitGroup => {
  const leaderId = idOf('保障部评分人')
  const days = [{ date: '2026-12-08', unitIds: ['system-a', 'township-a'] }]
  return { cycleId, groupId: newId(), revision: 0, name: '考核一组', leaderId, memberIds: [leaderId], days, ...fields }
}
const verdictOf = (input: object, openid = 'office') => county.as(openid).verdict('visit-group.save', input)

it('only the office makes groups, of people who belong to no unit', async () => {
  expect(await verdictOf(group(), 'head-welfare')).toBe('permission.denied')
  expect(await verdictOf(group({ name: '' }))).toBe('call.invalid-input')
  expect(await verdictOf(group({ memberIds: ['m-nobody'], leaderId: 'm-nobody' }))).toBe('visit-group.unknown-person')
  expect(await verdictOf(group({ leaderId: idOf('宣教部评分人') }))).toBe('visit-group.leader-missing')
  expect(await verdictOf(group({ days: [{ date: '2026-12-08', unitIds: ['no-unit'] }] }))).toBe(
    'visit-group.unknown-unit',
  )
  expect(people.map(person => person.name)).not.toContain('城关镇总工会主席')
})

it('the units of a day come in the county’s order; members see their group on their first page', async () => {
  const saved = await county.as('office').get('visit-group.save', group())
  expect(saved).toMatchObject({ revision: 1, days: [{ unitIds: ['township-a', 'system-a'] }] })
  const { visits } = await county.as('reviewer-welfare').get('identity.who-am-i', {})
  expect(visits).toEqual([{ groupId: saved.groupId, name: '考核一组', days: [{ date: '2026-12-08', units: 2 }] }])
  expect((await county.as('reviewer-publicity').get('identity.who-am-i', {})).visits).toBeUndefined()
})

it('of two who save at once the second is told', async () => {
  const input = group({ name: '考核二组' })
  const { revision } = await county.as('office').get('visit-group.save', input)
  const renamed = { ...input, revision, name: '考核三组' }
  expect([await verdictOf(renamed), await verdictOf(renamed)]).toEqual(['ok', 'visit-group.stale'])
  const { groups } = await county.as('office').get('visit-group.list', { cycleId })
  expect(groups.map(({ name }) => name)).toEqual(['考核一组', '考核三组'])
})

describe('removing a group', () => {
  const removing = (openid: string, input: object) => county.as(openid).verdict('visit-group.remove', input)

  it('is the office’s, of the group as it stands, and done once and for all', async () => {
    const { groupId, revision } = await county.as('office').get('visit-group.save', group({ name: '考核九组' }))
    const input = { cycleId, groupId, revision }
    expect(await removing('reviewer-welfare', input)).toBe('permission.denied')
    expect(await removing('office', { cycleId, groupId })).toBe('call.invalid-input')
    expect(await removing('office', { ...input, revision: 7 })).toBe('visit-group.stale')
    expect([await removing('office', input), await removing('office', input)]).toEqual(['ok', 'ok'])
    const { groups } = await county.as('office').get('visit-group.list', { cycleId })
    expect(groups.map(({ name }) => name)).not.toContain('考核九组')
  })

  it('is refused once somebody has noted something in its name', async () => {
    const { groupId, revision } = await county.as('office').get('visit-group.save', group({ name: '考核八组' }))
    const entries = [suggestion('township-a', 'a1-01', 300)]
    await county.as('reviewer-welfare').get('visit.save', { cycleId, groupId, entries })
    expect(await removing('office', { cycleId, groupId, revision })).toBe('visit-group.has-notes')
    const { groups } = await county.as('office').get('visit-group.list', { cycleId })
    expect(groups.map(({ name }) => name)).toContain('考核八组')
  })
})
