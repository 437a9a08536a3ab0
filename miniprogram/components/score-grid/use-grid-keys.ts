import { useEffect, useRef, useState } from 'react'
import { tableKeys } from '../../platform/table-keys'
import { type CellPlace, type GridSize, readKey } from './grid-movement'

interface GridActs {
  active: CellPlace
  size: GridSize
  /** Whether the active cell takes a score. */
  isWritable: boolean
  /** What stands in the active cell, to go on with. */
  text: string
  onMove: (to: CellPlace) => void
  /** A text was finished in the active cell. Empty: it was emptied. */
  onType: (text: string) => void
  onPaste: (clipboard: string) => void
}

const isSamePlace = (one: CellPlace, other: CellPlace) => one.row === other.row && one.column === other.column

/** The text being typed into the active cell; null while none is. Leaving the cell in any way finishes it. */
export function useGridKeys(acts: GridActs): { typing: string | null; finish: () => void } {
  const [typing, setTyping] = useState<string | null>(null)
  const latest = useRef({ acts, typing })
  // The person was led to another cell, not by a key of the grid: the text belongs to the cell it was typed into.
  const before = latest.current
  const left = before.typing !== null && !isSamePlace(before.acts.active, acts.active) ? before : null
  latest.current = { acts, typing: left ? null : typing }

  const write = (text: string | null) => {
    latest.current.typing = text
    setTyping(text)
  }
  const finish = () => {
    const { acts: now, typing: typed } = latest.current
    write(null)
    if (typed !== null) now.onType(typed)
  }
  useEffect(() => {
    if (left?.typing == null) return
    setTyping(null)
    left.acts.onType(left.typing)
  })
  const press = (key: string, shift: boolean): boolean => {
    const { acts: now, typing: typed } = latest.current
    if (typed !== null && key === 'Backspace') {
      write(typed.slice(0, -1))
      return true
    }
    const act = readKey(key, shift, now.active, now.size)
    switch (act?.kind) {
      case 'move':
        finish()
        now.onMove(act.to)
        return true
      case 'type':
        if (now.isWritable) write((typed ?? '') + act.text)
        return true
      case 'edit':
        if (now.isWritable) write(typed ?? now.text)
        return true
      case 'clear':
        if (now.isWritable) now.onType('')
        return true
      case 'take-back':
        write(null)
        return true
      default:
        return false
    }
  }
  const pressed = useRef(press)
  pressed.current = press
  useEffect(
    () =>
      tableKeys.watch({
        onKey: (key, shift) => pressed.current(key, shift),
        onPaste: text => latest.current.acts.onPaste(text),
      }),
    [],
  )
  // What was begun is finished when the page is left: nothing typed is lost.
  const finishLast = useRef(finish)
  finishLast.current = finish
  useEffect(() => () => finishLast.current(), [])
  return { typing, finish }
}
