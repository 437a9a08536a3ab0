import { itemsOf } from '#shared/rubric/rubric'
import { takeInWeapp } from '../pictures/take-in-weapp'
import { pageOfPaper } from '../scenarios/support/paper-pages'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, startCounty } from '../support/county'
import { rubricOf } from '../support/county/sheets'
import type { Weapp } from '../support/weapp/run-weapp'

/* A whole folder photographed in a valley: forty pages, the program killed, then sorted, then the signal comes back. */

const unitId = 'township-a'
const items = itemsOf(rubricOf('township')).filter(item => item.evidence === 'material')
let county: County
let phone: Weapp
beforeAll(async () => {
  county = await startCounty()
  phone = await phoneOf(county, 'filler-township-a')
}, 120_000)
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

/** Materials in the order in which the folder shows them. */
const shownMaterials = async () => {
  const ids = await phone.page.locator('.page-thumb').evaluateAll(thumbs => thumbs.map(({ id }) => id))
  return ids.map(id => id.replace(/^page-|-0$/g, ''))
}

/** Which of the twelve items each page proves: three or four pages an item, and the first page three items. */
const planOf = (materials: string[]) => {
  const plan = items.slice(0, 12).map((item, place) => ({
    pages: materials.slice(Math.round((place * 40) / 12), Math.round(((place + 1) * 40) / 12)),
    items: [item],
  }))
  const [first, second, third] = items
  if (!first || !second || !third) throw new Error('no items')
  const [page = ''] = plan[0]?.pages.splice(0, 1) ?? []
  return [{ pages: [page], items: [first, second, third] }, ...plan]
}

/** Chooses pages that lie one after another by the first and the last, ticks the items and confirms. */
async function sort({ pages, items: proven }: ReturnType<typeof planOf>[number]): Promise<void> {
  const [first, last] = [pages[0], pages.at(-1)]
  await phone.tap(`#page-${first}-0`)
  if (last !== first) await phone.tap(`#page-${last}-0`)
  if (pages.length > 2) await phone.tap('#sort-between')
  await phone.waitForText(`选了${pages.length}页`)
  await phone.tap('#sort-more')
  const list = phone.find('#sort-list')
  for (const { number } of proven) await list.locator(`#sort-${number}`).tap()
  await phone.tap('#sort-list-done')
  await phone.tap(`归到第${proven.map(({ number }) => number).join('、')}项`)
  await phone.waitForText('接着拍')
}

it('forty pages shot without signal are all there after the program was killed', async () => {
  await phone.tap('#tile-folder')
  await phone.waitForText('一页接一页拍')
  await phone.setOnline(false)
  for (const batch of [0, 1]) {
    const pages = Array.from({ length: 20 }, (_, place) => pageOfPaper(batch * 20 + place + 1))
    await takeInWeapp(phone, pages, 20_000)
  }
  await phone.waitForText('全部 40')
  await phone.reopen()
  await phone.tap('#tile-folder')
  await phone.waitForText('全部 40')
  await phone.waitForText('没归项 40')
})

let plan: ReturnType<typeof planOf>
it('they are sorted to twelve items, one page to three', async () => {
  plan = planOf(await shownMaterials())
  for (const step of plan) await sort(step)
  await phone.waitForText('没归项 0')
  await phone.shot('weapp/folder-sorted')
  expect(Object.keys((await county.stored(unitId)).materials)).toEqual([])
})

it('with signal forty files are stored, none twice, each proving what it was sorted to', async () => {
  await phone.setOnline(true)
  await phone.waitForText('县总已收到', 50_000)
  const { materials } = await county.stored(unitId)
  const sorted = Object.fromEntries(Object.entries(materials).map(([id, material]) => [id, [...material.items].sort()]))
  const meant = plan.flatMap(({ pages, items: proven }) => pages.map(id => [id, proven.map(item => item.id).sort()]))
  expect(sorted).toEqual(Object.fromEntries(meant))
  expect(new Set(Object.values(sorted).flat()).size).toBe(12)
  const files = Object.values(materials).flatMap(material => material.files)
  expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(40)
  const stored = county.cloud.storage.paths().filter(path => /^(incoming|materials)\//.test(path))
  const named = files.flatMap(({ fileId, thumbnailId }) => [fileId, thumbnailId ?? ''])
  expect(stored.sort()).toEqual(named.map(fileId => fileId.slice(fileId.indexOf('/materials/') + 1)).sort())
  expect(stored).toHaveLength(80)
  expect(await complaints()).toEqual([])
}, 60_000)
