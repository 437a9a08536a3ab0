import type { Cell } from 'exceljs'
import type { DescribedMeasure } from '#shared/records/describe-measures'
import { targetsTitle } from '#shared/results/document-name'
import type { Audience } from '#shared/rubric/rubric'
import { unitColumn } from '#shared/tables/place-columns'
import { isAsked, numberAt, type TargetGrid, type TargetNumbers } from '#shared/targets/target-grid'
import {
  addNotes,
  addPaperSheet,
  bytesOf,
  countRule,
  headingRow,
  newWorkbook,
  writeCell,
  writeHeading,
  writeNotAsked,
} from './paper-sheet'

const notes = [
  '一行一个单位，一列一个任务。任务数只写数字，不小于0，最多两位小数，例如10、486、2.5。',
  '灰色的格子是这个单位的评分细则里没有的任务，不用填；填了不能导入。',
  '空着的格子表示没有任务数。原来有数、表里空着的，导入以后就没有了；预览会列出每一格的变化，确认以后才算数。',
  '没有列在表里的单位和任务，导入以后不变。可以只留要改的行和列。',
  '单位要写全称，一个单位只写一行；不要合并单元格。可以增加“备注”列，合计行不会导入。',
  '有一处不对，整张表都不导入；每一处都会按格子列出来，例如C5。改好再传就可以。',
  '存成 .xlsx 文件再导入。',
]

/** Behind 序号, 单位 and 附件. */
const firstMeasure = 4

/** 目标任务分解表 with the numbers that stand, to be filled and imported. `year`: 2026年度. */
export function targetsWorkbook(year: string, grid: TargetGrid, numbers: TargetNumbers): Promise<Buffer> {
  const workbook = newWorkbook()
  const annexOf = annexesIn(grid)
  const sheet = addPaperSheet(workbook, {
    name: targetsTitle,
    title: `${year}${targetsTitle}`,
    columns: [
      { id: 'place', width: 6 },
      { id: unitColumn, width: 24 },
      { id: 'annex', width: 8 },
      ...grid.measures.map(({ measure, name }) => ({ id: measure, width: name.length > 10 ? 15 : 11 })),
    ],
    headingRows: 2,
    frozenColumns: 2,
  })
  sheet.pageSetup.printTitlesColumn = 'A:B'

  for (const [index, text] of ['序号', '单位', '附件'].entries()) {
    for (const row of [headingRow, headingRow + 1]) writeHeading(sheet.getCell(row, index + 1), text)
    sheet.mergeCells(headingRow, index + 1, headingRow + 1, index + 1)
  }
  for (const [index, measure] of grid.measures.entries()) {
    writeHeading(sheet.getCell(headingRow, index + firstMeasure), `${measure.name}\n（${measure.unit}）`)
    const second = sheet.getCell(headingRow + 1, index + firstMeasure)
    writeHeading(second, itemsOf(measure))
    second.font = { name: '宋体', size: 9 }
  }
  sheet.getRow(headingRow).height = 62
  sheet.getRow(headingRow + 1).height = 13 * Math.max(2, ...grid.measures.map(({ items }) => items.length + 1))
  for (const [index, unit] of grid.units.entries()) {
    const row = sheet.getRow(headingRow + 2 + index)
    row.height = 20
    writeCell(row.getCell(1), index + 1, 'center')
    writeCell(row.getCell(2), unit.name, 'left')
    writeCell(row.getCell(3), annexOf(unit.audience), 'center')
    for (const [place, measure] of grid.measures.entries()) {
      const cell = row.getCell(place + firstMeasure)
      if (isAsked(measure, unit.audience)) writeAsked(cell, numberAt(numbers, unit.unitId, measure.measure))
      else writeNotAsked(cell)
    }
  }
  addNotes(workbook, notes)
  return bytesOf(workbook)
}

function writeAsked(cell: Cell, number: number | null): void {
  writeCell(cell, number, 'center')
  cell.dataValidation = countRule
}

/** 「附件1第4项」, a line each. */
function itemsOf({ items }: DescribedMeasure): string {
  return items.map(({ annex, number }) => `${annex}第${number}项`).join('\n')
}

/** The name of the annex by audience; empty for one without any target. */
function annexesIn({ measures }: TargetGrid): (audience: Audience) => string {
  const names = new Map(measures.flatMap(({ items }) => items.map(({ audience, annex }) => [audience, annex] as const)))
  return audience => names.get(audience) ?? ''
}
