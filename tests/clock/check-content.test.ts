import type { Phase } from '#shared/cycle/cycle'
import { memberIdOf } from '../requests/matrix/callers'
import { type County, cycleId, startCounty } from '../support/county'
import { storedDecision } from '../support/county/decisions'
import { picture, registration, type TestFile, uploaded } from '../support/county/files'
import { change, newId } from '../support/county/sheets'

/* From a registration through the clock, WeChat and its push to what each person sees. */
const filler = 'filler-township-a'
const unit = { cycleId, unitId: 'township-a' }
const assessmentId = `${cycleId}:township-a`
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
beforeEach(async () => {
  await county.arrange('township-a', { stage: 'filling', items: {}, materials: {}, history: [] })
  await county.database.collection('content-checks').where({}).remove()
  await county.cloud.wechat.pushResults()
})

async function handIn(...files: TestFile[]): Promise<string> {
  const input = registration({ files: await uploaded(county, filler, files), items: ['a1-01'] })
  await county.as(filler).get('material.register', input)
  return input.materialId
}
const runClock = () => county.cloud.fireTimer('clock')
const goOn = (phase: Phase = 'self-assessment') =>
  Promise.all([county.arrange('township-a', { stage: 'submitted' }), county.arrangeCycle({ phase })])

/** What this person sees of the material's files, and which are hidden from others. */
async function seen(openid: string, materialId: string): Promise<{ shown: boolean[]; hidden: number[] }> {
  const input = { ...unit, size: 'full' as const, materials: [materialId] }
  const { addresses, hidden } = await county.as(openid).get('material.view', input)
  return { shown: (addresses[materialId] ?? []).map(address => address !== null), hidden: hidden[materialId] ?? [] }
}
async function states(): Promise<string[]> {
  const { data } = await county.database.collection('content-checks').doc(assessmentId).get()
  const files: { state: string }[] = Object.values(data[0]?.files ?? {})
  return files.map(({ state }) => state).sort()
}

it('hides a risky picture from all but its unit and the office, who decides', async () => {
  const { wechat } = county.cloud
  wechat.deem(picture(2).content, 'risky')
  const materialId = await handIn(picture(1), picture(2))
  await goOn()
  expect(await seen('reviewer-general-office', materialId)).toEqual({ shown: [true, true], hidden: [] })
  await runClock()
  expect(await states()).toEqual(['pending', 'pending'])
  expect(await wechat.pushResults(2)).toBe(2)
  expect(await states()).toEqual(['pass', 'risky'])

  const hidden = [1]
  for (const openid of ['reviewer-general-office', 'leader'])
    expect(await seen(openid, materialId)).toEqual({ shown: [true, false], hidden })
  for (const openid of [filler, 'chair-township-a', 'office'])
    expect(await seen(openid, materialId)).toEqual({ shown: [true, true], hidden })

  const office = county.as('office')
  const { pictures } = await office.get('content.list', { cycleId })
  expect(pictures).toMatchObject([
    { unitName: '城关镇总工会', state: 'risky', materialName: '党委会议纪要', decision: null },
  ])
  expect((await fetch(pictures[0]?.address ?? '')).status).toBe(200)
  const named = { ...unit, fileKey: pictures[0]?.fileKey ?? '' }
  await office.get('content.decide', { ...named, shown: true })
  expect(await seen('reviewer-general-office', materialId)).toEqual({ shown: [true, true], hidden: [] })
  expect((await office.get('content.list', { cycleId })).pictures[0]?.decision).toMatchObject({
    shown: true,
    signature: { name: expect.any(String), at: expect.any(Number) },
  })
  await office.get('content.decide', { ...named, shown: false })
  expect((await seen('reviewer-general-office', materialId)).shown).toEqual([true, false])
  expect(await county.as('office').verdict('content.decide', { ...named, shown: true, fileKey: 'nobody-knows' })).toBe(
    'content.unknown',
  )
})

it('lets the office look at what WeChat would not check, and hides nothing meanwhile', async () => {
  const materialId = await handIn(picture(1))
  county.cloud.wechat.visit(filler, Date.now() - 121 * 60_000)
  await runClock()
  await goOn()
  expect(await states()).toEqual(['could-not-check'])
  expect((await seen('reviewer-general-office', materialId)).shown).toEqual([true])
  expect((await county.as('office').get('content.list', { cycleId })).pictures).toHaveLength(1)
})

it('asks once, however often the clock runs, and again an hour after a silence', async () => {
  await handIn(picture(1))
  await Promise.all([runClock(), runClock()])
  await runClock()
  const asked = county.cloud.wechat.waitingPictures()
  expect(asked).toBeLessThanOrEqual(2)
  const { data } = await county.database.collection('content-checks').doc(assessmentId).get()
  const [fileKey = ''] = Object.keys(data[0].files)
  const hourAgo = Date.now() - 61 * 60_000
  await county.database
    .collection('content-checks')
    .doc(assessmentId)
    .update({ [`files.${fileKey}.askedAt`]: hourAgo, pendingSince: hourAgo })
  await runClock()
  await runClock()
  expect(county.cloud.wechat.waitingPictures()).toBe(asked + 1)
  await county.cloud.wechat.pushResults()
  expect(await states()).toEqual(['pass'])
})

it('tells the office of risky words, and takes no notice of others', async () => {
  const remark = '这里有违规内容样本'
  await county
    .as(filler)
    .get('assessment.save', { ...unit, changes: [change('a1-01', { remark, operationId: newId() })] })
  await runClock()
  expect((await county.as('office').get('content.list', { cycleId })).texts).toMatchObject([
    { unitId: 'township-a', unitName: '城关镇总工会', by: null, what: '自评备注', text: remark, decision: null },
  ])
  const { data } = await county.database.collection('assessments').doc(assessmentId).get()
  expect(data[0].unchecked).toBeNull()
})

it('tells the office of risky words in a department’s 扣分说明, and whose they are', async () => {
  const phrase = '这里有违规内容样本'
  // WeChat answers only about people who were there within two hours.
  await county.as('head-welfare').get('identity.who-am-i', {})
  const signature = { name: '部长', memberId: memberIdOf('head-welfare'), at: 1 }
  const decision = { ...storedDecision(200), reasons: [{ phrase, points: 100 }], signature }
  const items = { 'a1-02': { reviews: { welfare: decision } } }
  await county.arrange('township-a', { stage: 'submitted', items, unchecked: 'again' })
  await runClock()
  expect((await county.as('office').get('content.list', { cycleId })).texts).toMatchObject([
    { unitId: 'township-a', unitName: '城关镇总工会', by: '保障部', what: '扣分说明', text: phrase },
  ])
})

it.each([
  ['an unknown trace', { MsgType: 'event', Event: 'wxa_media_check', version: 2, trace_id: 'never-given', errcode: 0 }],
  ['another event', { MsgType: 'event', Event: 'subscribe_msg_popup_event' }],
  ['an operator', { MsgType: 'event', Event: 'wxa_media_check', version: 2, trace_id: { $gt: '' } }],
])('takes no notice of a push of %s', async (_what, event) => {
  await handIn(picture(1))
  await runClock()
  await county.cloud.wechat.push(event)
  expect(await states()).toEqual(['pending'])
})
