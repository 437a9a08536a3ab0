import { pageOfPaper } from '../scenarios/support/paper-pages'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, startCounty } from '../support/county'
import { filledSheet } from '../support/county/sheets'
import type { Weapp } from '../support/weapp/run-weapp'

/* The last evening with one bar of signal: words pass, pictures do not. The sheet is in all the same. */

const unitId = 'township-a'
let county: County
let chair: Weapp
beforeAll(async () => {
  county = await startCounty()
  await county.arrange(unitId, filledSheet('township'))
  chair = await phoneOf(county, 'chair-township-a')
}, 120_000)
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

it('报送 does not wait for pictures, and says so', async () => {
  await chair.tap('#tile-folder')
  await chair.setNetwork('words-only')
  await chair.photograph(pageOfPaper(1), pageOfPaper(2))
  await chair.tap('#photograph')
  await chair.tap('拍照')
  await chair.waitForText('没归项 2')
  await chair.tap('‹')
  await chair.tap('#next-step')
  await chair.waitForText('资料还有2张在传')
  await chair.shot('weapp/hand-in-check')
  await chair.tap('#submit-confirm')
  await chair.waitForText('资料还有2张在传，不影响报送时间。')
  await chair.shot('weapp/hand-in-coming')
  const { stage, submission, manifest = [], materials } = await county.stored(unitId)
  expect({ stage, late: submission?.late, announced: manifest.length, arrived: Object.keys(materials).length }).toEqual(
    {
      ...{ stage: 'submitted', late: false, announced: 2, arrived: 0 },
    },
  )
})

it('after a restart with signal they arrive, and belong to what was handed in', async () => {
  await chair.kill()
  await chair.setNetwork('online')
  await chair.reopen()
  await chair.waitForText('县总已收到')
  await chair.until(async () => Object.keys((await county.stored(unitId)).materials).length === 2, 'both pictures')
  await chair.waitForText('25项都报送了')
  const { materials, manifest = [] } = await county.stored(unitId)
  expect(Object.keys(materials).sort()).toEqual(manifest.map(({ materialId }) => materialId).sort())
  const sheet = await county.as('chair-township-a').get('assessment.open', { cycleId: '2026', unitId })
  expect(Object.values(sheet.materials).map(({ supplied }) => supplied)).toEqual([false, false])
  expect(await complaints()).toEqual([])
})
