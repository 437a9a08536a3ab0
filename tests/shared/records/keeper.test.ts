import { shippedRubrics } from '#rubrics/shipped-rubrics'
import { recordedMeasures, targetMeasures } from '#shared/records/describe-measures'
import { answersFor, keepsMeetings, keptMeasures, sourceOf } from '#shared/records/keeper'
import { likelyPeople } from '#shared/records/likely-people'
import { corrected, correctionBy, firstValue, newlyWritten } from '#shared/records/record'

const measures = recordedMeasures(shippedRubrics)
const idsOf = (kept: { measure: string }[]) => kept.map(({ measure }) => measure)
const articles = measures.find(({ measure }) => measure === 'articles')

describe('who keeps a record', () => {
  test('is each department whose items rest on it, and the office', () => {
    expect(idsOf(keptMeasures('welfare', measures))).toEqual(['wage-agreements', 'training'])
    expect(idsOf(keptMeasures('production', measures))).toContain('large-enterprises')
    expect(idsOf(keptMeasures('publicity', measures))).toContain('large-enterprises')
    expect(keptMeasures('of-no-annex', measures)).toEqual([])
  })

  test('never by hand what meetings yield', () => {
    expect(idsOf(measures)).toContain('absences')
    expect(idsOf(keptMeasures(null, measures))).not.toContain('absences')
    expect(keptMeasures(null, measures)).toHaveLength(measures.length - 1)
  })

  test('of meetings is the office and whoever scores by attendance', () => {
    expect(keepsMeetings(null, [])).toBe(true)
    expect(keepsMeetings('general-office', measures)).toBe(true)
    expect(keepsMeetings('publicity', measures)).toBe(false)
    expect(answersFor('general-office', 'absences', measures)).toBe(true)
    expect(answersFor('publicity', 'absences', measures)).toBe(false)
    expect(answersFor('publicity', 'articles', measures)).toBe(true)
    expect(answersFor('welfare', 'articles', measures)).toBe(false)
    expect(answersFor(null, 'weather', measures)).toBe(false)
  })

  test('gives it its name: the first department, as the county calls it', () => {
    if (!articles) throw new Error('all annexes count articles')
    expect(sourceOf(articles, id => (id === 'publicity' ? '宣传教育部' : undefined))).toBe('宣传教育部的记录')
    expect(sourceOf(articles, () => undefined)).toBe('县总的记录')
  })
})

test('a measure names every item that rests on it once, and targets only those that an annex asks for', () => {
  expect(articles?.items.map(({ itemId }) => itemId)).toEqual(['a1-25', 'a2-23', 'a3-05', 'a4-22'])
  expect(idsOf(targetMeasures(shippedRubrics)).every(measure => idsOf(measures).includes(measure))).toBe(true)
})

describe('who is likely to come', () => {
  const spring = { date: '2026-03-12', expected: { a: ['主席 老王'], b: ['主席 赵敏'] } }
  const autumn = { date: '2026-09-24', expected: { a: ['主席 王建国', '委员 张军'], b: [] } }

  test('is who was expected at the unit’s newest meeting, in whatever order they are read', () => {
    for (const meetings of [
      [spring, autumn],
      [autumn, spring],
    ]) {
      expect(likelyPeople('a', meetings, '新人')).toEqual(['主席 王建国', '委员 张军'])
      expect(likelyPeople('b', meetings, '新人')).toEqual(['主席 赵敏'])
    }
  })

  test('is the chair of today before the first, or nobody', () => {
    expect(likelyPeople('c', [spring], '刘洋')).toEqual(['主席 刘洋'])
    expect(likelyPeople('c', [spring], null)).toEqual([])
  })
})

test('a correction is found again by its operation, with what it put there and why', () => {
  const signature = { name: '部长', memberId: 'm', at: 1 }
  const first = newlyWritten('一', signature)
  const second = corrected(first, '二', { signature, reason: '甲', operationId: 'a' })
  const third = corrected(second, '三', { signature, reason: '乙', operationId: 'b' })
  expect([correctionBy(third, 'a'), correctionBy(third, 'b'), correctionBy(third, 'c')]).toEqual([
    { value: '二', reason: '甲' },
    { value: '三', reason: '乙' },
    null,
  ])
  expect([firstValue(third), firstValue(first)]).toEqual(['一', '一'])
})
