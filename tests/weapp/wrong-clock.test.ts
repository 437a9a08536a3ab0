import { fillItem, itemAt } from '../scenarios/support/fill-on-phone'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, startCounty } from '../support/county'
import { rubricOf } from '../support/county/sheets'

/* A phone whose clock is a day wrong, in another time zone: deadlines go by the county's clock, and work is safe. */

const unitId = 'township-a'
const HOUR = 3_600_000
const DAY = 24 * HOUR
const rubric = rubricOf('township')
let county: County
beforeAll(async () => {
  county = await startCounty()
}, 120_000)
afterEach(putPhonesAway)
afterAll(() => county.close())

it('a day ahead, in New York: the days that are left are the county’s, also without signal after a restart', async () => {
  await county.arrange(unitId, { selfDueAt: Date.now() + 5 * DAY, selfOpenUntil: Date.now() + 9 * DAY })
  const phone = await phoneOf(county, 'filler-township-a', {
    clock: { timeZone: 'America/New_York', milliseconds: DAY },
  })
  await phone.waitForText('离报送截止还有 5 天')
  await phone.setOnline(false)
  await phone.reopen()
  await phone.waitForText('离报送截止还有 5 天')
  await phone.tap('#next-step')
  await fillItem(phone, itemAt(rubric, 1), 50)
  await phone.setOnline(true)
  await phone.waitForText('县总已收到')
  const { items } = await county.stored(unitId)
  expect(Math.abs((items['a1-01']?.self?.signature.at ?? 0) - Date.now())).toBeLessThan(HOUR)
  expect(await complaints()).toEqual([])
})

it('a day behind, in Honolulu: a deadline that has passed has passed, and what is typed is late but not lost', async () => {
  await county.arrange(unitId, { selfDueAt: Date.now() - HOUR, selfOpenUntil: Date.now() + DAY })
  const phone = await phoneOf(county, 'filler-township-a', {
    clock: { timeZone: 'Pacific/Honolulu', milliseconds: -DAY },
  })
  await phone.waitForText('已过报送截止，再报送记逾期报送')
  await phone.tap('#next-step')
  await fillItem(phone, itemAt(rubric, 2), 50)
  await phone.waitForText('县总已收到')
  expect((await county.stored(unitId)).items['a1-02']?.self).toMatchObject({ score: 250 })
  expect(await complaints()).toEqual([])
})
