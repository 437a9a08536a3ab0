import { useRef, useState } from 'react'
import type { Problem } from '#shared/errors/problems'
import type { EntryValue } from '#shared/records/record'
import { begunTexts } from '../backend/begun-texts'
import { machineName } from '../platform/machine-name'
import { random } from '../platform/random'
import { type EntryFaults, parseBegun, readEntry, type WrittenEntry } from './entry-form-fields'

interface EntrySending {
  /** Under which it is kept on this machine until the county has it. */
  place: string
  initial: WrittenEntry
  year: number
  /** A correction says why; a new entry need not. */
  needsReason: boolean
  /** Null takes the entry out. `id` stays the same while the same is sent again. Answers why not, or null. */
  send(entry: { value: EntryValue | null; reason: string; id: string }): Promise<Problem | null>
}

/** An entry while it is written: kept on this machine with every letter, and sent once it says something. */
export function useWrittenEntry({ place, initial, year, needsReason, send }: EntrySending) {
  const [round, setRound] = useState(0)
  const [begun, setBegun] = useState(() => parseBegun(begunTexts.read(place)))
  const written = useRef(begun ?? initial)
  const [faults, setFaults] = useState<EntryFaults>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const sent = useRef<{ body: string; id: string } | null>(null)

  function write(part: Partial<WrittenEntry>) {
    written.current = { ...written.current, ...part }
    begunTexts.keep(place, JSON.stringify(written.current))
    // Typing answers what was said of the fields; while nothing was said, nothing is drawn.
    if (Object.keys(faults).length > 0) setFaults({})
  }

  /** Back to the beginning: the county has it, or the person threw it away. */
  function clear() {
    begunTexts.keep(place, '')
    written.current = initial
    sent.current = null
    setBegun(null)
    setFaults({})
    setRefusal(null)
    setRound(round + 1)
  }

  /** Whether it says why; if not, the field says that it must. */
  function hasReason(): boolean {
    const has = !needsReason || written.current.reason.trim() !== ''
    setFaults(has ? {} : { reason: '请写更正的原因' })
    return has
  }

  async function save() {
    const read = readEntry(written.current, year)
    const isExplained = hasReason()
    if ('faults' in read) return setFaults(isExplained ? read.faults : { ...read.faults, reason: '请写更正的原因' })
    if (isExplained) await sendOnce(read.value)
  }

  async function sendOnce(value: EntryValue | null) {
    if (isBusy) return
    const reason = written.current.reason.trim()
    const body = JSON.stringify([value, reason])
    const operation = sent.current?.body === body ? sent.current : { body, id: random.newId() }
    sent.current = operation
    setBusy(true)
    const problem = await send({ value, reason, id: operation.id })
    setBusy(false)
    if (!problem) return clear()
    const isUnreached = problem.code === 'network.unreachable'
    setRefusal(isUnreached ? `没信号，没有记上。您写的在${machineName()}里，有信号后再点一次。` : problem.message)
  }

  return {
    round,
    first: begun ?? initial,
    faults,
    refusal,
    isBusy,
    write,
    save,
    hasReason,
    /** Takes the entry out, with the reason that is written. */
    takeOut: () => sendOnce(null),
    clear,
  }
}
export type WrittenEntryWork = ReturnType<typeof useWrittenEntry>
