import type { CellPlace, GridSize } from './grid-movement'

/** One pasted text and the cell it belongs to. */
export interface PastedCell {
  at: CellPlace
  text: string
}

export interface PastedBlock {
  cells: PastedCell[]
  /** Pasted texts that would lie below the last unit or right of the last item: told, never dropped in silence. */
  outside: number
}

/**
 * Lays what a spreadsheet put on the clipboard over the grid, from the active cell to the right and down. Rows part at
 * line ends, columns at tabs; the line end that Excel adds after the last row is not a row. An empty text in a block
 * stays, because a blank cell in the middle of a column must not move the rest up.
 */
export function layPastedBlock(clipboard: string, at: CellPlace, size: GridSize): PastedBlock {
  const rows = clipboard
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map(line => line.split('\t').map(unquote))
  const all = rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ at: { row: at.row + row, column: at.column + column }, text: text.trim() })),
  )
  const cells = all.filter(cell => cell.at.row < size.rows && cell.at.column < size.columns)
  return { cells, outside: all.filter(cell => !cells.includes(cell) && cell.text !== '').length }
}

/** Excel puts a cell that holds a line end or a quote into quotes. */
function unquote(text: string): string {
  const quoted = /^"(.*)"$/s.exec(text)
  return quoted?.[1] === undefined ? text : quoted[1].replace(/""/g, '"')
}
