import { dayText } from '#shared/cycle/beijing-time'
import { itemAt } from '../scenarios/support/fill-on-phone'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { openReview } from '../scenarios/support/review-on-phone'
import { type County, cycleId, startCounty, units } from '../support/county'
import { picture, registration, takeTickets, upload } from '../support/county/files'
import { newId, rubricOf } from '../support/county/sheets'
import { handIn, makeVisitGroup, visitedUnits } from '../support/county/visits'
import type { Weapp } from '../support/weapp/run-weapp'

/*
 * Must hold 7, in the built mini-program: two members take the pack along, draft six units without network, and the
 * department decides with both drafts in view. Steps of one story.
 */
const date = dayText(Date.now())
const days = [{ date, unitIds: visitedUnits }]
const [liu, wang] = ['reviewer-welfare', 'reviewer-publicity']
let county: County
let groupId: string
let phones: Weapp[]
beforeAll(async () => {
  county = await startCounty()
  await handIn(county)
  await county.arrangeCycle({ decidedBy: 'any-reviewer' })
  groupId = (await makeVisitGroup(county, [liu, wang], { days })).groupId
})
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

const firstItem = (unitId: string) =>
  rubricOf(units.find(unit => unit.unitId === unitId)?.audience ?? 'township').categories[0]?.items[0]

/** A material of the first unit, with a thumbnail. */
async function registerPicture(): Promise<void> {
  const filler = 'filler-township-a'
  const files = [picture(1), picture(2, 'thumbnail')]
  const [full, thumbnail] = await takeTickets(county, filler, files)
  for (const [index, ticket] of [full, thumbnail].entries())
    await upload(county, filler, ticket?.path ?? '', files[index]?.content ?? Buffer.of())
  const named = { ticketId: full?.ticketId ?? '', thumbnailTicketId: thumbnail?.ticketId ?? '' }
  await county.as(filler).get('material.register', registration({ files: [named], items: ['a1-01'] }))
}

/** From the day's page to the first item of a unit. */
async function openItem(phone: Weapp, unitId: string): Promise<void> {
  await phone.tap(`#unit-${unitId}`)
  await phone.tap('#item-1')
  await phone.waitForPage('visit/item/item')
}

/** As WeChat's own arrow does. */
const back = (phone: Weapp) => phone.tap('.wx-nav-back')

/** The first item of a unit, seen in the original; then back to the day. */
async function suggest(phone: Weapp, unitId: string, score: () => Promise<void>): Promise<void> {
  await openItem(phone, unitId)
  await score()
  await phone.tap('#seen-originals')
  await back(phone)
  await phone.waitForText('我建议')
  await back(phone)
  await phone.waitForPage('visit/day/day')
}

/** Half a point less than the maximum, for a reason. */
async function deduct(phone: Weapp): Promise<void> {
  await phone.tap('#review-minus-50')
  await phone.tap('#reason-new')
  await phone.type('#reason-phrase', '缺会议记录')
  await phone.tap('#reason-add')
}

it('two members see their day, and how large it is, before they take it along', async () => {
  await registerPicture()
  phones = await Promise.all([liu, wang].map(openid => phoneOf(county, openid)))
  await Promise.all(
    phones.map(async phone => {
      await phone.waitForText('考核二组　今天6个单位')
      await phone.tap(`#visit-${groupId}`)
      await phone.waitForPage('visit/day/day')
      await phone.tap('#visit-look')
      await phone.waitForText(/6个单位，约\d+ KB（其中缩略图12 KB）/)
      expect(await phone.text()).not.toContain('可以离线了')
    }),
  )
})

it('a download that breaks off is not 可以离线了, and goes on', async () => {
  const [first, second] = phones
  await first?.setOnline(false)
  await first?.tap('#visit-download')
  await first?.waitForText('没信号')
  expect(await first?.text()).not.toContain('可以离线了')
  await first?.setOnline(true)
  await first?.tap('#visit-look')
  for (const phone of [first, second]) {
    await phone?.tap('#visit-download')
    await phone?.waitForText('可以离线了')
  }
  await first?.shot('weapp/visit-day')
})

it('without network both draft six units, and after a restart everything is there, thumbnails too', async () => {
  const [deducted = '', ...agreed] = visitedUnits
  await Promise.all(
    phones.map(async phone => {
      await phone.setOnline(false)
      await suggest(phone, deducted, () => deduct(phone))
      for (const unitId of agreed) await suggest(phone, unitId, () => phone.tap('#review-agree'))
      await phone.reopen(`visit/day/day?cycle=${cycleId}&group=${groupId}&date=${date}`)
      await phone.until(async () => (await phone.text()).split('我记了1项').length === 7, 'six units with a note')
      await openItem(phone, 'township-a')
      await phone.until(async () => (await phone.find('.page-thumb-picture').count()) === 1, 'the thumbnail')
    }),
  )
  await phones[0]?.shot('weapp/visit-item')
  expect((await county.database.collection('visit-drafts').get()).data).toEqual([])
})

it('one asks the unit to supply something, and shows it: no score, and no way back', async () => {
  const [phone] = phones
  if (!phone) throw new Error('no phone')
  await phone.tap('#visit-supplement')
  await phone.type('#supplement-reason', '补职代会签到册原件')
  await phone.tap('#supplement-send')
  await phone.waitForText('限期补充，')
  await back(phone)
  await phone.waitForText('我建议2.5')
  await phone.photograph(picture(3).content)
  await phone.tap('#picture-place')
  await phone.tap('拍照')
  await phone.until(async () => (await phone.find('.page-thumb-uploading').count()) === 1, 'the picture on the phone')
  await phone.shot('weapp/visit-unit')
  await phone.tap('#show-unit')
  await phone.waitForPage('visit/shown/shown')
  await phone.waitForText('补职代会签到册原件')
  await phone.waitForText('看了原件')
  expect(await phone.pages()).toEqual(['visit/shown/shown'])
  expect(await phone.text()).not.toMatch(/2\.5|建议|自评|扣|\d分/)
  expect(await phone.page.getByText('‹', { exact: true }).filter({ visible: true }).count()).toBe(0)
  await phone.shot('weapp/visit-shown')
})

it('shown, it is killed and opened again, goes to the background, is opened by a message: it is the same page, alone', async () => {
  const [phone] = phones
  if (!phone) throw new Error('no phone')
  const stays = async () => {
    await phone.until(async () => (await phone.pages()).join() === 'visit/shown/shown', 'the page that is shown')
    await phone.waitForText('补职代会签到册原件')
  }
  for (const opening of [undefined, 'visit/unit/unit', 'department/queue/queue?view=units', 'pages/rubric/rubric']) {
    await phone.reopen(opening)
    await stays()
  }
  await phone.hide()
  await phone.show()
  await stays()
  const leap = phone.page.evaluate(() => {
    const { navigateBack } = window.__weapp.wx
    return typeof navigateBack === 'function' ? navigateBack({ delta: 3 }) : null
  })
  await expect(leap).rejects.toThrow('cannot navigate back at first page')
  await stays()
  await phone.tap('#take-back')
  await phone.tap('不收回')
  await phone.reopen()
  await stays()
  await phone.tap('#take-back')
  await phone.tap('收回')
  await phone.waitForPage('visit/unit/unit')
  await phone.reopen()
  await phone.waitForPage('pages/home/home')
})

it('with network again everything arrives, once', async () => {
  for (const phone of phones) await phone.setOnline(true)
  for (const phone of phones) await phone.waitForText('县总已收到')
  const { data } = await county.database.collection('visit-drafts').get()
  expect(data).toHaveLength(12)
  for (const { unitId, items } of data)
    expect(Object.entries(items)).toMatchObject([[firstItem(unitId)?.id, { score: { seen: ['originals'] } }]])
  const { history, visitPictures = {}, materials } = await county.stored('township-a')
  expect(history.filter(({ part }) => part === 'supplement')).toHaveLength(1)
  expect(Object.values(visitPictures)).toMatchObject([{ kind: 'place', groupName: '考核二组' }])
  expect(Object.keys(materials)).toHaveLength(1)
})

it('the department decides with both in view, taking one over by a tap', async () => {
  const head = await phoneOf(county, 'head-general-office')
  await openReview(head, 'township-a')
  await head.waitForText('二组 保障部评分人 建议2.5')
  await head.waitForText('二组 宣教部评分人 建议2.5')
  await head.waitForText('考核组拍的照片　1张')
  await head.tap('#visit-pictures-open')
  await head.waitForText('现场 二组 保障部评分人')
  await head.shot('weapp/visit-suggestions')
  await head.tap('#take-1')
  await head.waitForText(`定分 2.5 分`)
  await head.tap('#decide')
  await head.until(
    async () => (await county.stored('township-a')).items['a1-01']?.reviews?.['general-office']?.score === 250,
    'the 定分',
  )
  expect(itemAt(rubricOf('township'), 1).points).toBe(300)
})

it('the unit sees what is to be supplied, in the group’s name, and answers', async () => {
  const chair = await phoneOf(county, 'chair-township-a')
  await chair.waitForText('补职代会签到册原件')
  expect(await chair.text()).not.toMatch(/评分人|建议2/)
  const sheet = { cycleId, unitId: 'township-a' }
  await county.as('chair-township-a').get('assessment.supplement', { ...sheet, itemId: 'a1-01', operationId: newId() })
  expect((await county.stored('township-a')).summary.supplementsOpen).toBe(0)
  expect(await complaints()).toEqual([])
})
