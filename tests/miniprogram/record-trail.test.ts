import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { EntryValue } from '#shared/records/record'
import type { ShownEntry, ShownRecord } from '#shared/records/records-of-unit'
import { findItem, type Item } from '#shared/rubric/rubric'
import { doubtsOf, wordsOfEntry } from '../../miniprogram/components/record-trail/doubts-of'
import { entryLines } from '../../miniprogram/components/record-trail/entry-lines'
import { type HeldRecords, offeredFigure } from '../../miniprogram/components/record-trail/evaluation-of'
import { heldInShort } from '../../miniprogram/components/record-trail/held-in-short'
import { asksRecords, trailView } from '../../miniprogram/components/record-trail/trail-view'

const [township] = shippedRubrics
const meetings = itemOf('a1-04')
const articles = itemOf('a1-25')
const culture = itemOf('a1-22')
const third = Date.UTC(2026, 10, 3, 4)

describe('a written formula', () => {
  const held = holding({
    absences: attendance([
      entry('m2-p0', '2026-06-18', '工会干部培训班　主席 王建国'),
      entry('m1-p0', '2026-03-12', '全县工会工作会议　主席 王建国'),
      entry('m3-p1', '2026-09-24', '第三季度工作推进会　委员 李晓燕（出差）'),
    ]),
  })

  test('is one sentence with its figure, its entries by date, and where they come from', () => {
    const view = trailView(meetings, held)
    expect(view?.formula).toMatchObject({
      figure: 50,
      steps: [{ words: '缺席 3 次 × 0.5 分，扣 1.5 分，得 0.5 分', points: '' }],
      sum: '',
    })
    expect(view?.formula?.recorded.basis).toBe('依据：县总签到记录，共7次会议')
    expect(view?.formula?.recorded.lines.map(({ day, title, note, counts }) => [day, title, note, counts])).toEqual([
      ['3月12日', '全县工会工作会议', '主席 王建国', '缺席'],
      ['6月18日', '工会干部培训班', '主席 王建国', '缺席'],
      ['9月24日', '第三季度工作推进会', '委员 李晓燕（出差）', '缺席'],
    ])
    expect(view?.facts).toEqual([])
  })

  test('of several parts adds up, sentence by sentence', () => {
    const item: Item = {
      ...meetings,
      points: 500,
      rule: {
        kind: 'sumOf',
        parts: [
          { name: '会议', points: 200, rule: perEventOf(meetings) },
          { name: '活动', points: 300, rule: perEventOf(meetings) },
        ],
      },
    }
    const formula = trailView(item, held)?.formula
    expect(formula?.steps.map(({ words, points }) => `${words} ${points}`)).toEqual([
      '会议：满分 2 分 +2',
      '会议：缺席 3 次 × 0.5 分，扣 1.5 分，得 0.5 分 −1.5',
      '活动：满分 3 分 +3',
      '活动：缺席 3 次 × 0.5 分，扣 1.5 分，得 1.5 分 −1.5',
    ])
    expect(formula?.sum).toBe('合计 2 分')
  })

  test('is offered as a score only where it can be given as it is', () => {
    expect(offeredFigure(meetings, held, 50)).toBe(50)
    const third: Item = { ...meetings, rule: { ...perEventOf(meetings), each: 30 } }
    expect(trailView(third, held)?.formula?.figure).toBe(110)
    expect(offeredFigure(third, held, 50)).toBeNull()
    expect(offeredFigure(third, held, 10)).toBe(110)
    expect(offeredFigure(meetings, holding({}), 50)).toBeNull()
  })

  test('that nobody has fed is silent, and everything else never asks', () => {
    expect(trailView(meetings, holding({}))).toBeNull()
    expect(asksRecords(itemOf('a1-02'))).toBe(false)
    expect(trailView(itemOf('a1-02'), held)).toBeNull()
  })
})

describe('entries', () => {
  const counted = [{ measure: 'absences', name: '缺席', unit: '次' }]
  const value = (what: string, count = 1): EntryValue => ({ what, date: '2026-09-24', level: '', count })

  test('one that was taken out is struck, with when and why', () => {
    const was = [{ value: value('推进会　主席 王建国'), reason: '签到册上有他的名字', at: third }]
    const removed = { ...entry('m3-p0', '2026-09-24', '推进会　主席 王建国'), was, removed: true }
    expect(entryLines(counted, holding({ absences: attendance([removed]) }))).toMatchObject([
      {
        title: '推进会',
        counts: '缺席',
        isRemoved: true,
        corrections: [{ before: null, words: '11月3日更正：签到册上有他的名字' }],
      },
    ])
  })

  test('one that says something else now shows what stood there', () => {
    const was = [
      { value: null, reason: '漏记', at: third },
      { value: { ...value('春耕一线', 6), level: '县级' }, reason: '多数了两篇', at: third + 86_400_000 },
    ]
    const changed = { ...entry('a1', '2026-09-24', '春耕一线'), count: 4, level: '县级', was }
    const lines = entryLines(
      [{ measure: 'articles', name: '稿件', unit: '篇' }],
      holding({ articles: kept([changed]) }),
    )
    expect(lines).toMatchObject([
      {
        note: '县级',
        counts: '4篇',
        isRemoved: false,
        corrections: [
          { before: '没有记', words: '11月3日更正：漏记' },
          { before: '6篇', words: '11月4日更正：多数了两篇' },
        ],
      },
    ])
  })

  test('what happened in another record only is not told here', () => {
    const was = [
      { value: value('推进会　主席 王建国'), reason: '请了假', at: third },
      { value: null, reason: '副主席代会', at: third },
    ]
    const removed = { ...entry('m3-p0', '2026-09-24', '推进会　主席 王建国'), was, removed: true }
    const [line] = entryLines(counted, holding({ absences: attendance([removed]) }))
    expect(line?.corrections).toHaveLength(1)
  })

  test('a person whose absence became a leave is shown once, where it counts', () => {
    const removed = { ...entry('m3-p0', '2026-09-24', '推进会　主席 王建国'), removed: true }
    const held = holding({
      absences: attendance([removed]),
      leaves: attendance([entry('m3-p0', '2026-09-24', '推进会　主席 王建国')]),
    })
    const leaves = { measure: 'leaves', name: '请假', unit: '次' }
    for (const both of [
      [...counted, leaves],
      [leaves, ...counted],
    ])
      expect(entryLines(both, held).map(({ counts, isRemoved }) => [counts, isRemoved])).toEqual([['请假', false]])
  })

  test('a bare number stands under the name of its measure, and a sum has no lines', () => {
    const members = { measure: 'members', name: '会员', unit: '人' }
    const bare = { ...entry('e1', '', ''), count: 486 }
    expect(entryLines([members], holding({ members: kept([bare]) }))).toMatchObject([
      { day: '', title: '会员', counts: '486人' },
    ])
    expect(entryLines([members], holding({ members: kept([{ ...bare, entryId: '' }]) }))).toEqual([])
  })
})

describe('facts', () => {
  const held = {
    ...holding({ articles: kept([{ ...entry('a1', '2026-05-06', '春耕一线的娘家人'), count: 6, level: '县级' }]) }),
    targets: { subscriptions: 20 },
  }

  test('are sentences with a verdict, each with what was counted', () => {
    const view = trailView(articles, held)
    expect(view?.formula).toBeNull()
    expect(view?.facts.map(({ name, words, verdict }) => [name, words, verdict])).toEqual([
      ['信息、宣传稿件', '任务10篇，完成6篇，差4篇', 'unmet'],
      ['报刊征订', '任务20份，还没有记录', 'unknown'],
    ])
    expect(view?.facts[0]?.recorded).toMatchObject({
      basis: '依据：宣教部的记录',
      lines: [{ day: '5月6日', title: '春耕一线的娘家人', note: '县级', counts: '6篇' }],
    })
    expect(view?.facts[1]?.recorded).toMatchObject({ basis: '', lines: [] })
  })

  test('that must be reached together say so beneath', () => {
    const together: Item = { ...articles, factsTogether: 'all' }
    expect(trailView(together, held)?.together).toBe('这2个数字要都达到：达到0个，不算达到')
    expect(trailView(articles, held)?.together).toBe('')
  })

  test('of which none is recorded are one quiet line, not a wall', () => {
    expect(trailView(culture, holding({}))).toBeNull()
  })

  test('and figures in short, for the line of a list', () => {
    expect(heldInShort(articles, held)).toBe('信息、宣传稿件 任务10篇，完成6篇')
    expect(heldInShort(meetings, holding({ absences: attendance([]) }))).toBe('按记录 2')
    expect(heldInShort(culture, holding({}))).toBe('')
  })
})

test('doubts are those about the records of the item, with the words of the entry', () => {
  const held = holding({ absences: attendance([entry('m1-p0', '2026-03-12', '全县工会工作会议　主席 王建国')]) })
  const doubt = { doubtId: 'd1', measure: 'absences', entryId: 'm1-p0', text: '我到了', at: third, answer: null }
  const other = { ...doubt, doubtId: 'd2', measure: 'articles', entryId: null }
  expect(doubtsOf(meetings, [doubt, other])).toEqual([doubt])
  expect(wordsOfEntry(held, doubt)).toBe('3月12日 全县工会工作会议　主席 王建国')
  expect(wordsOfEntry(held, other)).toBe('')
})

function itemOf(id: string): Item {
  const found = township && findItem(township, id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}

function perEventOf({ rule }: Item) {
  if (rule?.kind !== 'perEvent') throw new Error('no deduction')
  return rule
}

function holding(records: Record<string, ShownRecord>): HeldRecords {
  return { records, targets: {} }
}

function attendance(entries: ShownEntry[]): ShownRecord {
  return { source: '县总签到记录', scope: '共7次会议', entries }
}

function kept(entries: ShownEntry[]): ShownRecord {
  return { source: '宣教部的记录', scope: '', entries }
}

function entry(entryId: string, date: string, what: string): ShownEntry {
  return { entryId, revision: 1, what, date, level: '', count: 1, was: [], removed: false }
}
