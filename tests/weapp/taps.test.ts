import { itemsOf } from '#shared/rubric/rubric'
import { fillItem, itemAt, type SelfAnswer } from '../scenarios/support/fill-on-phone'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, startCounty } from '../support/county'
import { rubricOf } from '../support/county/sheets'
import type { Weapp } from '../support/weapp/run-weapp'

/*
 * A finger is counted where it comes down, in the built mini-program: at most three touches from opening the program to
 * the first score, and at most three for each item after that, whichever way the score is given.
 */
const MOST = 3
const rubric = rubricOf('township')
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

/** Counts from now on; answers how many touches there were since it was last asked. */
async function countTouches(phone: Weapp): Promise<() => Promise<number>> {
  const count = await phone.page.evaluateHandle(() => {
    const counted = { touches: 0 }
    const touched = () => {
      counted.touches += 1
    }
    document.addEventListener('touchstart', touched, { capture: true })
    return counted
  })
  return () =>
    count.evaluate(counted => {
      const { touches } = counted
      counted.touches = 0
      return touches
    })
}

/** The ways to give a score, one after another down the annex: full, −0.5, −1, typed, and 不涉及 where it has a reason. */
function answerTo(number: number): SelfAnswer {
  const [reason] = itemAt(rubric, number).notApplicableReasons
  if (reason) return reason
  return [0, 50, 100, 0][number % 4] ?? 0
}

it('from opening the program to the first score, and on through the whole sheet', async () => {
  const phone = await phoneOf(county, 'filler-township-a')
  const touches = await countTouches(phone)
  await phone.tap('#next-step')
  await fillItem(phone, itemAt(rubric, 1), 0)
  const first = await touches()
  const most = { taps: 0, item: 0 }
  const ways = new Set<string>()
  for (let number = 2; number <= itemsOf(rubric).length; number += 1) {
    const answer = answerTo(number)
    ways.add(typeof answer === 'string' ? '不涉及' : String(answer))
    await phone.tap('#next-item')
    await fillItem(phone, itemAt(rubric, number), answer)
    const taps = await touches()
    if (taps > most.taps) Object.assign(most, { taps, item: number })
  }
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThanOrEqual(MOST)
  expect(most.taps).toBeGreaterThan(1)
  expect(most.taps).toBeLessThanOrEqual(MOST)
  expect([...ways].sort()).toEqual(['0', '100', '50', '不涉及'])
  await phone.waitForText('县总已收到')
})

it('a score that no chip has: 输入, and the keyboard', async () => {
  const phone = await phoneOf(county, 'filler-township-b')
  const touches = await countTouches(phone)
  await phone.tap('#next-step')
  await phone.waitForText('第1项　')
  await touches()
  await fillItem(phone, itemAt(rubric, 1), 150)
  await phone.tap('#next-item')
  expect(await touches()).toBeLessThanOrEqual(MOST)
})

it('somebody of two posts, who has to say first for which', async () => {
  const { invitationCode } = await county.as('office').get('member.invite', {
    name: '陈红梅',
    phone: '13800000186',
    post: { role: 'filler', unitId: 'system-a' },
  })
  await county.as('chair-system-b').get('member.join', { invitationCode })
  const phone = await phoneOf(county, 'chair-system-b')
  const touches = await countTouches(phone)
  await phone.tap('教育系统工会　填报人')
  await phone.tap('#next-step')
  await fillItem(phone, itemAt(rubricOf('system'), 1), 0)
  expect(await touches()).toBeLessThanOrEqual(MOST)
  expect(await complaints()).toEqual([])
})
