import { type County, startCounty } from '../support/county'
import { newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
beforeEach(() => county.database.collection('complaints').where({}).remove())

const complaint = (text = '报送时间太紧') => ({ operationId: newId(), text, contact: '' })
const office = () => county.as('office')

describe('complaint.send is refused', () => {
  it('to a computer that nobody has signed in', async () => {
    expect(await county.overHttp().verdict('complaint.send', complaint())).toBe('identity.required')
  })

  it.each([
    ['one character', { text: '太' }],
    ['1,001 characters', { text: '太'.repeat(1001) }],
    ['blanks', { text: '    ' }],
    ['an operator', { text: { $gt: '' } }],
    ['no operation', { operationId: '' }],
  ])('for %s', async (_what, changed) => {
    expect(await county.as('nobody').verdict('complaint.send', { ...complaint(), ...changed })).toBe(
      'call.invalid-input',
    )
  })

  it('for a fourth within a day, of one person only, and leaves nothing behind', async () => {
    const stranger = county.as('nobody')
    for (let time = 0; time < 3; time += 1) await stranger.get('complaint.send', complaint())
    expect(await stranger.verdict('complaint.send', complaint())).toBe('complaint.too-many')
    expect((await stranger.get('complaint.own', {})).complaints).toHaveLength(3)
    expect(await county.as('somebody-else').verdict('complaint.send', complaint())).toBe('ok')
    await county.database
      .collection('complaints')
      .where({})
      .update({ at: Date.now() - 25 * 3_600_000 })
    expect(await stranger.verdict('complaint.send', complaint())).toBe('ok')
  })

  it('for other words under the same operation', async () => {
    const first = complaint()
    await county.as('nobody').get('complaint.send', first)
    expect(await county.as('nobody').verdict('complaint.send', { ...first, text: '别的话' })).toBe('operation.reused')
    expect(await county.as('somebody-else').verdict('complaint.send', first)).toBe('operation.reused')
  })
})

it('is kept once however often it is delivered, and answered once for its sender to see', async () => {
  const stranger = county.as('nobody')
  const sent = { ...complaint(), contact: '0000-7654321' }
  await Promise.all([stranger.get('complaint.send', sent), stranger.get('complaint.send', sent)])
  const { complaints } = await office().get('complaint.list', {})
  expect(complaints).toMatchObject([{ text: sent.text, contact: sent.contact, name: null, answer: null }])

  const answer = { complaintId: sent.operationId, operationId: newId(), text: '可以晚两天' }
  await office().get('complaint.answer', answer)
  expect(await office().verdict('complaint.answer', answer)).toBe('ok')
  expect(await office().verdict('complaint.answer', { ...answer, operationId: newId() })).toBe('complaint.answered')
  expect(await office().verdict('complaint.answer', { ...answer, complaintId: newId() })).toBe('complaint.unknown')
  expect((await stranger.get('complaint.own', {})).complaints[0]?.answer).toMatchObject({ text: '可以晚两天' })
  expect((await county.as('somebody-else').get('complaint.own', {})).complaints).toEqual([])
})

it('is one person’s on the phone and on the computer', async () => {
  const chair = 'chair-township-a'
  const pc = county.overHttp(await county.signIn(chair))
  await pc.get('complaint.send', complaint())
  expect((await county.as(chair).get('complaint.own', {})).complaints).toHaveLength(1)
})

it.each(['chair-township-a', 'head-general-office', 'leader'])('is not for %s to read', async openid => {
  expect(await county.as(openid).verdict('complaint.list', {})).toBe('permission.denied')
})

it.each([
  ['报送时间太紧', false],
  ['违规内容样本', true],
])('has 「%s」 looked at by WeChat: risky %s', async (text, isRisky) => {
  await county.as('nobody').get('complaint.send', complaint(text))
  await county.cloud.fireTimer('clock')
  expect((await office().get('complaint.list', {})).complaints).toMatchObject([{ text, isRisky }])
  expect((await county.database.collection('jobs').get()).data).toEqual([])
})
