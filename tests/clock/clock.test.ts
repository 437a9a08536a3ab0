import config from '../../cloudfunctions/clock/config.json'
import { readTimer } from '../../cloudfunctions/clock/read-timer'
import { type County, startCounty } from '../support/county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const timerEvent = { Type: 'Timer', TriggerName: 'every-five-minutes', Time: '2026-11-25T00:00:00Z', Message: '' }

it('runs when the timer fires', async () => {
  expect(await county.cloud.fireTimer('clock')).toMatchObject({ left: null })
})

it('is called every five minutes', () => {
  expect(config.triggers.map(({ config: when }) => when)).toEqual(['0 */5 * * * * *'])
})

it('is not reached by a mini-program or over HTTP', async () => {
  const asPhone = await fetch(`${county.cloud.address}/wechat/call-function`, {
    method: 'POST',
    body: JSON.stringify({ openid: 'office', name: 'clock', data: timerEvent }),
  })
  expect(await asPhone.json()).toMatchObject({ code: 'PERMISSION_DENIED' })
  const overHttp = await fetch(`${county.cloud.address}/clock`, { method: 'POST', body: JSON.stringify(timerEvent) })
  expect(overHttp.ok).toBe(false)
})

it.each<[string, unknown, Record<string, string>]>([
  ['a client’s', { ...timerEvent, userInfo: { openId: 'office' } }, { TRIGGER_SRC: 'tcb' }],
  ['a person’s', timerEvent, { WX_OPENID: 'office' }],
  ['a function’s', timerEvent, { TRIGGER_SRC: 'tcb' }],
  ['an HTTP', { httpMethod: 'POST', body: JSON.stringify(timerEvent) }, { TRIGGER_SRC: 'http' }],
  ['an empty', undefined, {}],
])('refuses %s call, whatever the rules let through', (_whose, event, variables) => {
  expect(readTimer(event, { environment: JSON.stringify(variables) })).toBeNull()
})

it('reads its time from the context', () => {
  const context = { environment: JSON.stringify({ TRIGGER_SRC: 'timer' }), time_limit_in_ms: 7000 }
  expect(readTimer(timerEvent, context)).toEqual({ milliseconds: 7000 })
})
