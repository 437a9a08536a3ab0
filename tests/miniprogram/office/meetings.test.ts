import type { OpenedMeeting } from '#shared/contract/meeting-contract'
import { personEntryId } from '#shared/records/meeting'
import { readAttendanceKey } from '../../../miniprogram/meetings/attendance-keys'
import { doubtsAbout, placeOfDoubt } from '../../../miniprogram/meetings/doubts-of-meeting'
import {
  beginMeeting,
  changePerson,
  changeUnit,
  meetingFaults,
  nextAttendance,
  saveRequest,
  turnoutInWords,
  turnoutOf,
  withPeople,
} from '../../../miniprogram/meetings/meeting-draft'

const person = (name: string) => ({ person: name, attendance: 'present' as const, note: '', revision: 0, was: [] })
const likely: OpenedMeeting = {
  meetingId: null,
  title: '',
  kind: 'meeting',
  date: '',
  units: [
    { unitId: 'u-1', name: '马店镇', people: [person('主席 谢立新'), person('委员 李红')], doubts: [] },
    { unitId: 'u-2', name: '西山乡', people: [person('主席 袁敏')], doubts: [] },
    { unitId: 'u-3', name: '柳林镇', people: [], doubts: [] },
  ],
  sheets: [],
  abilities: {},
}
const begun = beginMeeting(likely, 'meeting-1')
const keeper = { cycleId: '2026', departmentId: null }

describe('a meeting that is entered', () => {
  test('begins with everybody expected there, and a unit without people not invited', () => {
    expect(begun.units.map(({ invited }) => invited)).toEqual([true, true, false])
    expect(turnoutInWords(turnoutOf(begun.units))).toBe('应到 3人，都到了')
  })

  test('counts who is not there, and sends only those', () => {
    let draft = changeUnit(begun, 'u-1', unit => changePerson(unit, 1, { attendance: 'absent' }))
    draft = changeUnit(draft, 'u-2', unit => changePerson(unit, 0, { attendance: 'proxy', note: ' 副主席 ' }))
    draft = { ...draft, title: ' 推进会 ', date: '9月24日' }
    expect(turnoutInWords(turnoutOf(draft.units))).toBe('应到 3人，缺席 1，代会 1')
    expect(meetingFaults(draft, '2026')).toEqual({})
    expect(saveRequest(draft, keeper, ['ticket-1'])).toEqual({
      ...keeper,
      meetingId: 'meeting-1',
      title: '推进会',
      kind: 'meeting',
      date: '2026-09-24',
      expected: [
        { unitId: 'u-1', people: ['主席 谢立新', '委员 李红'] },
        { unitId: 'u-2', people: ['主席 袁敏'] },
      ],
      marks: [
        { unitId: 'u-1', place: 1, attendance: 'absent', note: '' },
        { unitId: 'u-2', place: 0, attendance: 'proxy', note: '副主席' },
      ],
      sheets: ['ticket-1'],
    })
  })

  test('a unit that takes no part is neither expected nor marked', () => {
    let draft = changeUnit(begun, 'u-1', unit => changePerson(unit, 0, { attendance: 'absent' }))
    draft = changeUnit(draft, 'u-1', unit => ({ ...unit, invited: false }))
    const { expected, marks } = saveRequest(draft, keeper, [])
    expect(expected.map(({ unitId }) => unitId)).toEqual(['u-2'])
    expect(marks).toEqual([])
  })

  test('a changed list keeps how those who stay on it are marked', () => {
    const [unit] = changeUnit(begun, 'u-1', one => changePerson(one, 1, { attendance: 'leave', note: '出差' })).units
    if (!unit) throw new Error('the first unit is missing')
    expect(withPeople(unit, '委员 王强、委员 李红，委员 王强\n').people).toEqual([
      { person: '委员 王强', attendance: 'present', note: '' },
      { person: '委员 李红', attendance: 'leave', note: '出差' },
    ])
    expect(withPeople(unit, ' ').invited).toBe(false)
  })

  test('names what is missing', () =>
    expect(meetingFaults({ ...begun, kind: 'training', date: '9月31日', units: [] }, '2026')).toEqual({
      title: '请写培训名称',
      date: '不是日期，如：3月12日',
      units: '应到名单里还没有人',
    }))
})

test('touching a name goes round', () => {
  const round = ['present', 'absent', 'leave', 'proxy', 'present'] as const
  for (const [at, attendance] of round.slice(0, -1).entries()) expect(nextAttendance(attendance)).toBe(round[at + 1])
})

describe('keys', () => {
  const people = [2, 0, 3]
  test.each([
    ['ArrowRight', { row: 0, place: 0 }, { row: 0, place: 1 }],
    ['ArrowRight', { row: 0, place: 1 }, { row: 2, place: 0 }],
    ['ArrowRight', { row: 2, place: 2 }, { row: 2, place: 2 }],
    ['ArrowLeft', { row: 2, place: 0 }, { row: 0, place: 1 }],
    ['ArrowDown', { row: 0, place: 1 }, { row: 2, place: 1 }],
    ['ArrowUp', { row: 2, place: 2 }, { row: 0, place: 1 }],
    ['Enter', { row: 2, place: 2 }, { row: 2, place: 2 }],
  ])('%s from %j', (key, at, to) => expect(readAttendanceKey(key, at, people)).toEqual({ kind: 'move', to }))

  test('figures mark, a space turns, anything else is not the list’s business', () => {
    const at = { row: 0, place: 0 }
    expect(['0', '1', '２', '3'].map(key => readAttendanceKey(key, at, people))).toEqual(
      (['present', 'absent', 'leave', 'proxy'] as const).map(attendance => ({ kind: 'mark', attendance })),
    )
    expect(readAttendanceKey(' ', at, people)).toEqual({ kind: 'turn' })
    expect(readAttendanceKey('a', at, people)).toBeNull()
  })
})

test('a 有出入 leads to the person whom it names, or to the first who was not there', () => {
  const doubt = { doubtId: 'd', measure: 'absences', text: '', at: 0, answer: null }
  const unit = {
    unitId: 'u-1',
    name: '马店镇',
    people: [person('甲'), { ...person('乙'), attendance: 'absent' as const }, person('丙')],
    doubts: [{ ...doubt, entryId: personEntryId('m-1', 2) }],
  }
  expect(placeOfDoubt(unit, 'm-1')).toBe(2)
  expect(doubtsAbout(unit.doubts, 'm-1', 2)).toHaveLength(1)
  expect(doubtsAbout(unit.doubts, 'm-1', 1)).toHaveLength(0)
  const ofMeeting = { ...unit, doubts: [{ ...doubt, entryId: 'm-1' }] }
  expect(placeOfDoubt(ofMeeting, 'm-1')).toBe(1)
  expect(doubtsAbout(ofMeeting.doubts, 'm-1', 1)).toHaveLength(1)
})
