import { waitForFigure } from '../scenarios/support/fill-on-phone'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { openReview } from '../scenarios/support/review-on-phone'
import { type County, cycleId, startCounty } from '../support/county'
import { filledSheet, newId, selfScore } from '../support/county/sheets'
import type { Weapp } from '../support/weapp/run-weapp'

/*
 * 附件1第4项, 2 分, 每缺席一次扣0.5分, on the phones of both sides. Three meetings; the chair misses the first, a
 * committee member the second and the third: 3 × 0.5 off, 0.5 is left. The unit says that the third is not so; the
 * office corrects it; 2 × 0.5 off, 1 is left. Steps of one story: each stands upon those before it.
 */
const unitId = 'township-a'
const people = ['主席 王建国', '委员 李晓燕']
const meetings = [
  { meetingId: 'meeting-spring', title: '全县工会工作会议', date: '2026-03-12', absent: 0 },
  { meetingId: 'meeting-summer', title: '工会干部培训班', date: '2026-06-18', absent: 1 },
  { meetingId: 'meeting-autumn', title: '第三季度工作推进会', date: '2026-09-24', absent: 1 },
]
const office = { cycleId, departmentId: null }

let county: County
let filler: Weapp
beforeAll(async () => {
  county = await startCounty()
  for (const { meetingId, title, date, absent } of meetings)
    await county.as('office').get('meeting.save', {
      ...office,
      meetingId,
      title,
      kind: 'meeting',
      date,
      expected: [{ unitId, people }],
      marks: [{ unitId, place: absent, attendance: 'absent', note: '' }],
      sheets: [],
    })
})
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

it('the unit sees the figure, its sentence, and the meetings that made it', async () => {
  filler = await phoneOf(county, 'filler-township-a')
  await openFourth()
  await filler.waitForText('按县总记录推算')
  await waitForFigure(filler, '#record-figure', '0.5')
  await filler.waitForText('缺席 3 次 × 0.5 分，扣 1.5 分，得 0.5 分')
  for (const words of ['3月12日', '全县工会工作会议', '6月18日', '工会干部培训班', '9月24日', '第三季度工作推进会'])
    await filler.waitForText(words)
  await filler.waitForText('依据：县总签到记录，共3次会议')
  await filler.shot('weapp/item-record')
})

it('one tap fills the self-score, and typing stays as light as on any item', async () => {
  await filler.tap('#score-by-record')
  await waitForFigure(filler, '#item-score', '0.5')
  await filler.waitForText('县总已收到')
  await filler.forget()
  await filler.type('#remark', '签')
  const bytes = (await filler.setData()).reduce((sum, call) => sum + call.bytes, 0)
  expect(bytes).toBeLessThanOrEqual(200)
  await filler.until(async () => (await selfOf())?.remark === '签', 'the remark to reach the county')
  expect(await selfOf()).toMatchObject({ score: 50 })
})

it('without signal 有出入 says that it was not sent, and keeps what was typed', async () => {
  await filler.setOnline(false)
  await filler.tap('#doubt-absences')
  await filler.tap('#doubt-subject-3')
  await filler.type('#doubt-text', '李晓燕到会了')
  await filler.shot('weapp/doubt')
  await filler.tap('#doubt-send')
  await filler.waitForText('没信号，没有送出去')
  await filler.tap('#doubt-close')
  await filler.setOnline(true)
})

it('with signal it is told to the county', async () => {
  await filler.tap('#doubt-absences')
  await filler.tap('#doubt-subject-3')
  expect(await filler.find('#doubt-text').locator('input').inputValue()).toBe('李晓燕到会了')
  await filler.tap('#doubt-send')
  await filler.waitForText('已告诉县总，等答复')
  expect(await doubts()).toMatchObject([
    { unitId, measure: 'absences', entryId: 'meeting-autumn-p1', text: '李晓燕到会了', answer: null },
  ])
})

it('the office corrects the entry; the unit sees the new figure, what stood there, and the answer', async () => {
  const [doubt] = await doubts()
  await county.as('office').get('meeting.correct', {
    ...office,
    meetingId: 'meeting-autumn',
    unitId,
    place: 1,
    operationId: newId(),
    revision: 1,
    to: 'present',
    note: '',
    reason: '签到册第2页有她的签名',
    doubtId: doubt?.doubtId ?? null,
  })
  await filler.kill()
  await filler.reopen()
  await openFourth()
  await waitForFigure(filler, '#record-figure', '1')
  await filler.waitForText('缺席 2 次 × 0.5 分，扣 1 分，得 1 分')
  await filler.waitForText('更正：签到册第2页有她的签名')
  expect(await filler.find('.trail-entry.struck').textContent()).toContain('第三季度工作推进会')
  await filler.waitForText('答复了您说的有出入')
  await filler.waitForText('已更正。签到册第2页有她的签名')
  // The score is none of the chips now, so its field stands open; no keyboard comes for it.
  expect(
    await filler
      .find('#score-typed')
      .locator('input')
      .evaluate(input => input === document.activeElement),
  ).toBe(false)
  await filler.shot('weapp/item-record-corrected')
  await filler.tap('#score-by-record')
  await waitForFigure(filler, '#item-score', '1')
})

it('the department sees the same, and 按记录 brings score, 扣分说明 and what it rests on', async () => {
  await county.arrangeCycle({ phase: 'review', decidedBy: 'department-head' })
  const { items, ...filled } = filledSheet('township')
  await county.arrange(unitId, {
    ...filled,
    items: { ...items, 'a1-04': { self: selfScore(150) } },
    stage: 'submitted',
    openedBy: {},
    reviewOpenUntil: Date.now() + 86_400_000,
  })
  const head = await phoneOf(county, 'head-general-office')
  await openReview(head, unitId)
  await head.tap('#goto-4')
  await waitForFigure(head, '#record-figure', '1')
  await head.tap('#record-open')
  await head.waitForText('工会干部培训班')
  await head.tap('#review-by-record')
  await head.waitForText('合计 −1，对上了')
  await head.waitForText('缺席 2 次')
  await head.shot('weapp/review-record')
  expect(await decideButton(head)).not.toMatch(/\boff\b/)
})

it('another score is not taken without a word, and with it the unit later reads why', async () => {
  const head = await phoneOf(county, 'head-general-office')
  await openReview(head, unitId)
  await head.tap('#goto-4')
  await head.tap('#review-full')
  await head.waitForText('第4项按县总记录推算是 1 分，评的不一样，请写一句为什么。')
  expect(await decideButton(head)).toMatch(/\boff\b/)
  await head.type('#departure', '六月由县总派去市里开会')
  await head.until(async () => !/\boff\b/.test(await decideButton(head)), '定分 to be ready')
  await head.shot('weapp/review-departure')
  await head.tap('#decide')
  const decision = async () => (await county.stored(unitId)).items['a1-04']?.reviews?.['general-office']
  await head.until(async () => (await decision()) !== undefined, 'the county to have the 定分')
  expect(await decision()).toMatchObject({ score: 200, departure: '六月由县总派去市里开会' })

  await county.arrangeCycle({ phase: 'score-check' })
  await filler.kill()
  await filler.reopen()
  await openFourth()
  await filler.waitForText('和县总记录推算不同：六月由县总派去市里开会')
  expect(await complaints()).toEqual([])
})

/** From the phone's home, or wherever it is, by 目录 to item 4. */
async function openFourth(): Promise<void> {
  await filler.tap('#tile-sheet')
  await filler.tap('#item-4')
  await filler.waitForText('第4项　')
}

const selfOf = async () => (await county.stored(unitId)).items['a1-04']?.self
const doubts = async () => (await county.as('office').get('record.doubts', office)).doubts
const decideButton = async (head: Weapp) => (await head.find('#decide').getAttribute('class')) ?? ''
