import { goTo, type H5, look, seen, startH5, write } from './h5'

/* 投诉建议: written on the phone, lost by no reload, answered on the PC, read by who wrote it; pictures stand beside it. */

jest.setTimeout(90_000)

let h5: H5
beforeAll(async () => {
  h5 = await startH5()
})
afterAll(() => h5.close())

const filler = 'filler-township-a'
const address = '/pages/complaints/complaints'

it('reaches the office and comes back with an answer', async () => {
  const phone = await h5.at(filler, 'phone')
  await goTo(phone, address)
  await write(phone, '#complaint-text', '报送时间太紧')
  await phone.reload()
  const field = seen(phone, '#complaint-text textarea')
  await field.waitFor()
  expect(await field.inputValue()).toBe('报送时间太紧')
  await seen(phone, '#send-complaint').click()
  await seen(phone, '#complaint-sent').waitFor()
  await look(phone, 'phone/complaints-sent')
  expect(await seen(phone, '#complaint-text textarea').inputValue()).toBe('')

  const office = await h5.at('office', 'pc')
  await goTo(office, '/office/inbox/inbox')
  const card = seen(office, '#inbox .card').first()
  await card.waitFor()
  await write(office, '#inbox', '可以晚两天')
  await look(office, 'pc/inbox')
  await card.getByText('答复', { exact: true }).click()
  await card.getByText('：可以晚两天').waitFor()

  await phone.reload()
  await seen(phone, '#complaints').getByText('可以晚两天').waitFor()
  await look(phone, 'phone/complaints-answered')
  expect(h5.troubles).toEqual([])
})

it('asks somebody who is not signed in to telephone', async () => {
  const stranger = await h5.stranger('pc')
  await seen(stranger, '#complaints').click()
  await seen(stranger, '#office-phone').waitFor()
  expect(await seen(stranger, '#complaint-form').count()).toBe(0)
})
