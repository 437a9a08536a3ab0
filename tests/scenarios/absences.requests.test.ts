import type { SaveMeeting } from '#shared/contract/meeting-contract'
import { unitRecords } from '#shared/records/records-of-unit'
import { findItem } from '#shared/rubric/rubric'
import { evaluateItem } from '#shared/rules/evaluate'
import { type County, cycleId, startCounty } from '../support/county'
import { deduction } from '../support/county/decisions'
import { picture } from '../support/county/files'
import { uploadedPages } from '../support/county/records'
import { newId, rubricOf, selfScore } from '../support/county/sheets'

/*
 * 附件1第4项, 2 分: 工会主席、工会委员按时参加县总会议、培训等活动，每缺席一次扣0.5分。 From the paper 签到册 to the figure, through
 * 有出入, by requests of the real SDK on the local cloud. Steps of one story: each stands upon those before it.
 */

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const unitId = 'township-a'
const sheet = { cycleId, unitId }
const office = { cycleId, departmentId: null }
const [chairman, member, another] = ['主席 王建国', '委员 李晓燕', '委员 张军'] as const
const fourth = findItem(rubricOf('township'), 'a1-04')
if (!fourth) throw new Error('附件1第4项')

/** As the unit's phone works it out, from what `assessment.open` answers. */
async function seenByTheUnit() {
  const { records } = await county.as('filler-township-a').get('assessment.open', sheet)
  const { figure, trail } = evaluateItem(fourth ?? { points: 0 }, unitRecords(records))
  return { records, figure, trail: trail() }
}

async function hold(meetingId: string, fields: Partial<SaveMeeting>, absent: number[]) {
  const expected = [
    { unitId, people: [chairman, member, another] },
    { unitId: 'township-b', people: ['主席 刘洋'] },
  ]
  const marks = absent.map(place => ({ unitId, place, attendance: 'absent' as const, note: '' }))
  const sheets = await uploadedPages(county, 'office', [picture(meetingId.length)])
  const meeting = { title: '', kind: 'meeting' as const, date: '', ...fields }
  await county.as('office').get('meeting.save', { ...office, meetingId, expected, marks, sheets, ...meeting })
}

describe('三次会议', () => {
  it('nobody has recorded anything: nothing is worked out', async () => {
    const { figure, trail } = await seenByTheUnit()
    expect(figure).toBeNull()
    expect(trail.at(-1)?.sentence).toContain('县总还没有缺席的记录，暂不推算')
  })

  it('the office enters three meetings: the chair was absent from one, a committee member from two', async () => {
    await hold('spring', { title: '全县工会工作会议', date: '2026-03-12' }, [0])
    await hold('summer', { title: '工会干部培训班', kind: 'training', date: '2026-06-18' }, [1])
    await hold('autumn', { title: '第三季度工作推进会', date: '2026-09-24' }, [1])
  })

  it('附件1第4项 yields 0.5 of 2, with a trail that names the meetings', async () => {
    // By hand: absent three times, 3 × 0.5 = 1.5 off, 2 − 1.5 = 0.5.
    const { figure, trail } = await seenByTheUnit()
    expect(figure).toBe(50)
    expect(trail.at(-1)).toMatchObject({
      sentence: '缺席 3 次 × 0.5 分，扣 1.5 分，得 0.5 分；依据：县总签到记录',
      points: -150,
      clause: '每缺席一次扣0.5分',
    })
    expect(trail.at(-1)?.entries.map(({ what, date }) => [what, date])).toEqual([
      [`全县工会工作会议　${chairman}`, '2026-03-12'],
      [`工会干部培训班　${member}`, '2026-06-18'],
      [`第三季度工作推进会　${member}`, '2026-09-24'],
    ])
  })

  it('the other unit, which missed none, keeps its 2, and sees nobody else’s names', async () => {
    const { records } = await county.as('chair-township-b').get('assessment.open', { cycleId, unitId: 'township-b' })
    expect(evaluateItem(fourth, unitRecords(records)).figure).toBe(200)
    expect(JSON.stringify(records)).not.toContain('李晓燕')
  })
})

describe('有出入', () => {
  const operationId = newId()
  const text = '培训班第二天李晓燕补签了，请看签到册第二页。'
  const raising = { ...sheet, measure: 'absences', entryId: 'summer-p1', operationId, text }

  it('the unit says that one entry is not right; the figure stays until somebody answers', async () => {
    const { records } = await county.as('chair-township-a').get('record.raise-doubt', raising)
    expect(records.doubts).toMatchObject([{ doubtId: operationId, text, answer: null }])
    expect((await seenByTheUnit()).figure).toBe(50)
  })

  it('the office sees it where it stands: in the list, at the meeting, with the entry’s words', async () => {
    const { doubts } = await county.as('office').get('record.doubts', office)
    expect(doubts).toMatchObject([
      { unitName: '城关镇总工会', measureName: '缺席', entryWords: `工会干部培训班　${member}` },
    ])
    const { meetings } = await county.as('office').get('meeting.list', office)
    expect(meetings.map(({ meetingId, doubtsOpen }) => [meetingId, doubtsOpen])).toEqual([
      ['autumn', 0],
      ['summer', 1],
      ['spring', 0],
    ])
    const summer = await county.as('office').get('meeting.open', { ...office, meetingId: 'summer' })
    expect(summer.units[0]?.doubts).toMatchObject([{ doubtId: operationId }])
    expect(summer.sheets).toHaveLength(1)
  })

  const correction = {
    ...office,
    meetingId: 'summer',
    unitId,
    place: 1,
    revision: 1,
    to: 'present' as const,
    note: '',
    operationId: newId(),
    reason: '签到册第二页有补签',
    doubtId: operationId,
  }

  it('and corrects it to 到会, with the reason; once, however often it is delivered', async () => {
    const first = await county.as('office').get('meeting.correct', correction)
    const again = await county.as('office').get('meeting.correct', correction)
    expect(again.units).toEqual(first.units)
  })

  it('the figure becomes 1.0', async () => {
    // By hand: absent twice, 2 × 0.5 = 1 off, 2 − 1 = 1.
    const { figure, trail } = await seenByTheUnit()
    expect(figure).toBe(100)
    expect(trail.at(-1)?.sentence).toBe('缺席 2 次 × 0.5 分，扣 1 分，得 1 分；依据：县总签到记录')
    expect(trail.at(-1)?.entries.map(({ what }) => what)).not.toContain(`工会干部培训班　${member}`)
  })

  it('what was before is kept, and the unit sees it, with why; the doubt shows its answer', async () => {
    const { records } = await seenByTheUnit()
    const entry = records.records.absences?.entries.find(({ entryId }) => entryId === 'summer-p1')
    expect(entry).toMatchObject({
      what: `工会干部培训班　${member}`,
      removed: true,
      was: [{ value: { count: 1 }, reason: '签到册第二页有补签', at: expect.any(Number) }],
    })
    expect(records.doubts).toMatchObject([
      { doubtId: operationId, answer: { kind: 'corrected', text: '签到册第二页有补签', by: '考核办' } },
    ])
    const { data } = await county.database.collection('meetings').doc('summer').get()
    expect(data[0].marks[unitId].p1).toMatchObject({
      revision: 2,
      value: { attendance: 'present' },
      was: [{ value: { attendance: 'absent' }, signature: { name: '考核办' }, operationId: correction.operationId }],
    })
  })

  it('the department scores by the same figure: 1.0 needs no word, another score does', async () => {
    const items = { 'a1-04': { self: selfScore(100) } }
    await county.arrange(unitId, { stage: 'submitted', items, reviewOpenUntil: Date.now() + 86_400_000 })
    await county.arrangeCycle({ phase: 'review' })
    const decide = async (off: number) => {
      const decisions = [deduction(rubricOf('township'), 'a1-04', off, '缺席')]
      const review = { cycleId, departmentId: 'general-office', decisions }
      const { verdicts } = await county.as('head-general-office').get('review.decide', review)
      return verdicts.map(verdict => ('problem' in verdict ? verdict.problem.code : verdict.kind))
    }
    expect(await decide(150)).toEqual(['departure.missing'])
    expect(await decide(100)).toEqual(['saved'])
  })
})
