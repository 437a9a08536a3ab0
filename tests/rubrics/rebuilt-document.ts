import type { Category, Item, Rubric } from '#shared/rubric/rubric'
import { printPoints } from '#shared/scoring/points'

/** A page that begins inside a table: its heading is repeated, narrowed in two annexes. */
interface PageBreak {
  afterItem: number
  lastHeading: string
  /** Annex 2 breaks inside 保障帮扶, so its points and department stand there twice; they count once. */
  repeatsCategory: boolean
}

/** All page breaks of the source. Annex 3 fits on one page. */
const PAGE_BREAKS: Record<string, PageBreak> = {
  附件1: { afterItem: 13, lastHeading: '考核责任部室', repeatsCategory: false },
  附件2: { afterItem: 13, lastHeading: '责任部室', repeatsCategory: true },
  附件4: { afterItem: 12, lastHeading: '责任部室', repeatsCategory: false },
}

/** The source's very last row is cut off after 评分细则: no 自评, no 得分, no merged department cell. */
const CUT_OFF_ROW = { annex: '附件4', item: 22, cells: 3 }

/** The cells that the source must have if it says what the rubric says, in the order of `cellsOfSource`. */
export function cellsOfRubric(rubric: Rubric): string[] {
  const { annex, title, audienceAsWritten, columns } = rubric
  const rows = rubric.categories.flatMap(category => rowsOf(annex, category))
  return [annex, title, `（${audienceAsWritten}）`, ...columns].concat(
    rows.flatMap(({ item, cells }) => {
      const pageBreak = PAGE_BREAKS[annex]
      const isCutOff = annex === CUT_OFF_ROW.annex && item.number === CUT_OFF_ROW.item
      const row = isCutOff ? cells.slice(0, CUT_OFF_ROW.cells) : cells
      return pageBreak?.afterItem === item.number ? [...row, ...columns.slice(0, 5), pageBreak.lastHeading] : row
    }),
  )
}

function rowsOf(annex: string, category: Category): { item: Item; cells: string[] }[] {
  return category.items.map((item, index) => {
    const pageBreak = PAGE_BREAKS[annex]
    const isContinued = pageBreak?.repeatsCategory === true && item.number === pageBreak.afterItem + 1
    const isMergedBelow = index > 0 && !isContinued
    const heading = isMergedBelow ? '' : `${category.name}${printPoints(category.points)}分`
    const departments = isMergedBelow ? '' : category.departmentsAsWritten.join('')
    return { item, cells: [heading, `${item.text}（${printPoints(item.points)}分）`, item.basis, '', '', departments] }
  })
}
