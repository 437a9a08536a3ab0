import fc from 'fast-check'
import { type AttendanceMark, attendances, type Meeting, placeKey } from '#shared/records/meeting'
import { type Corrected, corrected, type EntryValue, newlyWritten, type RecordEntry } from '#shared/records/record'

/** The unit whose records are looked at, and another whose records must never matter. */
export const unitId = 'township-a'
const otherUnit = 'township-b'

const signature = (at: number) => ({ name: '考核办', memberId: 'm-0', at })

/** A value that was corrected any number of times, at later and later moments. */
function anyCorrected<Value>(value: fc.Arbitrary<Value>, later: fc.Arbitrary<Value>): fc.Arbitrary<Corrected<Value>> {
  return fc
    .record({ first: value, next: fc.array(fc.tuple(later, fc.integer({ min: 1, max: 9 })), { maxLength: 3 }) })
    .map(({ first, next }) => {
      let at = 1
      let standing = newlyWritten(first, signature(at))
      for (const [value, passed] of next) {
        at += passed
        standing = corrected(standing, value, {
          signature: signature(at),
          reason: `第${at}天`,
          operationId: `op-${at}`,
        })
      }
      return standing
    })
}

/** Hundredths, as they are entered. */
const anyValue: fc.Arbitrary<EntryValue> = fc
  .record({ day: fc.integer({ min: 1, max: 28 }), hundredths: fc.integer({ min: 0, max: 100_000 }) })
  .map(({ day, hundredths }) => ({
    what: `第${day}篇`,
    date: `2026-03-${String(day).padStart(2, '0')}`,
    level: '',
    count: hundredths / 100,
  }))

/** Entries of one unit, some corrected, some taken out. */
export const anyEntries: fc.Arbitrary<Record<string, RecordEntry>> = fc
  .array(anyCorrected<EntryValue | null>(anyValue, fc.option(anyValue)), { maxLength: 8 })
  .map(entries => Object.fromEntries(entries.map((entry, index) => [`entry-${index}`, entry])))

const anyMark: fc.Arbitrary<AttendanceMark> = fc.record({
  attendance: fc.constantFrom(...attendances),
  note: fc.constantFrom('', '住院'),
})

const people = ['主席 王建国', '委员 李晓燕', '委员 张军']

/** A year's meetings: to some of them the unit was not invited, and another unit was at all. */
export const anyMeetings: fc.Arbitrary<Meeting[]> = fc
  .array(
    fc.record({
      isInvited: fc.boolean(),
      day: fc.integer({ min: 1, max: 28 }),
      marks: fc.array(fc.option(anyCorrected(anyMark, anyMark)), { minLength: 3, maxLength: 3 }),
    }),
    { maxLength: 6 },
  )
  .map(held =>
    held.map(({ isInvited, day, marks }, index): Meeting => {
      const marked = marks.flatMap((mark, place) => (mark ? [[placeKey(place), mark] as const] : []))
      return {
        _id: `meeting-${index}`,
        cycleId: '2026',
        title: `第${index}次会议`,
        kind: 'meeting',
        date: `2026-03-${String(day).padStart(2, '0')}`,
        expected: { ...(isInvited ? { [unitId]: people } : {}), [otherUnit]: people },
        marks: {
          ...(isInvited ? { [unitId]: Object.fromEntries(marked) } : {}),
          [otherUnit]: Object.fromEntries(marked),
        },
        sheets: [],
        signature: signature(1),
        bodyHash: '',
      }
    }),
  )
