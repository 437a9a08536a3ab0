import fc from 'fast-check'
import { readKey } from '../../miniprogram/components/score-grid/grid-movement'
import { layPastedBlock } from '../../miniprogram/components/score-grid/pasted-block'

const size = { rows: 16, columns: 5 }

describe('keys of the grid', () => {
  test.each([
    ['ArrowDown', false, { row: 3, column: 2 }],
    ['ArrowUp', false, { row: 1, column: 2 }],
    ['ArrowLeft', false, { row: 2, column: 1 }],
    ['ArrowRight', false, { row: 2, column: 3 }],
    ['Enter', false, { row: 3, column: 2 }],
    ['Enter', true, { row: 1, column: 2 }],
    ['Tab', false, { row: 2, column: 3 }],
    ['Tab', true, { row: 2, column: 1 }],
    ['Home', false, { row: 2, column: 0 }],
    ['End', false, { row: 2, column: 4 }],
  ])('%s (Shift: %s) moves to %j', (key, shift, to) => {
    expect(readKey(key, shift, { row: 2, column: 2 }, size)).toEqual({ kind: 'move', to })
  })

  test('no key ever leaves the grid', () => {
    const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Enter', 'Tab', 'Home', 'End')
    const place = fc.record({ row: fc.nat(size.rows - 1), column: fc.nat(size.columns - 1) })
    fc.assert(
      fc.property(key, fc.boolean(), place, (pressed, shift, at) => {
        const act = readKey(pressed, shift, at, size)
        if (act?.kind !== 'move') throw new Error(`${pressed} did not move`)
        expect(act.to.row).toBeGreaterThanOrEqual(0)
        expect(act.to.row).toBeLessThan(size.rows)
        expect(act.to.column).toBeGreaterThanOrEqual(0)
        expect(act.to.column).toBeLessThan(size.columns)
      }),
    )
  })

  test.each(['4', '.', '４', '．', '。'])('%s begins a score', key => {
    expect(readKey(key, false, { row: 0, column: 0 }, size)).toEqual({ kind: 'type', text: key })
  })

  test.each(['a', '五', 'F5', 'PageDown', '-', ' '])('%s is left to the browser', key => {
    expect(readKey(key, false, { row: 0, column: 0 }, size)).toBeNull()
  })

  test.each([
    ['Escape', 'take-back'],
    ['F2', 'edit'],
    ['Delete', 'clear'],
    ['Backspace', 'clear'],
  ])('%s: %s', (key, kind) => {
    expect(readKey(key, false, { row: 0, column: 0 }, size)).toEqual({ kind })
  })
})

describe('pasting from a spreadsheet', () => {
  const at = { row: 0, column: 0 }
  const laid = (clipboard: string, from = at) =>
    layPastedBlock(clipboard, from, size).cells.map(({ at: place, text }) => [place.row, place.column, text])

  test('one column, with the line end that Excel adds', () => {
    expect(laid('5\r\n4.5\r\n4\r\n')).toEqual([
      [0, 0, '5'],
      [1, 0, '4.5'],
      [2, 0, '4'],
    ])
  })

  test('a block goes right and down from the active cell', () => {
    expect(laid('5\t4\n3\t2', { row: 2, column: 1 })).toEqual([
      [2, 1, '5'],
      [2, 2, '4'],
      [3, 1, '3'],
      [3, 2, '2'],
    ])
  })

  test('a blank cell in the middle keeps its place', () => {
    expect(laid('5\n\n4\n')).toEqual([
      [0, 0, '5'],
      [1, 0, ''],
      [2, 0, '4'],
    ])
  })

  test('a blank cell at the end of a column keeps its place too', () => {
    expect(laid('5\n\n')).toEqual([
      [0, 0, '5'],
      [1, 0, ''],
    ])
  })

  test('what does not fit is counted, what is blank is not missed', () => {
    const { cells, outside } = layPastedBlock('1\t2\t3\n4\t5\t', { row: 15, column: 4 }, size)
    expect(cells).toEqual([{ at: { row: 15, column: 4 }, text: '1' }])
    expect(outside).toBe(4)
  })

  test('quotes of Excel are taken off', () => {
    expect(laid('"4.5"\t"说 ""好"""')).toEqual([
      [0, 0, '4.5'],
      [0, 1, '说 "好"'],
    ])
  })

  test('every text of a block that fits arrives at its own cell', () => {
    const block = fc.array(fc.array(fc.constantFrom('0', '1', '4.5', ''), { minLength: 2, maxLength: 5 }), {
      minLength: 1,
      maxLength: 16,
    })
    fc.assert(
      fc.property(block, texts => {
        const { cells, outside } = layPastedBlock(texts.map(row => row.join('\t')).join('\n'), at, size)
        expect(outside).toBe(0)
        for (const cell of cells) expect(cell.text).toBe(texts[cell.at.row]?.[cell.at.column])
      }),
    )
  })
})
