import type { Table, TableRow } from 'docx'
import type { DocumentKind } from '#shared/results/document-name'
import type { FormCategory, FormTable } from '#shared/results/form-table'
import { categoryLines, departmentLines, headingLines } from '#shared/results/narrow-lines'
import { cell, headingRow, row, ruledTable } from './cells'
import { annexLine, audienceLine, landingLines, noteLine, signatureLine, titleLine, unitLine } from './lines'
import { packPaper } from './paper'

/** 项目 · 考评内容 · 评分细则 · 自评 · 得分 · 考核责任部室, in twips. */
const columnWidths = [700, 5000, 1860, 690, 690, 1046]

/**
 * 空表, 自评表 and 评分表, laid out as the source's annexes: category and department merged over their items, the heading
 * on every page, the total below. The unit's papers carry the line where the chair signs and stamps.
 */
export function formDocument(kind: Exclude<DocumentKind, 'materials'>, table: FormTable): Promise<Buffer> {
  return packPaper(table.title, [
    annexLine(table.annex),
    titleLine(table.title),
    audienceLine(table.audienceAsWritten),
    unitLine(table.unitName, table.year),
    formGrid(table),
    ...(table.note === '' ? [] : [noteLine(table.note)]),
    ...(kind === 'scored' ? [] : [signatureLine()]),
    ...landingLines(table.landings),
  ])
}

function formGrid(table: FormTable): Table {
  return ruledTable(columnWidths, [heading(table), ...table.categories.flatMap(categoryRows), totalRow(table)])
}

function heading({ columns }: FormTable): TableRow {
  return headingRow(
    columns.map((column, index) =>
      cell(headingLines(column), { heading: true, ...(index === 1 ? { spaced: 200 } : {}) }),
    ),
  )
}

/** All rows of a category but the last are kept with the next: a category is not torn apart while it fits a page. */
function categoryRows({ name, points, departments, rows }: FormCategory): TableRow[] {
  return rows.map(({ content, basis, self, score }, index) => {
    const own = [cell([content], { align: 'left' }), cell([basis], { align: 'left' }), cell([self]), cell([score])]
    if (index > 0) return row(own, index < rows.length - 1)
    const merged = { rows: rows.length }
    return row(
      [
        cell([...categoryLines(name), points], merged),
        ...own,
        cell(
          departments.flatMap(department => departmentLines(department)),
          merged,
        ),
      ],
      rows.length > 1,
    )
  })
}

function totalRow({ maximum, selfTotal, scoreTotal }: FormTable): TableRow {
  return row([
    cell([`合计（${maximum}分）`], { heading: true, columns: 3 }),
    cell([selfTotal], { heading: true }),
    cell([scoreTotal], { heading: true }),
    cell(['']),
  ])
}
