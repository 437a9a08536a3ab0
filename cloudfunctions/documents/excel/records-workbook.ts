import type { DescribedMeasure } from '#shared/records/describe-measures'
import { recordColumns } from '#shared/records/read-record-table'
import { recordsTitle } from '#shared/results/document-name'
import {
  addNotes,
  addPaperSheet,
  bytesOf,
  countRule,
  headingRow,
  newWorkbook,
  refusing,
  writeCell,
  writeHeading,
} from './paper-sheet'

/** Lines ready to be filled; whoever has more copies a row. */
const emptyRows = 100
const widths: Record<(typeof recordColumns)[number]['id'], number> = {
  unit: 28,
  date: 14,
  what: 52,
  level: 12,
  count: 12,
}

const notes = [
  '一行一条记录。单位可以在格子右边的名单里选，写要写全称。',
  '日期写成2026-3-5这样，可以空着。内容写文章的题目、单位的名称等，可以空着。级别如县级、市级、省级，不分级的空着。',
  '数量一定要写，只写数字，不小于0，最多两位小数。一篇稿件写1，征订486份写486。',
  '导入是增加记录，已经记过的不变，也不用再写；和已有的完全一样的行会指出来。',
  '不要合并数量的格子。可以增加“备注”列，合计行不会导入。',
  '有一处不对，整张表都不导入；每一处都会按格子列出来，例如C5。改好再传就可以。',
  '存成 .xlsx 文件再导入。',
]

/** The empty table of one 县总记录. `year`: 2026年度; `unitNames`: those that it concerns, in the county's order. */
export function recordsWorkbook(
  year: string,
  { name, unit }: DescribedMeasure,
  unitNames: readonly string[],
): Promise<Buffer> {
  const workbook = newWorkbook()
  const sheet = addPaperSheet(workbook, {
    name: recordsTitle,
    title: `${year}${recordsTitle}：${name}`,
    columns: recordColumns.map(({ id }) => ({ id, width: widths[id] })),
    headingRows: 1,
    frozenColumns: 1,
  })
  for (const [index, { id, names }] of recordColumns.entries()) {
    writeHeading(sheet.getCell(headingRow, index + 1), id === 'count' ? `${names[0]}（${unit}）` : names[0])
  }
  sheet.getRow(headingRow).height = 24

  const roster = workbook.addWorksheet('单位名单')
  roster.getColumn(1).width = 28
  for (const [index, unitName] of unitNames.entries()) writeCell(roster.getCell(index + 1, 1), unitName, 'left')
  const rules = {
    unit: refusing(
      { type: 'list', formulae: [`单位名单!$A$1:$A$${Math.max(1, unitNames.length)}`] },
      '请在名单里选，或者照名单写全称。',
    ),
    date: undefined,
    what: undefined,
    level: undefined,
    count: countRule,
  }
  for (let row = headingRow + 1; row <= headingRow + emptyRows; row += 1) {
    sheet.getRow(row).height = 20
    for (const [index, { id }] of recordColumns.entries()) {
      const cell = sheet.getCell(row, index + 1)
      writeCell(cell, null, id === 'unit' || id === 'what' ? 'left' : 'center')
      if (id === 'date') cell.numFmt = 'yyyy-m-d'
      const rule = rules[id]
      if (rule) cell.dataValidation = rule
    }
  }
  addNotes(workbook, notes)
  return bytesOf(workbook)
}
