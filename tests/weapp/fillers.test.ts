import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, startCounty } from '../support/county'
import type { Weapp } from '../support/weapp/run-weapp'

/* 填报人: the chair lets one in by a code, the filler joins with it and fills in, and is out again when the chair says so. */

const unitId = 'party-a'
let county: County
let chair: Weapp
let filler: Weapp
beforeAll(async () => {
  county = await startCounty()
  chair = await phoneOf(county, `chair-${unitId}`)
  filler = await phoneOf(county, 'a-new-clerk')
}, 120_000)
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

it('the chair gives a code, and whoever brings it sees the sheet', async () => {
  await chair.tap('#fillers-way')
  await chair.waitForText('最多4位，还能请3位。')
  await chair.shot('weapp/fillers')
  await chair.tap('#invite-filler')
  await chair.type('#invite-name', '王小红')
  await chair.type('#invite-phone', '13900000088')
  await chair.tap('#invite-send')
  await chair.waitForText('王小红的邀请码')
  await chair.waitForText('前有效，只能用一次')
  const code = await chair.find('#invitation-code').innerText()
  await chair.tap('#invitation-copy')
  await chair.waitForText('已复制')
  await chair.shot('weapp/filler-code')
  const copied = (await chair.spy()).calls.filter(({ name }) => name === 'setClipboardData')
  expect(copied.map(({ options }) => options)).toEqual([expect.objectContaining({ data: code })])
  await chair.tap('#invitation-done')
  await chair.waitForText('给王小红的邀请码')

  await filler.tap('#join')
  await filler.type('#invitation-code', code)
  await filler.tap('#join-county')
  await filler.waitForText('加入好了')
  await filler.tap('#begin')
  await filler.waitForText('从第1项填起')
  // Nobody but the chair gives and ends that post.
  expect(await filler.find('#fillers-way').count()).toBe(0)
  await filler.tap('#next-step')
  await filler.tap('#score-full')
  await filler.waitForText('县总已收到')
  expect(Object.values((await county.stored(unitId)).items)[0]?.self?.signature.name).toBe('王小红')
})

it('the chair sees who has joined, and ends the post only after being asked', async () => {
  await chair.tap('‹')
  await chair.tap('#fillers-way')
  await chair.waitForText('139 0000 0088')
  const [member] = (await county.as('office').get('member.list', { unitId })).members.filter(
    ({ name }) => name === '王小红',
  )
  await chair.tap(`#end-${member?.memberId}`)
  await chair.waitForText('撤掉王小红的职务？')
  await chair.tap('不撤')
  await chair.waitForText('139 0000 0088')
  await chair.tap(`#end-${member?.memberId}`)
  await chair.tap('.wx-dialog button:last-child')
  await chair.waitForNoText('王小红')
  expect(await county.as('a-new-clerk').verdict('assessment.open', { cycleId: '2026', unitId })).toBe(
    'permission.denied',
  )
  expect(await complaints()).toEqual([])
})

it('asks before the clipboard in words of its own; whoever refuses reads the code out', async () => {
  chair.phone.hasAgreedToPrivacy = false
  await chair.reopen('unit/fillers/fillers')
  await chair.tap('#invite-filler')
  await chair.type('#invite-name', '李大民')
  await chair.tap('#invite-send')
  await chair.waitForText('李大民的邀请码')
  await chair.tap('#invitation-copy')
  await chair.waitForText('复制前，请您先看一下')
  await chair.shot('weapp/filler-clipboard')
  await chair.tap('#privacy-refuse')
  await chair.waitForText('没有复制成，请把码念给李大民听。')
})
