import fc from 'fast-check'
import type { AssessedItem } from '#shared/assessment/assessment'
import { summarize } from '#shared/assessment/summarize'
import { type FormSource, formTable } from '#shared/results/form-table'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { parsePoints, printPoints } from '#shared/scoring/points'
import { mergeTallies, totalOf } from '#shared/scoring/tally'
import { anySheet } from '../support/arbitraries'

const source = (rubric: Rubric, items: Record<string, AssessedItem>): FormSource => ({
  rubric,
  items,
  unitName: '马店镇工会',
  year: '2026年度',
  landings: ['主席签字：', '（盖章）'],
  notApplicable: 'zero',
})
const rowsOf = (table: ReturnType<typeof formTable>) => table.categories.flatMap(category => category.rows)

describe('a form', () => {
  test('blank prints blank, whatever is filled', () => {
    fc.assert(
      fc.property(anySheet, ({ rubric, items }) => {
        const table = formTable(source(rubric, items), 'none')
        expect(rowsOf(table).every(row => row.self === '' && row.score === '')).toBe(true)
        expect([table.selfTotal, table.scoreTotal, table.complete]).toEqual(['', '', true])
      }),
    )
  })

  test('has one row an item, in the order of the annex', () => {
    fc.assert(
      fc.property(anySheet, ({ rubric, items }) => {
        expect(rowsOf(formTable(source(rubric, items), 'self')).map(row => row.itemId)).toEqual(
          itemsOf(rubric).map(item => item.id),
        )
      }),
    )
  })

  test('the rows add up to the printed total, and the total is the summary’s', () => {
    const sumOf = (cells: string[]) => cells.reduce((sum, cell) => sum + (parsePoints(cell) ?? 0), 0)
    fc.assert(
      fc.property(anySheet, ({ rubric, items }) => {
        const table = formTable(source(rubric, items), 'self-and-score')
        const { self, byDepartment } = summarize(rubric, { items, materials: {} })
        const departments = mergeTallies(Object.values(byDepartment))
        if (self.count > 0) {
          expect(sumOf(rowsOf(table).map(row => row.self))).toBe(parsePoints(table.selfTotal))
          expect(table.selfTotal).toBe(printPoints(totalOf(self, 'zero')))
        }
        if (departments.count > 0) {
          expect(sumOf(rowsOf(table).map(row => row.score))).toBe(parsePoints(table.scoreTotal))
          expect(table.scoreTotal).toBe(printPoints(totalOf(departments, 'zero')))
        }
      }),
    )
  })

  test('the unit’s own form leaves 得分 blank', () => {
    fc.assert(
      fc.property(anySheet, ({ rubric, items }) => {
        expect(rowsOf(formTable(source(rubric, items), 'self')).every(row => row.score === '')).toBe(true)
      }),
    )
  })

  test('zero prints 0 and 不涉及 prints the word', () => {
    const signature = { name: '', memberId: '', at: 0 }
    const self = { revision: 1, remark: '', signature }
    fc.assert(
      fc.property(anySheet, ({ rubric }) => {
        const [first, second] = itemsOf(rubric)
        if (!first || !second) throw new Error('an annex has at least two items')
        const items = {
          [first.id]: { self: { ...self, score: 0, notApplicable: null } },
          [second.id]: { self: { ...self, score: null, notApplicable: '本年度主席无调整' } },
        }
        expect(
          rowsOf(formTable(source(rubric, items), 'self'))
            .slice(0, 3)
            .map(row => row.self),
        ).toEqual(['0', '不涉及', ''])
      }),
    )
  })
})
