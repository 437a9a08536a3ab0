import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
} from 'docx'
import { fonts, textWidth } from './paper'

interface CellOptions {
  /** Sentences read from the left; words and figures stand in the middle. */
  align?: 'left' | 'center'
  heading?: boolean
  /** How many rows, and columns, the cell covers. */
  rows?: number
  columns?: number
  /** Twentieths of a point between characters: 考 评 内 容 is spaced without changing its characters. */
  spaced?: number
}

/** One table cell; each entry of `lines` is a line of its own. Nothing prints as nothing, never as a dash. */
export function cell(lines: readonly string[], options: CellOptions = {}): TableCell {
  const { align = 'center', heading = false, rows, columns, spaced } = options
  const font = heading ? fonts.heading : fonts.body
  return new TableCell({
    rowSpan: rows,
    columnSpan: columns,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 35, bottom: 35, ...(align === 'left' ? { left: 85, right: 60 } : { left: 20, right: 20 }) },
    children: lines.map(
      text =>
        new Paragraph({
          alignment: align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
          spacing: { line: 290, lineRule: 'exact' },
          children: text === '' ? [] : [new TextRun({ text, font, characterSpacing: spaced })],
        }),
    ),
  })
}

/** A row that never breaks across two pages and leaves room for a pen. `keepNext` holds it on the next row's page. */
export function row(cells: TableCell[], keepNext = false): TableRow {
  return new TableRow({
    cantSplit: true,
    keepNext,
    height: { value: 500, rule: HeightRule.ATLEAST },
    children: cells,
  })
}

/** The heading, repeated at the top of every page. */
export function headingRow(cells: TableCell[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    height: { value: 680, rule: HeightRule.ATLEAST },
    children: cells,
  })
}

/** A ruled table of exactly these columns (twips), which must fill the text width so that every program agrees. */
export function ruledTable(columnWidths: readonly number[], rows: TableRow[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
  return new Table({
    columnWidths,
    width: { size: textWidth, type: 'dxa' },
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows,
  })
}
