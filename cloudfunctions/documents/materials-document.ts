import type { TableRow } from 'docx'
import type { MaterialsList, MaterialsRow } from '#shared/results/form-table'
import { cell, headingRow, row, ruledTable } from './cells'
import { signatureLine, titleLine, unitLine } from './lines'
import { packPaper } from './paper'

const headings = ['项', '考评内容', '资料名称', '文号', '日期', '原件在哪里', '页数']
/** In twips, in the order of the headings. */
const columnWidths = [500, 2070, 2700, 1576, 1260, 1260, 620]

/** 资料目录: what lies in the unit's folder, item by item; the item's cells are merged over all that proves it. */
export function materialsDocument(list: MaterialsList): Promise<Buffer> {
  return packPaper(list.title, [
    titleLine(list.title),
    unitLine(list.unitName, list.year),
    ruledTable(columnWidths, [
      headingRow(headings.map(heading => cell([heading], { heading: true }))),
      ...groupsOf(list.rows).flatMap(itemRows),
    ]),
    signatureLine(),
  ])
}

/** Neighbouring rows of the same item. */
function groupsOf(rows: readonly MaterialsRow[]): MaterialsRow[][] {
  const groups: MaterialsRow[][] = []
  for (const entry of rows) {
    const last = groups.at(-1)
    if (last?.[0] && last[0].number === entry.number) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

function itemRows(group: MaterialsRow[]): TableRow[] {
  return group.map(({ number, shortName, name, documentNumber, date, whereabouts, files }, index) => {
    const own = [
      ...[name, documentNumber].map(text => cell([text], { align: 'left' })),
      cell([date]),
      cell([whereabouts], { align: 'left' }),
      cell([files]),
    ]
    if (index > 0) return row(own)
    const merged = { rows: group.length }
    const numberText = number === null ? '' : String(number)
    return row([cell([numberText], merged), cell([shortName], { ...merged, align: 'left' }), ...own])
  })
}
