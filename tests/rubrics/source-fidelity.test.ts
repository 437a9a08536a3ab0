import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { type Category, type Item, itemsOf, maximumOf, type Rubric } from '#shared/rubric/rubric'
import { shippedRubrics } from '../../rubrics/shipped-rubrics'
import { firstDifference } from './first-difference'
import { cellsOfRubric } from './rebuilt-document'
import { cellsOfSource, sourceBytes, sourceText, withoutWhiteSpace } from './source-document'

const cellsInSource = cellsOfSource(sourceText)

/** Compares our whole transcription with the whole source, annex by annex in order. */
function differenceFromSource(rubrics: readonly Rubric[]): string | null {
  return firstDifference(cellsInSource.flat(), rubrics.flatMap(cellsOfRubric))
}

describe('the four annexes and the source', () => {
  test('the fixture is the document that was transcribed', () => {
    expect(sourceBytes).toHaveLength(16793)
    expect(createHash('sha256').update(sourceBytes).digest('hex')).toBe(
      '7c699f8de0af667572430177000ab4be6671aa41330c861271b7106550a78ac6',
    )
  })

  test.each(['附件1', '附件2', '附件3', '附件4'])('%s has the same cells in the same order', annex => {
    const source = cellsInSource.find(cells => cells[0] === annex)
    const rubric = shippedRubrics.find(candidate => candidate.annex === annex)
    expect(source && rubric && firstDifference(source, cellsOfRubric(rubric))).toBeNull()
  })

  test('put end to end, ours is the source to the last character, however cells are told apart', () => {
    expect(shippedRubrics.flatMap(cellsOfRubric).join('')).toBe(withoutWhiteSpace(sourceText))
  })

  test('25 + 23 + 13 + 22 = 83 items', () => {
    expect(shippedRubrics.map(rubric => itemsOf(rubric).length)).toEqual([25, 23, 13, 22])
    expect(shippedRubrics.flatMap(itemsOf)).toHaveLength(83)
  })

  test('every category is the sum of its items and every annex totals 100', () => {
    for (const { categories } of shippedRubrics) {
      for (const { items, points } of categories) expect(items.reduce((sum, item) => sum + item.points, 0)).toBe(points)
    }
    expect(shippedRubrics.map(maximumOf)).toEqual([10000, 10000, 10000, 10000])
  })
})

describe('the comparison can fail', () => {
  const anItem = fc.integer({ min: 0, max: 82 })
  const anySeed = fc.nat()
  const aWord = fc.constantFrom('，', '、', '1', '１', '“', '（', '工', '会')

  test('nothing changed, nothing reported', () => {
    expect(differenceFromSource(structuredClone(shippedRubrics))).toBeNull()
  })

  test.each(['text', 'basis'] as const)('one character of %s replaced, added or dropped is reported', field => {
    fc.assert(
      fc.property(anItem, anySeed, aWord, fc.constantFrom(0, 1), (itemIndex, seed, word, removed) => {
        const changed = structuredClone(shippedRubrics)
        const item = changed.flatMap(itemsOf)[itemIndex]
        if (!item) throw new Error('there are 83 items')
        const before = item[field]
        const at = seed % before.length
        for (const after of [splice(before, at, 1, ''), splice(before, at, removed, word)]) {
          item[field] = after
          expect(differenceFromSource(changed) === null).toBe(after === before)
        }
      }),
    )
  })

  test('any item dropped or written twice is reported', () => {
    for (const { id } of shippedRubrics.flatMap(itemsOf)) {
      const dropped = withItems(items => items.filter(item => item.id !== id))
      const writtenTwice = withItems(items => items.flatMap(item => (item.id === id ? [item, item] : [item])))
      expect(differenceFromSource(dropped)).not.toBeNull()
      expect(differenceFromSource(writtenTwice)).not.toBeNull()
    }
  })

  test('items in another order are reported', () => {
    expect(differenceFromSource(withItems(items => [...items].reverse()))).not.toBeNull()
  })

  test.each<[string, (rubric: Rubric) => Partial<Rubric>]>([
    ['title', ({ title }) => ({ title: `${title}表` })],
    ['audience', () => ({ audienceAsWritten: '开发区，乡镇' })],
    ['a heading', () => ({ columns: ['项目', '考评内容', '评分细则', '自评', '得分', '责任部室'] })],
    ['points of an item', ({ categories }) => ({ categories: categories.map(withFirstItemDearer) })],
    [
      'points of a category',
      ({ categories }) => ({ categories: categories.map(c => ({ ...c, points: c.points + 100 })) }),
    ],
    [
      'name of a category',
      ({ categories }) => ({ categories: categories.map(c => ({ ...c, name: `${c.name}工作` })) }),
    ],
    ['a department', ({ categories }) => ({ categories: categories.map(c => ({ ...c, departmentsAsWritten: [] })) })],
    ['a whole category', ({ categories }) => ({ categories: categories.slice(1) })],
  ])('%s altered is reported', (_what, alter) => {
    const changed = shippedRubrics.map((rubric, index) => (index === 0 ? { ...rubric, ...alter(rubric) } : rubric))
    expect(differenceFromSource(changed)).toMatch(/^cell \d+: the source has /)
  })

  test('says which cell differs', () => {
    expect(firstDifference(['项目', '自评'], ['项目', '得分'])).toBe(
      'cell 2: the source has 「自评」, ours has 「得分」',
    )
    expect(firstDifference(['项目'], [])).toBe('cell 1: the source has 「项目」, ours has nothing')
  })
})

function splice(text: string, at: number, removed: number, added: string): string {
  return `${text.slice(0, at)}${added}${text.slice(at + removed)}`
}

/** The shipped rubrics with the items of every category changed. */
function withItems(change: (items: Item[]) => Item[]): Rubric[] {
  return shippedRubrics.map(rubric => ({
    ...rubric,
    categories: rubric.categories.map(category => ({ ...category, items: change(category.items) })),
  }))
}

function withFirstItemDearer(category: Category): Category {
  return {
    ...category,
    items: category.items.map((item, at) => (at === 0 ? { ...item, points: item.points + 50 } : item)),
  }
}
