import { type County, startCounty } from '../support/county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

it('answers anybody, by either way in', async () => {
  expect(await county.overHttp().get('health', {})).toEqual({ healthy: true })
  expect(await county.as('nobody').get('health', {})).toEqual({ healthy: true })
})

it('takes nothing', async () => {
  expect(await county.overHttp().verdict('health', { $where: '1' })).toBe('call.invalid-input')
})
