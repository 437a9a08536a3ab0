import { heldWords } from '#shared/content/written'
import { cycleId } from '../support/county'
import { change } from '../support/county/sheets'
import { handIn } from '../support/county/visits'
import { goTo, type H5, look, seen, startH5 } from './h5'

/* A remark that WeChat thinks risky: 「暂不显示」 to the department, a line to who wrote it, and the office's word above it. */

jest.setTimeout(90_000)

let h5: H5
beforeAll(async () => {
  h5 = await startH5()
})
afterAll(() => h5.close())

const unit = { cycleId, unitId: 'township-a' }
const risky = '职代会的记录在一号盒，这里有违规内容样本'

it('is read by its own side and the office, and by others once the office lets them', async () => {
  const { county } = h5
  await handIn(county, ['township-a'])
  await county.arrange('township-a', { stage: 'filling', submission: null })
  const changes = [change('a1-01', { revision: 1, remark: risky, score: 300 })]
  await county.as('filler-township-a').get('assessment.save', { ...unit, changes })
  await county.cloud.fireTimer('clock')

  const phone = await h5.at('filler-township-a', 'phone')
  await goTo(phone, '/unit/item/item?item=a1-01')
  await seen(phone, '#held-words').waitFor()
  expect(await seen(phone, '#remark textarea').inputValue()).toBe(risky)
  await look(phone, 'phone/held-words')
  await goTo(phone, '/notices/list/list')
  await phone.getByText('您写的自评备注，别人暂时看不到').waitFor()
  await look(phone, 'phone/held-notice')

  await handInAgain()
  const review = `/department/review/review?unit=${unit.unitId}&item=a1-01`
  const head = await h5.at('head-general-office', 'pc')
  await goTo(head, review)
  await seen(head, '#unit-says').getByText(`备注：${heldWords}`).waitFor()
  await look(head, 'pc/held-in-review')

  const office = await h5.at('office', 'pc')
  await goTo(office, '/office/inbox/inbox')
  await office.getByText('城关镇总工会写的自评备注').waitFor()
  await look(office, 'pc/inbox-texts')
  await office.getByText('让别人看', { exact: true }).click()
  await office.getByText('：别人可以看').waitFor()

  await head.reload()
  await seen(head, '#unit-says').getByText(`备注：${risky}`).waitFor()
  expect(h5.troubles).toEqual([])

  async function handInAgain() {
    const submission = { signature: { name: '主席', memberId: 'm-0', at: 1 }, late: false }
    await county.arrange('township-a', { stage: 'submitted', submission })
    await county.arrangeCycle({ phase: 'review' })
  }
})
