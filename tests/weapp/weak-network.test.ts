import { fillItem, itemAt, waitForFigure } from '../scenarios/support/fill-on-phone'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, cycleId, startCounty } from '../support/county'
import { change, rubricOf } from '../support/county/sheets'
import type { Weapp } from '../support/weapp/run-weapp'

/* What a filler's phone does where an answer is lost, and where somebody else was quicker. */

const unitId = 'township-a'
const rubric = rubricOf('township')
let county: County
let phone: Weapp
beforeAll(async () => {
  county = await startCounty()
  phone = await phoneOf(county, 'filler-township-a')
})
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

const selfOf = async (itemId: string) => (await county.stored(unitId)).items[itemId]?.self

it('an answer that is lost is asked for again, and the county has the score once', async () => {
  await phone.tap('#next-step')
  await phone.setNetwork('reply-lost')
  await fillItem(phone, itemAt(rubric, 1), 50)
  await phone.until(async () => (await selfOf('a1-01')) !== undefined, 'the score to reach the county')
  await phone.waitForText('没信号，先存手机：1项等着上传')
  await phone.setNetwork('online')
  await phone.hide()
  await phone.show()
  await phone.waitForText('县总已收到')
  const { history } = await county.stored(unitId)
  expect(history.filter(({ itemId }) => itemId === 'a1-01')).toHaveLength(1)
})

it('where the chair was quicker, both values are shown and the person chooses', async () => {
  await phone.tap('#next-item')
  await phone.setOnline(false)
  await fillItem(phone, itemAt(rubric, 2), 100)
  const changes = [change('a1-02', { score: 300, remark: '全部建立' })]
  await county.as('chair-township-a').get('assessment.save', { cycleId, unitId, changes })
  await phone.setOnline(true)
  await phone.waitForText('1项要您看一下')
  await phone.waitForText('这项有两个填法')
  await phone.waitForText('全部建立')
  await phone.shot('weapp/conflict')
  expect(await selfOf('a1-02')).toMatchObject({ revision: 1, score: 300 })
})

it('what they choose is what the county then has', async () => {
  await phone.tap('#conflict-mine')
  await phone.tap('用您填的 2')
  // The card of the other value says the same words; only the status line speaks of this one.
  await phone.until(
    async () => (await phone.find('#status-line').textContent())?.includes('县总已收到') === true,
    'the county to have the choice',
  )
  await waitForFigure(phone, '#item-score', '2')
  expect(await selfOf('a1-02')).toMatchObject({ revision: 2, score: 200 })
})

it('who took the other value may still take their own back', async () => {
  await phone.tap('#next-item')
  await phone.setOnline(false)
  await fillItem(phone, itemAt(rubric, 3), 100)
  const changes = [change('a1-03', { score: 150, remark: '' })]
  await county.as('chair-township-a').get('assessment.save', { cycleId, unitId, changes })
  await phone.setOnline(true)
  await phone.waitForText('这项有两个填法')
  await phone.tap('#conflict-theirs')
  await phone.tap('#conflict-settle')
  await phone.waitForText('您原来填的 1，还在这里')
  await phone.shot('weapp/given-up')
  await waitForFigure(phone, '#item-score', '1.5')
  await phone.tap('#take-back')
  await waitForFigure(phone, '#item-score', '1')
  await phone.until(async () => (await selfOf('a1-03'))?.score === 100, 'the county to have it')
  expect(await complaints()).toEqual([])
})
