import { useRef, useState } from 'react'
import { RemarkField } from '../../components/remark-field/remark-field'
import { TextField } from '../../components/text-field/text-field'

interface KeptFieldProps {
  id: string
  label: string
  value: string
  /** Several lines. */
  long?: boolean
  kind?: 'text' | 'points'
  placeholder?: string
  maximum?: number
  /** Why the text cannot be taken. */
  faultOf?: (text: string) => string | null
  /** Told once the field is left with another text than it had, unless that has a fault. */
  onWrite: (text: string) => void
}

/** A field that is kept when it is left. Give it a `key` that names what it belongs to. */
export function KeptField({ value, long, faultOf, onWrite, ...field }: KeptFieldProps) {
  const typed = useRef(value)
  const [fault, setFault] = useState<string | null>(null)
  const [shown, setShown] = useState({ value, round: 0 })
  // Another value came from outside: a field in which nothing was typed shows it, one in which something was keeps that.
  if (value !== shown.value) {
    const isUntouched = typed.current.trim() === shown.value
    if (isUntouched) typed.current = value
    setShown({ value, round: isUntouched ? shown.round + 1 : shown.round })
  }
  const leave = () => {
    const text = typed.current.trim()
    const found = faultOf?.(text) ?? null
    setFault(found)
    if (found === null && text !== value) onWrite(text)
  }
  const own = {
    ...field,
    initial: typed.current,
    problem: fault,
    onInput: (text: string) => {
      typed.current = text
    },
    onLeave: leave,
  }
  return long ? <RemarkField key={shown.round} {...own} /> : <TextField key={shown.round} {...own} onEnter={leave} />
}
