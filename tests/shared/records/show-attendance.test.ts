import fc from 'fast-check'
import { type Attendance, isAboutMeeting, type Meeting, markOf } from '#shared/records/meeting'
import { corrected, newlyWritten } from '#shared/records/record'
import { unitRecords } from '#shared/records/records-of-unit'
import { showAttendance } from '#shared/records/show-attendance'
import { findItem } from '#shared/rubric/rubric'
import { evaluateItem } from '#shared/rules/evaluate'
import { rubricOf } from '../../support/county/sheets'
import { anyMeetings, unitId } from './arbitrary-records'

const item = findItem(rubricOf('township'), 'a1-04')
if (!item) throw new Error('附件1第4项')
const countsOf = (meetings: Meeting[]) => {
  const records = showAttendance(unitId, meetings)
  return Object.fromEntries(
    Object.entries(records).map(([measure, { entries }]) => [
      measure,
      entries.filter(({ removed }) => !removed).length,
    ]),
  )
}
const figureOf = (meetings: Meeting[]) =>
  evaluateItem(item, unitRecords({ records: showAttendance(unitId, meetings), targets: {} }))

const by = (at: number) => ({ name: '考核办', memberId: 'm-0', at })
const marked = (attendance: Attendance, at = 1) => newlyWritten({ attendance, note: '' }, by(at))
const otherwise = (mark: ReturnType<typeof marked>, attendance: Attendance, at: number) =>
  corrected(mark, { attendance, note: '' }, { signature: by(at), reason: `第${at}天`, operationId: `op-${at}` })

const meeting = (marks: Meeting['marks'][string], fields: Partial<Meeting> = {}): Meeting => ({
  _id: 'spring',
  cycleId: '2026',
  title: '工作会议',
  kind: 'meeting',
  date: '2026-03-12',
  expected: { [unitId]: ['主席 王建国', '委员 李晓燕', '委员 张军'] },
  marks: { [unitId]: marks },
  sheets: [],
  signature: by(0),
  bodyHash: '',
  ...fields,
})

describe('a meeting', () => {
  test('yields one entry for each person, by how the person is marked', () => {
    const records = showAttendance(unitId, [
      meeting({ p0: marked('absent'), p1: marked('leave'), p2: marked('proxy') }),
    ])
    expect(records.absences).toMatchObject({
      source: '县总签到记录',
      scope: '共1次会议',
      entries: [{ entryId: 'spring-p0', what: '工作会议　主席 王建国', date: '2026-03-12', count: 1 }],
    })
    expect(records.leaves?.entries.map(({ what }) => what)).toEqual(['工作会议　委员 李晓燕'])
    expect(records.proxies?.entries.map(({ what }) => what)).toEqual(['工作会议　委员 张军'])
  })

  test('at which two were absent counts once where meetings are counted', () => {
    const { 'absent-meetings': once } = showAttendance(unitId, [
      meeting({ p0: marked('absent'), p2: marked('absent') }),
    ])
    expect(once?.entries).toMatchObject([{ entryId: 'spring', what: '工作会议　主席 王建国、委员 张军缺席', count: 1 }])
  })

  test('to which the unit was not invited says nothing of it', () => {
    expect(showAttendance(unitId, [meeting({}, { expected: {} })])).toEqual({})
  })

  test('that was corrected shows what stood there, in the measure it left and in the one it came to', () => {
    const records = showAttendance(unitId, [meeting({ p0: otherwise(marked('absent'), 'leave', 5) })])
    const was = { reason: '第5天', at: 5 }
    expect(records.absences?.entries).toMatchObject([{ removed: true, was: [{ ...was, value: { count: 1 } }] }])
    expect(records.leaves?.entries).toMatchObject([{ removed: false, was: [{ ...was, value: null }] }])
  })

  test('counted as one keeps who was said to be absent before each correction, and loses nobody', () => {
    const once = (marks: Meeting['marks'][string]) =>
      showAttendance(unitId, [meeting(marks)])['absent-meetings']?.entries
    const king = marked('absent')
    const zhang = marked('absent')
    expect(once({ p0: otherwise(king, 'present', 5), p2: zhang })).toMatchObject([
      { what: '工作会议　委员 张军缺席', was: [{ value: { what: '工作会议　主席 王建国、委员 张军缺席' }, at: 5 }] },
    ])
    expect(once({ p0: otherwise(king, 'present', 5), p2: otherwise(zhang, 'leave', 7) })).toMatchObject([
      { removed: true, was: [{ at: 5 }, { value: { what: '工作会议　委员 张军缺席' }, at: 7 }] },
    ])
    expect(once({ p1: otherwise(marked('leave'), 'proxy', 5) })).toEqual([])
  })
})

describe('a year of meetings', () => {
  test('yields the same figure in whatever order they are read', () => {
    fc.assert(
      fc.property(anyMeetings, fc.infiniteStream(fc.nat()), (meetings, chance) => {
        const keyed = meetings.map(held => ({ held, key: chance.next().value ?? 0 }))
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ held }) => held)
        expect(countsOf(shuffled)).toEqual(countsOf(meetings))
        expect(figureOf(shuffled).figure).toBe(figureOf(meetings).figure)
      }),
    )
  })

  test('counts each mark that stands once, and no mark of another unit', () => {
    const standing = (meetings: Meeting[], attendance: Attendance) =>
      meetings
        .flatMap(({ marks }) => Object.values(marks[unitId] ?? {}))
        .filter(mark => mark.value.attendance === attendance)
    fc.assert(
      fc.property(anyMeetings, meetings => {
        const invited = meetings.filter(({ expected }) => expected[unitId])
        const absent = invited.filter(held => standing([held], 'absent').length > 0)
        expect(countsOf(meetings)).toEqual(
          invited.length === 0
            ? {}
            : {
                absences: standing(meetings, 'absent').length,
                leaves: standing(meetings, 'leave').length,
                proxies: standing(meetings, 'proxy').length,
                'absent-meetings': absent.length,
              },
        )
      }),
    )
  })

  test('loses nothing that was ever shown: every former value stands under its entry', () => {
    fc.assert(
      fc.property(anyMeetings, meetings => {
        const { absences } = showAttendance(unitId, meetings)
        for (const held of meetings) {
          for (const [place, mark] of Object.entries(held.marks[unitId] ?? {})) {
            const everAbsent = [mark, ...mark.was].some(({ value }) => value.attendance === 'absent')
            const entry = absences?.entries.find(({ entryId }) => entryId === `${held._id}-${place}`)
            expect(entry !== undefined).toBe(everAbsent)
            if (entry) expect(entry.was.map(({ reason }) => reason)).toEqual(mark.was.map(({ reason }) => reason))
          }
        }
      }),
    )
  })

  test('never yields more by one meeting with an absence than without it', () => {
    fc.assert(
      fc.property(anyMeetings, meetings => {
        const more = [...meetings, meeting({ p0: marked('absent') })]
        const figure = figureOf(meetings).figure ?? item.points
        expect(figureOf(more).figure).toBeLessThanOrEqual(figure)
      }),
    )
  })
})

test('who was never marked was there by the list itself, and a first mark keeps that', () => {
  const unmarked = markOf(meeting({}), unitId, 1)
  expect(unmarked).toEqual({ revision: 0, value: { attendance: 'present', note: '' }, signature: by(0), was: [] })
  expect(otherwise(unmarked, 'absent', 3)).toMatchObject({ revision: 1, was: [{ value: { attendance: 'present' } }] })
})

test('an entry names its meeting without doubt, however meetings are called', () => {
  expect(isAboutMeeting('spring', 'absences', 'spring-p0')).toBe(true)
  expect(isAboutMeeting('spring', 'absences', 'spring-p12')).toBe(true)
  expect(isAboutMeeting('spring', 'absences', 'spring-p0-p1')).toBe(false)
  expect(isAboutMeeting('spring-p0', 'absences', 'spring-p0-p1')).toBe(true)
  expect(isAboutMeeting('spring', 'absences', 'spring')).toBe(false)
  expect(isAboutMeeting('spring', 'absent-meetings', 'spring')).toBe(true)
  expect(isAboutMeeting('spring', 'absent-meetings', 'spring-p0')).toBe(false)
  expect(isAboutMeeting('spring', 'articles', 'spring-p0')).toBe(false)
})
