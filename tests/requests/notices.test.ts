import { memberIdOf } from '../../cloudfunctions/repositories/members'
import { demoTemplates } from '../../localcloud/demo-county/notice-templates'
import { type County, cycleId, startCounty } from '../support/county'
import { filledSheet, newId } from '../support/county/sheets'

/* What is told in the app, whatever the hour; consents; whom the office must phone. */

const unitId = 'township-a'
const chair = 'chair-township-a'
const filler = 'filler-township-a'
const head = 'head-organization'
const DAY = 86_400_000
const [deadlineId = ''] = Object.keys(demoTemplates)
let county: County
beforeAll(async () => {
  county = await startCounty()
  // The year's opening was told by an earlier clock.
  await county.arrangeCycle({ untold: [] })
})
afterAll(() => county.close())

const clock = () => county.cloud.fireTimer('clock')
const listOf = (openid: string) => county.as(openid).get('notice.list', {})
const unreached = () => county.as('office').get('notice.unreached', { cycleId })
const left = async (openid: string, template: 'deadline' | 'supplement') =>
  (await listOf(openid)).consents[template]?.left
type Answer = 'accept' | 'reject' | 'ban' | 'filter'
const say = (openid: string, operationId: string, answer: Answer) =>
  county.as(openid).get('consent.record', { operationId, answers: [{ template: 'deadline', answer }] })

beforeEach(async () => {
  await county.database.collection('notices').where({ cycleId }).remove()
  await county.arrange(unitId, {
    ...{ stage: 'filling', submission: null, sentToChair: null, openedBy: {}, history: [], untold: null },
    ...filledSheet('township'),
    ...{
      selfDueAt: Date.now() + 10 * DAY,
      selfOpenUntil: Date.now() + 20 * DAY,
      reviewOpenUntil: Date.now() + 20 * DAY,
    },
    remindAt: Date.now() + 3 * DAY,
  })
})

async function returned(): Promise<void> {
  await county.as(chair).get('assessment.submit', { cycleId, unitId })
  await county.as(head).get('review.return', {
    ...{ cycleId, departmentId: 'organization', unitId, itemId: 'a1-05', operationId: newId() },
    ...{ reason: '会议记录看不清', until: Date.now() + 4 * DAY },
  })
  await clock()
}

describe('a notice', () => {
  it('of 请补充 is there for everybody of the unit and leads to the item; nobody else has it', async () => {
    await returned()
    for (const openid of [chair, filler]) {
      const { notices, unread } = await listOf(openid)
      const [notice] = notices.filter(({ kind }) => kind === 'returned')
      expect(notice).toMatchObject({ page: '/unit/item/item?item=a1-05&post=unit:township-a', isRead: false })
      expect(notice?.words).toContain('请补充第5项')
      expect(unread).toBeGreaterThan(0)
    }
    expect((await listOf('chair-township-b')).notices).toEqual([])
  })

  it('is planned once, however often the clock runs and something else happens to the sheet', async () => {
    await returned()
    await county.arrange(unitId, { untold: 'something-else' })
    await clock()
    expect((await listOf(filler)).notices.filter(({ kind }) => kind === 'returned')).toHaveLength(1)
  })

  it('of 报送 is for those who did not press the button', async () => {
    await county.as(chair).get('assessment.submit', { cycleId, unitId })
    await clock()
    expect((await listOf(filler)).notices.map(({ kind }) => kind)).toEqual(['received'])
    expect((await listOf(chair)).notices).toEqual([])
  })

  it('of a deadline goes to those who are not done, with what is missing', async () => {
    const { items, summary } = filledSheet('township')
    const { 'a1-05': _, ...others } = items
    const self = { ...summary.self, count: summary.self.count - 1 }
    await county.arrange(unitId, { items: others, summary: { ...summary, self }, remindAt: Date.now() - 1 })
    await clock()
    const { notices } = await listOf(filler)
    expect(notices).toMatchObject([{ kind: 'deadline-near', page: '/pages/home/home?post=unit:township-a' }])
    expect(notices[0]?.words).toMatch(/^还有\d+天截止，还有1项没填。$/)
    expect((await county.stored(unitId)).remindAt).toBeGreaterThan(Date.now())
  })

  it('is read by its own person alone', async () => {
    await returned()
    const [notice] = (await listOf(filler)).notices
    const notices = [notice?.noticeId ?? '']
    await county.as(chair).get('notice.read', { notices })
    expect((await listOf(filler)).notices[0]?.isRead).toBe(false)
    await county.as(filler).get('notice.read', { notices })
    expect((await listOf(filler)).notices[0]?.isRead).toBe(true)
  })

  it.each([
    ['an operator', [{ $ne: '' }]],
    ['nothing', []],
    ['an id with a dot', ['a.b']],
  ])('is not named by %s', async (_what, notices) => {
    // As nobody's types allow, as a stranger may send it.
    expect(await county.as(filler).verdict('notice.read', { notices } as never)).toBe('call.invalid-input')
  })
})

describe('a consent', () => {
  it('counts once however often it is told, by the phone and by WeChat', async () => {
    const before = (await left(filler, 'deadline')) ?? 0
    const operationId = newId()
    await county.cloud.wechat.subscriptions.answer(filler, { [deadlineId]: 'accept' })
    await say(filler, operationId, 'accept')
    await say(filler, operationId, 'accept')
    expect(await left(filler, 'deadline')).toBe(before + 1)
  })

  it('is void once it is taken back in the settings, and refused ones count nothing', async () => {
    await say(filler, newId(), 'accept')
    await county.cloud.wechat.subscriptions.takeBack(filler, deadlineId)
    expect(await left(filler, 'deadline')).toBe(0)
    await say(filler, newId(), 'reject')
    expect(await left(filler, 'deadline')).toBe(0)
  })

  it.each<[Answer, number]>([
    ['accept', 1],
    ['reject', 0],
    ['ban', 0],
    ['filter', 0],
  ])('answered with 「%s」 allows %i more, and is kept', async (answer, more) => {
    const before = (await left(filler, 'deadline')) ?? 0
    await say(filler, newId(), answer)
    expect(await left(filler, 'deadline')).toBe(before + more)
    const ledger = { memberId: memberIdOf(filler), template: 'deadline' }
    expect((await county.database.collection('consents').where(ledger).get()).data).toMatchObject([{ answer }])
  })

  it('of a template that we do not have is nothing', async () => {
    const event = { MsgType: 'event', Event: 'subscribe_msg_popup_event', FromUserName: filler, CreateTime: 1 }
    const before = await left(filler, 'supplement')
    await county.cloud.wechat.push({ ...event, List: { TemplateId: 'another', SubscribeStatusString: 'accept' } })
    expect(await left(filler, 'supplement')).toBe(before)
  })

  it.each([
    ['another word', [{ template: 'deadline', answer: 'yes' }]],
    ['another template', [{ template: 'weather', answer: 'accept' }]],
    ['an operator', [{ template: { $ne: '' }, answer: 'accept' }]],
  ])('with %s is refused', async (_what, answers) => {
    // As nobody's types allow, as a stranger may send it.
    const input = { operationId: newId(), answers } as never
    expect(await county.as(filler).verdict('consent.record', input)).toBe('call.invalid-input')
  })
})

describe('the office', () => {
  const told = async (fate: string) => {
    await returned()
    await county.database
      .collection('notices')
      .where({ cycleId, memberId: memberIdOf(filler) })
      .update({ fate })
  }

  it.each([
    ['no-consent', '没有开微信提醒'],
    ['refused', '微信提醒用完了，或关掉了'],
    ['unknown', '不知道发到没有'],
  ])('sees whom no message reached (%s), phones, and says so', async (fate, reason) => {
    await told(fate)
    const { people, groupText } = await unreached()
    const [person] = people.filter(({ name }) => name.includes('填报人'))
    expect(person).toMatchObject({ unitName: '城关镇总工会', reason, phoned: null })
    expect(groupText).toContain('城关镇总工会：')
    const notices = person?.told.map(({ noticeId }) => noticeId) ?? []
    await county.as('office').get('notice.phoned', { cycleId, notices })
    const after = await unreached()
    expect(after.people.find(({ name }) => name === person?.name)?.phoned).toMatchObject({ by: '考核办' })
    expect(after.groupText).not.toContain('城关镇总工会填报人')
  })

  it('reads what happened in the same moment in the county’s customary order, and then always the same', async () => {
    const at = Date.now()
    const member = { memberId: memberIdOf(filler), fate: 'no-consent', kind: 'returned', cycleId, phoned: null }
    const items = { 'a1-05': { supplement: { at, until: at + DAY } } }
    // Ids run against the customary order.
    const asked = ['township-a', 'township-b'].flatMap((unit, place) =>
      ['x', 'y'].map(id => ({
        ...{ ...member, _id: `n-${9 - place}${id}`, unitId: unit, unitName: unit, itemId: 'a1-05', occasion: at },
        ...{ plannedAt: at, expiresAt: at + DAY, words: `${unit} ${id}` },
      })),
    )
    // Only what the list of the unreached reads of an item.
    for (const id of ['township-a', 'township-b']) await county.arrange(id, { items } as never)
    await county.database.collection('notices').add(asked)
    const [person] = (await unreached()).people
    expect(person?.told.map(({ words }) => words)).toEqual(['township-a y', 'township-b y'])
  })

  it('need not phone about what is no longer so', async () => {
    await told('no-consent')
    await county.as(chair).get('assessment.supplement', { cycleId, unitId, itemId: 'a1-05', operationId: newId() })
    expect((await unreached()).people).toEqual([])
  })
})
