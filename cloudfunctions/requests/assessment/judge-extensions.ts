import type { Extension } from '#shared/assessment/assessment'
import type { ExtensionVerdict } from '#shared/contract/extension-contract'
import { problem } from '#shared/errors/problems'
import type { AssessmentRow } from '../../repositories/assessments'

/** Sheets whose extensions are of one operation, or that have none: what stands is the same for all of them. */
export interface Alike {
  standing: string | null
  selfDueAt: number
  rows: AssessmentRow[]
}

/** What of an extension can be granted, as the sheets stand, by groups that one write each changes. */
export function judgeExtensions(
  unitIds: readonly string[],
  rows: readonly AssessmentRow[],
  asked: Pick<Extension, 'length' | 'reason' | 'operationId'>,
): { verdicts: ExtensionVerdict[]; toWrite: Alike[] } {
  const rowOf = new Map(rows.map(row => [row.unitId, row]))
  const verdicts: ExtensionVerdict[] = []
  const alike = new Map<string | null, Alike>()
  for (const unitId of new Set(unitIds)) {
    const row = rowOf.get(unitId)
    const verdict: ExtensionVerdict | null = row
      ? verdictOn(row, asked)
      : { kind: 'refused', unitId, problem: problem('assessment.unknown') }
    if (verdict) verdicts.push(verdict)
    if (!row || verdict) continue
    const standing = row.extension?.operationId ?? null
    const group = alike.get(standing) ?? { standing, selfDueAt: row.selfDueAt, rows: [] }
    alike.set(standing, { ...group, rows: [...group.rows, row] })
  }
  return { verdicts, toWrite: [...alike.values()] }
}

/** Null: it is to be written. */
function verdictOn(
  row: AssessmentRow,
  asked: Pick<Extension, 'length' | 'reason' | 'operationId'>,
): ExtensionVerdict | null {
  const { unitId, extension: standing, selfDueAt } = row
  if (standing?.operationId === asked.operationId) {
    const isSame = standing.length === asked.length && standing.reason === asked.reason
    return isSame
      ? { kind: 'extended', unitId, selfDueAt }
      : { kind: 'refused', unitId, problem: problem('operation.reused') }
  }
  if (isHandedIn(row)) return { kind: 'refused', unitId, problem: problem('extension.not-needed') }
  return (standing?.length ?? 0) === asked.length ? { kind: 'unchanged', unitId, selfDueAt } : null
}

/** What became of those that were no longer as they had been read, as they stand now. */
export function judgeOvertaken(
  rows: readonly AssessmentRow[],
  { done, reused }: { done: ReadonlySet<string>; reused: ReadonlySet<string> },
): ExtensionVerdict[] {
  return rows.map(row => {
    const { _id, unitId, selfDueAt } = row
    if (done.has(_id)) return { kind: 'extended', unitId, selfDueAt }
    const why = reused.has(_id) ? 'operation.reused' : isHandedIn(row) ? 'extension.not-needed' : 'extension.stale'
    return { kind: 'refused', unitId, problem: problem(why) }
  })
}

const isHandedIn = ({ stage }: AssessmentRow) => stage === 'submitted' || stage === 'checked'
