import type { Extension } from '#shared/assessment/assessment'
import { isStillTrue, type Standing } from '#shared/notices/still-true'
import { whatIsTold } from '#shared/notices/what-is-told'

/* 展期: what is told of it, and what it makes of what was told before. */

const day = 86_400_000
const deadline = Date.parse('2026-11-30T23:59:59+08:00')
const december3 = deadline + 3 * day
const granted = deadline - 5 * day
const extension: Extension = {
  ...{ length: 3 * day, reason: '换届', operationId: 'o' },
  signature: { name: '考核办', memberId: 'm', at: granted },
}
const review = { phase: 'review' as const }
const extended: Standing = { submission: null, selfDueAt: december3, items: {}, extension }
const usual: Standing = { submission: null, selfDueAt: deadline, items: {} }
const handedIn: Standing = {
  ...extended,
  submission: { signature: { name: '主席', memberId: 'c', at: granted }, late: false },
}

const about = { cycleId: '2026', unitId: 'u', itemId: null }
const ofExtension = { ...about, kind: 'extended' as const, occasion: granted, expiresAt: december3 }
const reminder = { ...about, kind: 'deadline-near' as const, occasion: deadline - day, expiresAt: deadline }
const opening = { ...about, kind: 'year-opened' as const, occasion: 1, expiresAt: deadline }

const now = deadline - 4 * day

test('says the day, in at most twenty characters as WeChat takes them', () => {
  const { words, about } = whatIsTold.extended
  expect(words({ until: december3, takenBack: false })).toBe('县总给您单位展期到12月3日。')
  expect(words({ until: deadline, takenBack: true })).toBe('县总收回了展期，11月30日截止。')
  for (const takenBack of [true, false])
    expect(words({ until: Date.parse('2026-12-31T12:00:00+08:00'), takenBack }).length).toBeLessThanOrEqual(20)
  expect(about.length).toBeLessThanOrEqual(20)
})

test.each<[string, Parameters<typeof isStillTrue>, boolean]>([
  ['as it stands', [ofExtension, extended, review, now], true],
  ['after the county’s own deadline', [ofExtension, extended, review, deadline + 1], true],
  ['once its own day is over', [ofExtension, extended, review, december3], false],
  ['once handed in', [ofExtension, handedIn, review, now], false],
  [
    'once another was granted',
    [
      ofExtension,
      { ...extended, extension: { ...extension, signature: { ...extension.signature, at: granted + 1 } } },
      review,
      now,
    ],
    false,
  ],
  ['where none ever was', [ofExtension, usual, review, now], false],
  ['once 评分 is over', [ofExtension, extended, { phase: 'joint-review' }, now], false],
])('the notice of it is true %s: %#', (_when, asked, expected) => {
  expect(isStillTrue(...asked)).toBe(expected)
})

test('a reminder of the deadline before is no longer true, one of its own is', () => {
  expect(isStillTrue(reminder, usual, review, now)).toBe(true)
  expect(isStillTrue(reminder, extended, review, now)).toBe(false)
  expect(isStillTrue({ ...reminder, expiresAt: december3 }, extended, review, deadline + 1)).toBe(true)
  expect(isStillTrue({ ...reminder, expiresAt: december3 }, extended, { phase: 'joint-review' }, now)).toBe(false)
})

test('the year’s opening names the county’s day, so it is not true for whom that is another', () => {
  expect(isStillTrue(opening, usual, review, now)).toBe(true)
  expect(isStillTrue(opening, extended, review, now)).toBe(false)
  expect(isStillTrue(opening, { ...extended, extension: { ...extension, length: 0 } }, review, now)).toBe(true)
})
