import { readFileSync } from 'node:fs'
import { shippedDepartments, shippedRubrics } from '#rubrics/shipped-rubrics'
import { parseRubric } from '#shared/rubric/parse-rubric'
import { type Item, itemsOf } from '#shared/rubric/rubric'
import { choicesIn } from '#shared/rules/choices'
import { evaluateItem } from '#shared/rules/evaluate'
import { measuresOf, targetsOf } from '#shared/rules/measures'
import { noRecords } from '#shared/rules/unit-records'
import township from '../../rubrics/annex-1-township.json'
import system from '../../rubrics/annex-2-system.json'
import partyGovernment from '../../rubrics/annex-3-party-government.json'
import enterprise from '../../rubrics/annex-4-enterprise.json'
import { recordsOf } from './unit-records'

const files = [township, system, partyGovernment, enterprise]
const items = shippedRubrics.flatMap(itemsOf)

/** Names of campaigns that merely contain a numeral. What they consist of is not in the document. */
const campaigns = /一网一卡|三级联创|三亮|五小|六型|六有|五送|双节/g

/** Everything that says how much: numerals, percentages, all, and a 任务 whose number is elsewhere. */
const figure = /(?:\d+(?:\.\d+)?%?)|[零一二两三四五六七八九十百千万半]+|全部|任务/g

const clausesOf = ({ rule, facts = [] }: Item) => [
  ...new Set([...facts.map(({ clause }) => clause), ...(rule && 'clause' in rule ? [rule.clause] : [])]),
]

function figuresIn(text: string): { at: number; words: string }[] {
  const plain = text.replace(campaigns, name => '　'.repeat(name.length))
  return [...plain.matchAll(figure)].map(match => ({ at: match.index, words: match[0] }))
}

describe('the words behind rules and facts', () => {
  test('each cited phrase stands in its item, once', () => {
    for (const item of items) {
      for (const clause of clausesOf(item)) expect([item.id, item.text.split(clause).length - 1]).toEqual([item.id, 1])
    }
  })

  test('each figure of the 83 items is cited, by one phrase', () => {
    const uncited = items.flatMap(item => {
      const spans = clausesOf(item).map(clause => [item.text.indexOf(clause), clause.length] as const)
      return figuresIn(item.text)
        .map(({ at, words }) => ({
          item: item.id,
          words,
          cited: spans.filter(([start, length]) => start <= at && at + words.length <= start + length).length,
        }))
        .filter(({ cited }) => cited !== 1)
    })
    expect(uncited).toEqual([])
  })

  test('and no phrase is cited that has none', () => {
    const idle = items.flatMap(item => clausesOf(item).filter(clause => figuresIn(clause).length === 0))
    expect(idle).toEqual([])
  })

  test('each number that is judged by, and each deduction, is the number of its phrase', () => {
    const numbersIn = (clause: string) =>
      figuresIn(clause).map(({ words }) => (words === '全部' ? 100 : parseFloat(words)))
    const asked = items.flatMap(({ facts = [] }) =>
      facts.flatMap(({ to, upTo, clause }) => (typeof to === 'number' ? [{ to, upTo, clause }] : [])),
    )
    expect(asked).toHaveLength(25)
    for (const { to, upTo, clause } of asked) expect(numbersIn(clause)).toEqual(upTo === undefined ? [to] : [to, upTo])
    for (const { rule } of items) {
      if (rule?.kind === 'perEvent') expect(numbersIn(rule.clause).at(-1)).toBe(rule.each / 100)
    }
  })

  test('no 评分细则 holds a figure', () => {
    expect(items.filter(({ basis }) => figuresIn(basis).length > 0)).toEqual([])
  })
})

describe('what yields a figure', () => {
  test('only the three written deductions', () => {
    expect(items.flatMap(({ id, rule }) => (rule ? [[id, rule.kind]] : []))).toEqual([
      ['a1-04', 'perEvent'],
      ['a2-02', 'perEvent'],
      ['a3-02', 'perEvent'],
    ])
  })

  // 2 分, 每缺席一次扣0.5分; 5 分, 每缺席1次扣1分. The floor is 0 as decided.
  test.each([
    ['a1-04', 0, 200],
    ['a1-04', 3, 50],
    ['a1-04', 4, 0],
    ['a1-04', 5, 0],
    ['a2-02', 1, 150],
    ['a3-02', 1, 400],
    ['a3-02', 5, 0],
    ['a3-02', 6, 0],
  ])('%s with %d absences', (id, absences, points) => {
    expect(evaluateItem(itemOf(id), recordsOf({ counts: { absences } })).figure).toBe(points)
  })

  test('nobody’s item has a figure while nothing is recorded, and all else never', () => {
    for (const item of items) {
      const { figure: none, bound } = evaluateItem(item, noRecords)
      expect([none, bound]).toEqual([null, { least: 0, most: item.points }])
    }
    const everything = Object.fromEntries(shippedRubrics.flatMap(measuresOf).map(({ measure }) => [measure, 10]))
    const figures = items.filter(item => evaluateItem(item, recordsOf({ counts: everything })).figure !== null)
    expect(figures.map(({ id }) => id)).toEqual(['a1-04', 'a2-02', 'a3-02'])
  })
})

describe('facts at their bounds', () => {
  const verdicts = (id: string, counts: Record<string, number>, targets: Record<string, number> = {}) =>
    evaluateItem(itemOf(id), recordsOf({ counts, targets })).facts.map(({ verdict }) => verdict)

  test('95%以上 includes 95%, and two rates are judged apart', () => {
    const firms = { 'unionized-private-enterprises': 19, 'private-enterprises': 20 }
    expect(verdicts('a1-08', { ...firms, members: 949, employees: 1000 })).toEqual(['met', 'unmet'])
  })

  test('达到85% and 达到80% include the number', () => {
    const small = (reached: number) => ({ 'small-enterprises-with-culture': reached, 'small-enterprises': 100 })
    expect(verdicts('a1-22', small(85))[1]).toBe('met')
    expect(verdicts('a1-22', small(84))[1]).toBe('unmet')
    expect(verdicts('a2-20', small(80))[1]).toBe('met')
  })

  test('10篇 and a unit’s own 征订任务 are two facts of one item', () => {
    expect(verdicts('a1-25', { articles: 10, subscriptions: 6 }, { subscriptions: 10 })).toEqual(['met', 'unmet'])
    expect(verdicts('a1-25', { articles: 9, subscriptions: 10 }, { subscriptions: 10 })).toEqual(['unmet', 'met'])
    expect(verdicts('a1-25', { articles: 9, subscriptions: 10 })).toEqual(['unmet', 'unknown'])
  })

  test('力争…全部 is a wish and is not judged', () => {
    expect(verdicts('a1-18', { 'enterprises-in-harmony-drive': 3, 'unionized-enterprises': 4 })).toEqual(['not-judged'])
  })
})

describe('targets', () => {
  const withTarget = shippedRubrics.flatMap(targetsOf)

  test('15 items, 80 points, rest on a 任务 whose number the document leaves out', () => {
    expect(withTarget.map(({ item }) => item.id)).toEqual(
      items.filter(({ text }) => text.includes('任务')).map(({ id }) => id),
    )
    expect(withTarget).toHaveLength(15)
    expect(withTarget.reduce((sum, { item }) => sum + item.points, 0)).toBe(8_000)
  })

  test('within an annex a measure has one name, one unit and, as a target, one item', () => {
    for (const rubric of shippedRubrics) {
      const targets = targetsOf(rubric).map(({ measure }) => measure)
      expect(new Set(targets).size).toBe(targets.length)
      const recorded = measuresOf(rubric).map(({ measure }) => measure)
      expect(recorded).toEqual(expect.arrayContaining(targets))
    }
  })
})

describe('open choices', () => {
  const named = new Set(files.flatMap(file => choicesIn(file)).map(({ name }) => name))

  test('each is decided, and listed with its decision', () => {
    const listed = readFileSync('rubrics/README.md', 'utf8')
    for (const name of named) expect(listed).toContain(`| ${name} |`)
    expect(named.size).toBe(7)
  })

  test('the county may decide otherwise for a cycle', () => {
    const parsed = parseRubric(township, shippedDepartments, { 缺席扣分的底线: 1 })
    if ('problems' in parsed) throw new Error('annex 1 parses with another floor')
    const item = itemsOf(parsed.rubric).find(({ id }) => id === 'a1-04')
    expect(item && evaluateItem(item, recordsOf({ counts: { absences: 4 } })).figure).toBe(100)
  })

  test('a decision that does not fit is refused by the item’s name', () => {
    const parsed = parseRubric(township, shippedDepartments, { 缺席扣分的底线: 3 })
    expect('problems' in parsed && parsed.problems.map(({ message }) => message)).toEqual([
      '附件1“党政重视”第4项的扣分的底线是3分，超过2分。',
    ])
  })
})

function itemOf(id: string): Item {
  const item = items.find(candidate => candidate.id === id)
  if (!item) throw new Error(`${id} is not shipped`)
  return item
}
