import { addressedTo } from '#shared/notices/post-in-address'
import { memberIdOf } from '../../cloudfunctions/repositories/members'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, startCounty } from '../support/county'
import { askAgain } from '../support/county/notices'
import { filledSheet } from '../support/county/sheets'
import type { Weapp } from '../support/weapp/run-weapp'

/* Chair of two units and reviewer of a department: a notice opens as the post that it concerns. */

const person = 'chair-township-a'
const asked = { 'township-a': '城关的会议记录缺一页', 'township-b': '河口的照片看不清' }

let county: County
let phone: Weapp
beforeAll(async () => {
  county = await startCounty()
  const { command } = county.database
  const since = { from: Date.now() - 1000, to: null, invitationId: null }
  const others = [
    { role: 'chair', unitId: 'township-b', ...since },
    { role: 'reviewer', departmentId: 'welfare', ...since },
  ]
  await county.database
    .collection('members')
    .where({ _id: memberIdOf(person) })
    .update({ posts: command.push(others) })
  for (const [unitId, reason] of Object.entries(asked)) {
    const signature = { name: '王建国', at: Date.now(), fromPaper: false, memberId: '' }
    const submission = { signature, late: false }
    await county.arrange(unitId, { ...filledSheet('township'), stage: 'submitted', openedBy: {}, submission })
    await askAgain(county, unitId, { 'a1-01': reason })
  }
  phone = await phoneOf(county, person)
}, 120_000)
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

const noticeOf = async (words: string) => {
  const { notices } = await county.as(person).get('notice.list', {})
  const found = notices.find(told => told.words.includes(words))
  if (!found) throw new Error(`nobody was told 「${words}」`)
  return found
}
/** 部室 is the last of the three. */
const becomeReviewer = async () => {
  await phone.tap('#post-2')
  await phone.find('#home-department').waitFor()
}

it('in the app: as the department one opens what concerns the second unit, then the first', async () => {
  await phone.shot('weapp/notice-posts-choosing')
  await becomeReviewer()
  await phone.tap('#notices-way')
  for (const reason of [asked['township-b'], asked['township-a']]) {
    const { noticeId } = await noticeOf(reason)
    await phone.tap(`#notice-${noticeId}`)
    await phone.waitForPage('unit/item/item')
    await phone.waitForText(reason)
    await phone.tap('‹')
  }
  await phone.shot('weapp/notice-posts-list')
  // The program stays what the notice has made of it.
  await phone.tap('‹')
  await phone.waitForText('城关镇总工会')
})

it('from a message of WeChat: cold, and while the program stands at another post', async () => {
  const { page } = await noticeOf(asked['township-b'])
  const path = page.replace(/^\//, '')
  await phone.reopen(path)
  await phone.waitForText(asked['township-b'])

  await phone.reopen()
  await phone.waitForText('河口镇总工会')
  await phone.tap('#change-post')
  await becomeReviewer()
  await phone.page.evaluate(url => {
    const go: unknown = window.__weapp.wx.reLaunch
    if (typeof go === 'function') go({ url })
  }, page)
  await phone.waitForText(asked['township-b'])
})

it('whoever then chooses another post on the page that a notice opened stays that', async () => {
  await phone.reopen(addressedTo('unit:township-a', 'pages/home/home'))
  await phone.waitForText('城关镇总工会')
  await phone.tap('#change-post')
  await becomeReviewer()
  await phone.tap('#notices-way')
  await phone.tap('‹')
  await phone.find('#home-department').waitFor()
  expect(await complaints()).toEqual([])
})

it('a post that the person no longer holds changes nothing', async () => {
  await phone.reopen(addressedTo('unit:system-a', 'pages/home/home'))
  await phone.find('#home-department').waitFor()
})
