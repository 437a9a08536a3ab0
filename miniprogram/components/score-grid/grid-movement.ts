/** A cell by its place on the screen, both from 0. */
export interface CellPlace {
  row: number
  column: number
}

export interface GridSize {
  rows: number
  columns: number
}

/** What a key does to the cell one stands on. `null`: the key is not the grid's business. */
export type KeyAct =
  | { kind: 'move'; to: CellPlace }
  | { kind: 'type'; text: string }
  | { kind: 'take-back' }
  | { kind: 'edit' }
  | { kind: 'clear' }
  | null

/** What can begin or continue a score, in half and full width: nothing else opens a cell by accident. */
const SCORE_SIGN = /^[0-9.．。０-９]$/

const STEPS: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * Reads a key as a spreadsheet does: arrows step, Enter goes to the next unit (with Shift to the one before), Tab to the
 * next item, Home and End to the ends of the row, a digit begins to type, Delete empties, F2 goes on with what is there,
 * Escape takes back what was begun.
 */
export function readKey(key: string, shift: boolean, at: CellPlace, size: GridSize): KeyAct {
  const step = STEPS[key]
  if (step) return { kind: 'move', to: within({ row: at.row + step[0], column: at.column + step[1] }, size) }
  switch (key) {
    case 'Enter':
      return { kind: 'move', to: within({ row: at.row + (shift ? -1 : 1), column: at.column }, size) }
    case 'Tab':
      return { kind: 'move', to: within({ row: at.row, column: at.column + (shift ? -1 : 1) }, size) }
    case 'Home':
      return { kind: 'move', to: { row: at.row, column: 0 } }
    case 'End':
      return { kind: 'move', to: { row: at.row, column: size.columns - 1 } }
    case 'Escape':
      return { kind: 'take-back' }
    case 'F2':
      return { kind: 'edit' }
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' }
    default:
      return SCORE_SIGN.test(key) ? { kind: 'type', text: key } : null
  }
}

function within(place: CellPlace, size: GridSize): CellPlace {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))
  return { row: clamp(place.row, size.rows), column: clamp(place.column, size.columns) }
}
