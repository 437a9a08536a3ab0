import type { ReadTable } from './document-as-read'

/** A cell at its place in the grid; a merged one is the same object in every slot that it covers. */
export interface GridCell {
  text: string
  /** Where it begins, from 0. */
  row: number
  column: number
  columnSpan: number
  /** 第2张表第7行第3栏: the cell as a person counts it in its row. */
  place: string
}

/** The cells that stand in each row, left to right, those merged from above included; shorter where cells are missing. */
export function gridOf(table: ReadTable): GridCell[][] {
  const slots: (GridCell | undefined)[][] = table.rows.map(() => [])
  table.rows.forEach((cells, row) => {
    let column = 0
    cells.forEach(({ text, columnSpan, rowSpan }, index) => {
      while (slots[row]?.[column]) column += 1
      const cell = { text, row, column, columnSpan, place: `${rowPlace(table, row)}第${index + 1}栏` }
      for (const line of slots.slice(row, row + rowSpan)) {
        for (let slot = column; slot < column + columnSpan; slot += 1) line[slot] ??= cell
      }
      column += columnSpan
    })
  })
  return slots.map(line => [...new Set(line)].flatMap(cell => cell ?? []))
}

export function rowPlace(table: ReadTable, row: number): string {
  return `${table.place}第${row + 1}行`
}
