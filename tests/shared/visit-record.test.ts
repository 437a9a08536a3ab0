import type { ReviewScore } from '#shared/assessment/assessment'
import { visitRecord } from '#shared/results/visit-record'
import { itemsOf } from '#shared/rubric/rubric'
import { annexOf } from '../support/annexes'

const rubric = annexOf('附件1')
const of = { rubric, unitName: '马店镇工会', year: '2026年度', groupName: '考核一组', dates: ['2026-12-08'] }
const score = (fields: Partial<ReviewScore> = {}): ReviewScore => ({
  score: 250,
  notApplicableAgreed: false,
  reasons: [{ phrase: '缺会议记录', points: 50 }],
  seen: ['originals', 'county-records'],
  comment: '给部室的话',
  ...fields,
})
const note = (of: ReviewScore | null) => ({ looking: true, score: of })

it('puts together what the members noted of an item, in the order of the annex, without a figure', () => {
  const notes: Record<string, ReturnType<typeof note>>[] = [
    { 'a1-03': note(score()), 'a1-01': note(null) },
    { 'a1-03': note(score({ seen: ['phone-materials'], reasons: [{ phrase: '没有盖章', points: 100 }] })) },
  ]
  const { rows } = visitRecord({ ...of, notes, supplements: {} })
  expect(rows.slice(0, 2).map(({ number, seen, found }) => [number, seen, found])).toEqual([
    ['1', '', ''],
    ['3', '看了原件、看了手机资料', '缺会议记录；没有盖章'],
  ])
  expect(JSON.stringify(rows)).not.toMatch(/\d\.5|给部室/)
})

it('names what this group asked for and the unit still owes', () => {
  const asked = { departmentId: 'welfare', reason: '补签到册', until: Date.UTC(2026, 11, 11, 15), at: 1 }
  const supplements = {
    'a1-01': { ...asked, groupName: '考核一组' },
    'a1-02': { ...asked, groupName: '考核二组' },
    'a1-03': { ...asked, groupName: '考核一组', answeredAt: 2 },
    'a1-04': asked,
  }
  expect(visitRecord({ ...of, notes: [], supplements }).toSupply).toEqual(['第1项　补签到册，12月11日前补交'])
})

it('has lines for the pen, and no more rows than a page holds', () => {
  expect(visitRecord({ ...of, notes: [], supplements: {} }).rows).toHaveLength(14)
  const all = Object.fromEntries(itemsOf(rubric).map(({ id }) => [id, note(null)]))
  const some = Object.fromEntries(Object.entries(all).slice(0, 5))
  expect(visitRecord({ ...of, notes: [some], supplements: {} }).rows).toHaveLength(8)
  expect(visitRecord({ ...of, notes: [all], supplements: {} }).rows).toHaveLength(25)
})
