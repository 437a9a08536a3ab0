import type { HistoryEntry } from '#shared/assessment/assessment'
import type { Verdict } from '#shared/contract/assessment-contract'
import { type Problem, problem } from '#shared/errors/problems'
import type { ItemId } from '#shared/rubric/rubric'
import { bodyHash } from '../../infrastructure/canonical-json'
import { type Refusal, refuse } from '../../request-pipeline/refusal'

/** One change of one item, made upon a revision that the phone knew. */
interface Change {
  operationId: string
  itemId: ItemId
}

/** What a change means for the sheet as it stands; `stale`: it was made upon something else. */
export type Judgement<Current, Write> = { write: Write } | { refused: Problem } | { stale: Problem; current: Current }

/** One kind of change (自评, 定分): how it is judged and written. */
export interface ChangeKind<Asked extends Change, Sheet, Current, Write> {
  judge: (change: Asked, sheet: Sheet) => Judgement<Current, Write>
  revisionOf: (write: Write) => number
  /** Writes all or, where something no longer holds, none (false). */
  write: (sheet: Sheet, writes: Write[]) => Promise<boolean>
  withWrites: (sheet: Sheet, writes: Write[]) => Sheet
  readWithHistory: () => Promise<(Sheet & { history: HistoryEntry[] }) | null>
  /** Whether the person may still, asked again after a collision. */
  mayStill: (sheet: Sheet) => true | Problem
}

export interface Settled<Sheet, Current> {
  /** As it stands afterwards. */
  sheet: Sheet
  /** In the order of the changes. */
  verdicts: Verdict<Current>[]
}

/**
 * Saves all changes of one sheet that can be saved, each with its own verdict. One round trip beside the load. Only
 * where the write finds that something has moved, the sheet is read with its history, each change is judged again, and
 * what remains is written once more: two further ones. A change that is stale is never applied.
 */
export async function settleChanges<Asked extends Change, Sheet, Current, Write>(
  kind: ChangeKind<Asked, Sheet, Current, Write>,
  changes: readonly Asked[],
  sheet: Sheet,
): Promise<Settled<Sheet, Current> | Refusal> {
  const first = sort(kind, changes, sheet, null)
  const [isWritten, read] = await Promise.all([
    writeAll(kind, sheet, first.writes),
    first.unclear.length > 0 ? kind.readWithHistory() : null,
  ])
  if (isWritten) {
    // What was applied before was applied before this sheet was loaded, so this history already tells.
    const told = sort(kind, first.unclear, sheet, read?.history ?? [])
    return settled(kind, changes, sheet, first.writes, told.verdicts)
  }
  const current = await kind.readWithHistory()
  if (!current) return refuse('assessment.unknown')
  const second = sort(kind, changes, current, current.history)
  const mayWrite = second.writes.length === 0 || kind.mayStill(current) === true
  if (!mayWrite || !(await writeAll(kind, current, second.writes))) return refuse('server.busy')
  return settled(kind, changes, current, second.writes, second.verdicts)
}

/**
 * The first answers to those of the changes that were applied in time, and the refusal for the others; null where none
 * of them was.
 */
export function repeatedVerdicts<Current>(
  changes: readonly Change[],
  history: readonly HistoryEntry[],
  refusal: Problem,
): Verdict<Current>[] | null {
  const verdicts = changes.map((change): Verdict<Current> => {
    const { operationId, itemId } = change
    return repeatedVerdict<Current>(change, history) ?? { kind: 'refused', operationId, itemId, problem: refusal }
  })
  return verdicts.some(({ kind }) => kind === 'saved') ? verdicts : null
}

/** Two changes of one item, or one id twice, in one call: a phone that does so would not know which of them stands. */
export function hasRepetition(changes: readonly Change[]): boolean {
  const differ = (values: string[]) => new Set(values).size === values.length
  return !differ(changes.map(({ itemId }) => itemId)) || !differ(changes.map(({ operationId }) => operationId))
}

interface Sorted<Asked, Current, Write> {
  verdicts: Verdict<Current>[]
  writes: { change: Asked; write: Write }[]
  /** Not to be written as it stands: refused or stale, or a delivery of what was applied before. */
  unclear: Asked[]
}

/**
 * Where the history is at hand it decides first: an operation that is in it was applied, so it gets its first answer,
 * or is refused where it now says something else.
 */
function sort<Asked extends Change, Sheet, Current, Write>(
  kind: ChangeKind<Asked, Sheet, Current, Write>,
  changes: readonly Asked[],
  sheet: Sheet,
  history: readonly HistoryEntry[] | null,
): Sorted<Asked, Current, Write> {
  const sorted: Sorted<Asked, Current, Write> = { verdicts: [], writes: [], unclear: [] }
  for (const change of changes) {
    const { operationId, itemId } = change
    const repeated = history && repeatedVerdict<Current>(change, history)
    const judgement = kind.judge(change, sheet)
    if (repeated) sorted.verdicts.push(repeated)
    else if ('write' in judgement) sorted.writes.push({ change, write: judgement.write })
    else if (!history) sorted.unclear.push(change)
    else if ('refused' in judgement) {
      sorted.verdicts.push({ kind: 'refused', operationId, itemId, problem: judgement.refused })
    } else {
      const { stale, current } = judgement
      sorted.verdicts.push({ kind: 'stale', operationId, itemId, problem: stale, current })
    }
  }
  return sorted
}

function repeatedVerdict<Current>(change: Change, history: readonly HistoryEntry[]): Verdict<Current> | null {
  const { operationId, itemId } = change
  const applied = history.find(entry => entry.operationId === operationId)
  if (!applied) return null
  if (applied.bodyHash === bodyHash(change)) return { kind: 'saved', operationId, itemId, revision: applied.revision }
  return { kind: 'refused', operationId, itemId, problem: problem('operation.reused') }
}

async function writeAll<Asked extends Change, Sheet, Current, Write>(
  kind: ChangeKind<Asked, Sheet, Current, Write>,
  sheet: Sheet,
  writes: { write: Write }[],
): Promise<boolean> {
  return (
    writes.length === 0 ||
    kind.write(
      sheet,
      writes.map(({ write }) => write),
    )
  )
}

function settled<Asked extends Change, Sheet, Current, Write>(
  kind: ChangeKind<Asked, Sheet, Current, Write>,
  changes: readonly Asked[],
  sheet: Sheet,
  writes: Sorted<Asked, Current, Write>['writes'],
  others: Verdict<Current>[],
): Settled<Sheet, Current> {
  const saved = writes.map(({ change: { operationId, itemId }, write }): Verdict<Current> => {
    return { kind: 'saved', operationId, itemId, revision: kind.revisionOf(write) }
  })
  const place = new Map(changes.map(({ operationId }, index) => [operationId, index]))
  return {
    sheet: kind.withWrites(
      sheet,
      writes.map(({ write }) => write),
    ),
    verdicts: [...saved, ...others].sort((a, b) => (place.get(a.operationId) ?? 0) - (place.get(b.operationId) ?? 0)),
  }
}
