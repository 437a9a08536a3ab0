import type { PostInput } from '#shared/contract/office-contract'
import { itemsOf } from '#shared/rubric/rubric'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, cycleId, startCounty } from '../support/county'
import { decision } from '../support/county/decisions'
import { askAgain, leaveUnreached } from '../support/county/notices'
import { filledSheet, newId, rubricOf } from '../support/county/sheets'
import type { Weapp } from '../support/weapp/run-weapp'

/* Where 开一次微信提醒 is offered: after joining, 送主席, the last 定分 of what is in, and beside the office's list. */

const unitId = 'township-a'
let county: County
beforeAll(async () => {
  county = await startCounty()
  await county.arrangeCycle({ untold: [] })
  await county.arrange(unitId, filledSheet('township'))
}, 120_000)
afterEach(putPhonesAway)
afterAll(() => county.close())

const ledger = async (openid: string) => Object.entries((await county.as(openid).get('notice.list', {})).consents)
const leftOf = async (openid: string) => (await ledger(openid)).map(([name, { left }]) => `${name} ${left}`)

async function allow(phone: Weapp, name: string): Promise<void> {
  await phone.shot(`weapp/consent-${name}`)
  await phone.tap('#consent-ask')
  await phone.tap('允许')
  await phone.waitForText('开好了。')
}

it.each<[string, PostInput, RegExp, string[]]>([
  ['unit', { role: 'filler', unitId }, /快到报送截止、部室请补充、得分可以看时，微信提醒您一次。/, ['1', '1', '1']],
  ['department', { role: 'reviewer', departmentId: 'welfare' }, /各单位都报送了，微信提醒您一次。/, ['0', '0', '1']],
  ['office', { role: 'office' }, /有单位没通知到时，微信提醒您一次。/, ['0', '0', '1']],
])('who joins a %s is offered what that will be told', async (kind, post, words, left) => {
  const openid = `newcomer-${kind}`
  const person = { name: '周小梅', phone: '13800000000', post }
  const { invitationCode } = await county.as('office').get('member.invite', person)
  const phone = await phoneOf(county, openid)
  await phone.reopen(`pages/join/join?code=${invitationCode}`)
  await phone.tap('#join-county')
  await phone.waitForText('加入好了')
  await phone.waitForText(words)
  await allow(phone, `joined-${kind}`)
  await phone.until(async () => (await leftOf(openid)).join() === named(left), 'the county to count it')
  await phone.tap('#begin')
  await phone.waitForPage('pages/home/home')
  expect(await complaints()).toEqual([])
})
const named = ([deadline, supplement, progress]: string[]) =>
  `deadline ${deadline},supplement ${supplement},progress ${progress}`

it('who sends to the chair is offered it there', async () => {
  const phone = await phoneOf(county, 'filler-township-a')
  await phone.tap('#next-step')
  await phone.tap('#submit-confirm')
  await phone.waitForText('已送主席审核，等主席报送')
  await phone.waitForText('主席报送了、部室请补充、快到截止时，微信提醒您一次。')
  await allow(phone, 'sent-to-chair')
  expect(await complaints()).toEqual([])
})

it('a department that has decided all that is in is offered it, and not before', async () => {
  const head = 'head-general-office'
  await county.as('chair-township-a').get('assessment.submit', { cycleId, unitId })
  const phone = await phoneOf(county, head)
  await phone.reopen('department/queue/queue?view=units')
  await phone.waitForText(/还有\d+项/)
  expect(await phone.find('#consent').count()).toBe(0)
  const rubric = rubricOf('township')
  const own = itemsOf(rubric).filter(({ department }) => department === 'general-office')
  const decisions = own.map(item => decision(rubric, item.id, { operationId: newId() }))
  await county.as(head).get('review.decide', { cycleId, departmentId: 'general-office', decisions })
  await phone.reopen('department/queue/queue?view=units')
  await phone.waitForText('报送的都定分了')
  await allow(phone, 'decided')
  expect(await complaints()).toEqual([])
})

it('the office is offered it below the list of whom nobody reached, on the phone', async () => {
  await askAgain(county, unitId, { 'a1-01': '缺会议记录' })
  await leaveUnreached(county)
  const phone = await phoneOf(county, 'office')
  await phone.tap('#tile-unreached')
  await phone.waitForText('没通知到3人，还有3人没打电话')
  await phone.find('#consent-ask').scrollIntoViewIfNeeded()
  await allow(phone, 'unreached')
  expect(await leftOf('office')).toContain('progress 1')
  expect(await complaints()).toEqual([])
})

it('a lasting consent is asked for without 「一次」, counts nothing and is not asked for again', async () => {
  const other = await startCounty({ lasting: true })
  try {
    const phone = await phoneOf(other, 'chair-township-a')
    await phone.tap('#notices-way')
    await phone.waitForText('有新的通知时，微信提醒您。')
    expect(await phone.text()).not.toMatch(/一次|还可提醒/)
    await allow(phone, 'lasting')
    await phone.shot('weapp/consent-lasting-given')
    await phone.until(
      async () => (await other.as('chair-township-a').get('notice.list', {})).consents.progress?.left === null,
      'the county to know it',
    )
    await phone.reopen()
    await phone.tap('#notices-way')
    await phone.waitForText(/还没有通知|都看过了|条没看/)
    expect(await phone.find('#consent').count()).toBe(0)
    expect(await complaints()).toEqual([])
  } finally {
    await other.close()
  }
}, 60_000)
