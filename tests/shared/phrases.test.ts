import fc from 'fast-check'
import { type GivenReason, unequalPhrases, usedPhrases } from '#shared/scoring/phrases'

const anyReason: fc.Arbitrary<GivenReason> = fc.record({
  phrase: fc.constantFrom('没有会议记录', '缺席', '资料不全', '没有盖章'),
  points: fc.constantFrom(50, 100, 150),
  unitName: fc.constantFrom('马店镇工会', '城关镇工会', '西山乡工会'),
})
const anyReasons = fc.array(anyReason, { maxLength: 30 })

describe('扣分说明 used before', () => {
  test('the most used comes first; other points make another entry', () => {
    const given = [
      { phrase: '缺席', points: 50 },
      { phrase: '资料不全', points: 100 },
      { phrase: '资料不全', points: 100 },
      { phrase: '资料不全', points: 50 },
    ]
    expect(usedPhrases(given)).toEqual([
      { phrase: '资料不全', points: 100, times: 2 },
      { phrase: '缺席', points: 50, times: 1 },
      { phrase: '资料不全', points: 50, times: 1 },
    ])
  })

  test('every use is counted once, and the order never rises', () => {
    fc.assert(
      fc.property(anyReasons, given => {
        const times = usedPhrases(given).map(used => used.times)
        expect(times.reduce((sum, count) => sum + count, 0)).toBe(given.length)
        expect(times).toEqual([...times].sort((a, b) => b - a))
      }),
    )
  })
})

describe('同样问题扣分不一', () => {
  test('says which unit got how much', () => {
    const given = [
      { phrase: '没有会议记录', points: 50, unitName: '马店镇工会' },
      { phrase: '缺席', points: 50, unitName: '马店镇工会' },
      { phrase: '没有会议记录', points: 100, unitName: '城关镇工会' },
    ]
    expect(unequalPhrases(given)).toEqual([
      {
        phrase: '没有会议记录',
        uses: [
          { unitName: '马店镇工会', points: 50 },
          { unitName: '城关镇工会', points: 100 },
        ],
      },
    ])
  })

  test('a phrase is named exactly where two of its uses differ, with all of its uses', () => {
    fc.assert(
      fc.property(anyReasons, given => {
        const named = unequalPhrases(given)
        const differing = given.filter(a => given.some(b => a.phrase === b.phrase && a.points !== b.points))
        expect(new Set(named.map(entry => entry.phrase))).toEqual(new Set(differing.map(reason => reason.phrase)))
        for (const { phrase, uses } of named) {
          expect(uses).toEqual(
            given.filter(reason => reason.phrase === phrase).map(({ unitName, points }) => ({ unitName, points })),
          )
        }
      }),
    )
  })

  test('equal points are never unequal, however often', () => {
    fc.assert(
      fc.property(anyReasons, given => {
        expect(unequalPhrases(given.map(reason => ({ ...reason, points: 50 })))).toEqual([])
      }),
    )
  })
})
