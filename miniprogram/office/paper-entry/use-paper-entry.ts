import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { EnteredPaper } from '#shared/contract/office-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { currentBoxKey } from '../../backend/identity'
import { random } from '../../platform/random'
import { useOffice } from '../frame/use-office'
import { attachSheets } from '../paper-sheet/attach-sheets'
import { cellId } from '../paper-sheet/cells'
import type { SentEntry, SheetOwner } from '../paper-sheet/entry'
import { emptyNumbers, reviewProblems, selfProblems } from '../paper-sheet/entry-problems'
import { reviewRequest, rowsToSend, selfRequest } from '../paper-sheet/entry-request'
import { type EntryRow, reviewRows, selfRows } from '../paper-sheet/entry-rows'
import { entryKey } from '../paper-sheet/kept-entry'
import { sendEntry } from '../paper-sheet/send-entry'
import { sheetTotal } from '../paper-sheet/sheet-total'
import { useCountySheet } from '../paper-sheet/use-county-sheet'
import { useEntry } from '../paper-sheet/use-entry'
import { useFieldOrder } from '../paper-sheet/use-field-order'

/** 代录: which unit and whose sheet, what was typed, whether it can be entered, and entering it. */
export function usePaperEntry() {
  const office = useOffice()
  const { cycle, units, overview } = office
  const asked = useRouter().params.unitId
  const [chosenUnit, chooseUnit] = useState<string | null>(null)
  const [owner, setOwner] = useState<SheetOwner>({ side: 'self' })
  const [busy, setBusy] = useState<'attaching' | 'sending' | null>(null)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const [attachProblem, setAttachProblem] = useState<Problem | null>(null)
  const [entered, setEntered] = useState<(EnteredPaper & { unitName: string }) | null>(null)

  const unit = units.find(({ unitId }) => unitId === (chosenUnit ?? asked)) ?? null
  const cycleId = cycle?.cycleId ?? ''
  const county = useCountySheet(
    cycle && unit && { cycleId, unitId: unit.unitId },
    owner.side === 'review' && unit?.submittedAt ? owner.departmentId : null,
  )
  const held = useEntry(entryKey(currentBoxKey(), cycleId, unit?.unitId ?? '', owner))
  const { entry } = held

  const rows: EntryRow[] = !county.held
    ? []
    : owner.side === 'self'
      ? selfRows(county.held.rubric, county.held.sheet, entry)
      : reviewRows(county.held.rubric, owner.departmentId, county.held, entry)
  // While it is on its way, what stands may be the typed rows themselves.
  const problems =
    busy === 'sending'
      ? {}
      : owner.side === 'self'
        ? selfProblems(rows)
        : reviewProblems(rows, cycle?.departmentStep ?? 50, entry.seen)
  const empty = emptyNumbers(rows)
  const fields = useFieldOrder(rows.filter(row => !row.locked).map(row => row.item.id))

  /** Forgets what the last attempt said: the sheet it spoke of is another now. */
  function turnTo(choose: () => void) {
    choose()
    setRefusal(null)
    setAttachProblem(null)
    setEntered(null)
    fields.leave()
  }

  function type(row: EntryRow, typed: { written?: string; explanation?: string }) {
    // A row is typed upon what stands now, also where it was begun upon something older: the person sees both.
    const next = { ...row.shown, ...typed, upon: row.standing.upon }
    held.change({ ...entry, rows: { ...entry.rows, [row.item.id]: next } })
    setEntered(null)
  }

  async function attach(from: 'camera' | 'album') {
    if (!unit) return
    setBusy('attaching')
    const attached = await attachSheets({ cycleId, unitId: unit.unitId }, from, entry.sheets.length)
    setBusy(null)
    setAttachProblem(attached.problem)
    if (attached.sheets.length > 0) held.change({ ...entry, sheets: [...entry.sheets, ...attached.sheets] })
  }

  /** What stands in the way of entering, or null. */
  function obstacle(): Problem | null {
    const [first] = rows.flatMap(row => problems[row.item.id] ?? [])
    if (first) return first
    const blank = owner.side === 'self' && entry.submit && empty.length > 0
    return blank ? problem('assessment.items-missing', { numbers: empty }) : null
  }

  function compose(unitId: string): SentEntry {
    const parties = { cycleId, unitId, operationId: random.newId }
    return owner.side === 'self'
      ? { request: 'paper.enter-self', input: selfRequest(rows, entry, parties) }
      : {
          request: 'paper.enter-review',
          input: reviewRequest(rows, entry, { ...parties, departmentId: owner.departmentId }),
        }
  }

  async function enter() {
    if (!unit) return
    const first = rows.find(row => problems[row.item.id])
    const found = entry.sent ? null : obstacle()
    setRefusal(found)
    if (found) return first ? fields.enter(cellId('score', first.item.id)) : undefined
    const sent = entry.sent ?? compose(unit.unitId)
    held.change({ ...entry, sent })
    setBusy('sending')
    const fate = await sendEntry(entry, sent)
    if ('problem' in fate) {
      held.change(fate.entry)
      setRefusal(fate.problem)
    } else {
      setRefusal(null)
      setEntered({ ...fate.entered, unitName: unit.name })
      fields.leave()
    }
    // Read before the sheet begins anew: its fields show what stands by then.
    await Promise.all([county.reload(), overview.reload()])
    if ('entered' in fate) held.clear()
    setBusy(null)
  }

  return {
    ...office,
    unit,
    owner,
    county,
    rows,
    problems,
    empty,
    total: sheetTotal(rows, cycle?.notApplicable ?? 'full'),
    canSend: rowsToSend(rows).length > 0 || entry.sent !== null,
    entry,
    keeping: held.keeping,
    beginning: held.beginning,
    fields,
    busy,
    refusal,
    attachProblem,
    entered,
    chooseUnit: (unitId: string) => turnTo(() => chooseUnit(unitId)),
    chooseOwner: (next: SheetOwner) => turnTo(() => setOwner(next)),
    type,
    attach,
    change: (part: Partial<typeof entry>) => held.change({ ...entry, ...part }),
    discard: held.clear,
    enter,
  }
}
