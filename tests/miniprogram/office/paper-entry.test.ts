import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { Sheet } from '#shared/contract/assessment-contract'
import type { ReviewItem } from '#shared/contract/review-contract'
import { nothingRecorded } from '#shared/records/records-of-unit'
import { itemsOf } from '#shared/rubric/rubric'
import { nextCell } from '../../../miniprogram/office/paper-sheet/cells'
import { type Entry, emptyEntry } from '../../../miniprogram/office/paper-sheet/entry'
import { emptyNumbers, reviewProblems, selfProblems } from '../../../miniprogram/office/paper-sheet/entry-problems'
import { reviewRequest, rowsToSend, selfRequest } from '../../../miniprogram/office/paper-sheet/entry-request'
import { reviewRows, selfRows } from '../../../miniprogram/office/paper-sheet/entry-rows'
import { sheetTotal } from '../../../miniprogram/office/paper-sheet/sheet-total'
import { readWritten } from '../../../miniprogram/office/paper-sheet/written-score'

const [township] = shippedRubrics
if (!township) throw new Error('annex 1 is missing')
const signature = { name: '李静', at: 0, fromPaper: false }
const onPhone: Sheet['items'] = {
  'a1-01': {
    self: { revision: 3, score: 250, notApplicable: null, remark: '听取汇报1次', signature },
    supplement: null,
    released: null,
  },
}
const typed = (rows: Record<string, [written: string, explanation?: string, upon?: number]>): Entry => ({
  ...emptyEntry,
  rows: Object.fromEntries(
    Object.entries(rows).map(([id, [written, explanation = '', upon = 0]]) => [id, { written, explanation, upon }]),
  ),
})
const messages = (problems: ReturnType<typeof selfProblems>) => Object.values(problems).map(found => found.message)
let made = 0
const operationId = () => `operation-${String(++made).padStart(8, '0')}`

test.each([
  ['4.5', { score: 450 }],
  ['４．５', { score: 450 }],
  ['0', { score: 0 }],
  ['', null],
  ['不涉及', 'not-applicable'],
  ['/', 'not-applicable'],
  ['五分', 'unreadable'],
])('the column says %s', (written, answer) => expect(readWritten(written)).toEqual(answer))

describe('the unit’s sheet', () => {
  test('begins with what the phone already has, and sends only what the paper changes', () => {
    const entry = typed({ 'a1-02': ['3'] })
    const rows = selfRows(township, { items: onPhone }, entry)
    expect(rows[0]?.shown).toEqual({ written: '2.5', explanation: '听取汇报1次', upon: 3 })
    expect(emptyNumbers(rows)).toHaveLength(23)
    const { changes, submit } = selfRequest(rows, entry, { cycleId: '2026', unitId: 'u-1', operationId })
    expect(submit).toBe(true)
    expect(changes).toMatchObject([{ itemId: 'a1-02', revision: 0, score: 300, notApplicable: null, remark: '' }])
  })

  test('names every item that cannot be entered', () => {
    const rows = selfRows(
      township,
      { items: onPhone },
      typed({ 'a1-02': ['3.5'], 'a1-03': ['两分'], 'a1-04': ['0.3'], 'a1-05': ['/'], 'a1-06': ['/', '辖区没有'] }),
    )
    expect(messages(selfProblems(rows))).toEqual([
      '第2项自评不能超过 3 分，请改小。',
      '第3项自评要填一个数，请改过。',
      '第4项自评每步是 0.5 分，请改过。',
      '第5项选了不涉及，请写一句原因。',
    ])
  })

  test('shows both when the phone changed an item after it was typed', () => {
    const rows = selfRows(township, { items: onPhone }, typed({ 'a1-01': ['3', '', 2] }))
    expect(messages(selfProblems(rows))).toEqual(['第1项别人刚改过，两个填法都在，请您看一下用哪个。'])
  })

  test('where the paper says just what the phone said, the paper confirms it', () => {
    const rows = selfRows(township, { items: onPhone }, emptyEntry)
    const { changes } = selfRequest(rows, emptyEntry, { cycleId: '2026', unitId: 'u-1', operationId })
    expect(changes).toMatchObject([{ itemId: 'a1-01', revision: 3, score: 250 }])
  })
})

describe('a department’s sheet', () => {
  const items = Object.fromEntries(
    itemsOf(township).map(item => [
      item.id,
      {
        self: { revision: 2, score: item.points, notApplicable: null, remark: '', signature },
        supplement: null,
        released: null,
      },
    ]),
  )
  const county = { sheet: { items, records: nothingRecorded }, column: [] }
  const decided = (score: number, fromPaper: boolean): ReviewItem => ({
    itemId: 'a1-05',
    self: null,
    mine: true,
    draft: null,
    supplement: null,
    decision: {
      revision: 2,
      score,
      notApplicableAgreed: false,
      reasons: [{ phrase: '没有发完卡', points: 50 }],
      seen: ['originals'],
      comment: '',
      seenSelfRevision: 2,
      signature: { name: '王部长', at: 0, fromPaper },
    },
  })
  const rowsOf = (entry: Entry) => reviewRows(township, 'organization', county, entry)

  test('has the items that the department scores', () => {
    expect(rowsOf(emptyEntry).map(row => row.item.number)).toEqual([5, 6, 7, 8, 9])
  })

  test('shows what the department decided itself and does not type it again', () => {
    const column = [decided(450, false)]
    const rows = reviewRows(township, 'organization', { ...county, column }, typed({ 'a1-05': ['1'] }))
    expect(rows.map(row => row.locked)).toEqual([true, false, false, false, false])
    expect(rows[0]).toMatchObject({ touched: false, shown: { written: '4.5' } })
    expect(rowsToSend(rows)).toEqual([])
  })

  test('shows what paper brought, and sends it again only where it is corrected', () => {
    const column = [decided(450, true)]
    const rows = (entry: Entry) => reviewRows(township, 'organization', { ...county, column }, entry)
    expect(rows(emptyEntry)[0]).toMatchObject({
      locked: false,
      touched: false,
      shown: { written: '4.5', explanation: '没有发完卡', upon: 2 },
    })
    expect(rowsToSend(rows(emptyEntry))).toEqual([])
    const corrected = typed({ 'a1-05': ['5', '', 2] })
    const parties = { cycleId: '2026', unitId: 'u-1', departmentId: 'organization', operationId }
    const { decisions } = reviewRequest(rows(corrected), corrected, parties)
    expect(decisions).toMatchObject([{ itemId: 'a1-05', revision: 2, seenSelfRevision: 2, score: 500, reasons: [] }])
    const overtaken = rows(typed({ 'a1-05': ['5', '', 1] }))
    expect(messages(reviewProblems(overtaken, 50, []))).toEqual(['第5项别人刚改过，两个填法都在，请您看一下用哪个。'])
  })

  test('wants 扣分说明 and what it rests on below the maximum', () => {
    const rows = rowsOf(typed({ 'a1-05': ['4'], 'a1-06': ['5'], 'a1-07': ['3.5', '没有挂牌'], 'a1-08': ['/'] }))
    expect(messages(reviewProblems(rows, 50, []))).toEqual([
      '第5项没给满分，请写扣分说明。',
      '第7项请选看了什么。',
      '第8项单位没有选不涉及，请打分。',
    ])
  })

  test('wants the paper’s own words where it departs from what the county’s records yield', () => {
    const entry = { what: '全县工会工作会议', date: '2026-03-12', level: '', count: 1, was: [], removed: false }
    const absences = {
      source: '县总签到记录',
      scope: '共1次会议',
      entries: [{ entryId: 'm1-p0', revision: 1, ...entry }],
    }
    const records = { records: { absences }, targets: {}, doubts: [] }
    const rows = (explanation: string) =>
      reviewRows(
        township,
        'general-office',
        { sheet: { items, records }, column: [] },
        typed({ 'a1-04': ['2', explanation] }),
      )
    expect(messages(reviewProblems(rows(''), 50, []))).toEqual([
      '第4项按县总记录推算是 1.5 分，评的不一样，请写一句为什么。',
    ])
    expect(reviewProblems(rows('那天由县总派出'), 50, [])).toEqual({})
    const parties = { cycleId: '2026', unitId: 'u-1', departmentId: 'general-office', operationId }
    expect(reviewRequest(rows('那天由县总派出'), emptyEntry, parties).decisions).toMatchObject([
      { itemId: 'a1-04', departure: '那天由县总派出' },
    ])
  })

  test('gives the whole gap to the one reason that the paper states', () => {
    const entry: Entry = { ...typed({ 'a1-05': ['4', '没有发完卡'], 'a1-06': ['5', '做得好'] }), seen: ['originals'] }
    const rows = rowsOf(entry)
    expect(reviewProblems(rows, 50, entry.seen)).toEqual({})
    const parties = { cycleId: '2026', unitId: 'u-1', departmentId: 'organization', operationId }
    expect(reviewRequest(rows, entry, parties).decisions).toMatchObject([
      {
        itemId: 'a1-05',
        score: 400,
        reasons: [{ phrase: '没有发完卡', points: 100 }],
        seen: ['originals'],
        comment: '',
      },
      { itemId: 'a1-06', score: 500, reasons: [], comment: '做得好', seenSelfRevision: 2 },
    ])
  })
})

describe('keys lead down the column as on paper', () => {
  const items = ['a', 'b', 'c']
  test.each([
    ['entry-score-a', 'Enter', false, 'entry-score-b'],
    ['entry-score-b', 'Enter', true, 'entry-score-a'],
    ['entry-note-b', 'ArrowUp', false, 'entry-note-a'],
    ['entry-score-c', 'ArrowDown', false, null],
    ['entry-score-a', '4', false, null],
    ['entry-sheet-note', 'Enter', false, null],
  ])('%s %s', (from, key, shift, to) => expect(nextCell(from, key, shift, items)).toBe(to))
})

test('the sum of the column is the one on the paper', () => {
  const entry = typed({ 'a1-02': ['3'], 'a1-05': ['/', '没有'], 'a1-06': ['五'] })
  expect(sheetTotal(selfRows(township, { items: onPhone }, entry), 'full')).toEqual({ total: 1050, maximum: 10000 })
})
