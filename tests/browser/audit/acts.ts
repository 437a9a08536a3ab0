import type { Page } from 'playwright-core'
import { type County, cycleId } from '../../support/county'
import { change } from '../../support/county/sheets'
import { goTo, seen } from '../h5'
import { fillItem, statusLine } from '../unit-screens'

/** What is done on a page before it is looked at. */
export type Act = (page: Page, county: County) => Promise<void>

/** Touches one thing and waits until another is there. */
export const touching =
  (selector: string, appears: string): Act =>
  async page => {
    await seen(page, selector).first().click()
    await seen(page, appears).first().waitFor()
  }

const remark = '全年召开联席会议2次，纪要两份；另有3个村还没有方案，已列入明年一季度计划。'
const cutOff = (page: Page) => page.route('**/api', route => route.abort())
const reconnect = (page: Page) => page.unroute('**/api')

/** One value typed without signal, another given meanwhile by the chair; then there is signal again. */
async function fillTwice(page: Page, county: County, unitId: string, itemId: string): Promise<void> {
  await seen(page, '#filling').waitFor()
  await cutOff(page)
  await fillItem(page, 1, { chip: 'minus-50', remark })
  await statusLine(page).getByText('没信号').waitFor()
  const revision = (await county.stored(unitId)).items[itemId]?.self?.revision ?? 0
  const changes = [change(itemId, { score: 100, remark, revision })]
  await county.as(`chair-${unitId}`).get('assessment.save', { cycleId, unitId, changes })
  await reconnect(page)
}

/** The item with both values, as the status line leads to it. */
export const meetingConflict =
  (unitId: string, itemId: string): Act =>
  async (page, county) => {
    await fillTwice(page, county, unitId, itemId)
    await seen(page, '#next-item').click()
    await fillItem(page, 2, { chip: 'full' })
    await statusLine(page).getByText('要您看一下').click()
    await seen(page, '#waiting, #conflict').waitFor()
    await goTo(page, `/unit/item/item?item=${itemId}`)
    await seen(page, '#conflict').waitFor()
  }

/** The list of what waits, with something in it: three items without signal. */
export const waitingWithoutSignal: Act = async page => {
  await seen(page, '#filling').waitFor()
  await cutOff(page)
  for (const number of [1, 2, 3]) {
    await fillItem(page, number, { chip: 'minus-50', remark })
    await seen(page, '#next-item').click()
  }
  await statusLine(page).getByText('没信号').click()
  await seen(page, '.waiting-entry').nth(2).waitFor()
}

/** 看看有多大, 下载: the pack of the day on this machine. */
export const takingPack: Act = async page => {
  await seen(page, '#visit-look').click()
  await seen(page, '#visit-download, #visit-ready').first().waitFor()
  if (await seen(page, '#visit-download').count()) await seen(page, '#visit-download').click()
  await seen(page, '#visit-ready').waitFor()
}

/** A suggestion for the first item of a unit, so that there is something to show it. */
export const suggesting: Act = async page => {
  await seen(page, '#review-agree, #review-full').first().click()
  await seen(page, '#own-figure').waitFor()
  await seen(page, '#seen-originals').click()
}
