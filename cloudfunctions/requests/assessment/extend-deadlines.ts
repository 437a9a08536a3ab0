import { assessmentId } from '#shared/assessment/assessment'
import { ExtendDeadlines, type ExtensionVerdict } from '#shared/contract/extension-contract'
import { type Cycle, deadlinesOf } from '#shared/cycle/cycle'
import { extensionLength, extensionProblem } from '#shared/cycle/extension'
import { nextReminder } from '#shared/notices/when'
import { bodyHash } from '../../infrastructure/canonical-json'
import { permissions } from '../../permissions/permissions'
import { extendSheets, findOperation } from '../../repositories/assessment-extensions'
import { type AssessmentRow, readAssessmentRows } from '../../repositories/assessments'
import { readCycle } from '../../repositories/cycles'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { Refusal } from '../../request-pipeline/refusal'
import { historyEntry } from './history-entry'
import { type Alike, judgeExtensions, judgeOvertaken } from './judge-extensions'

/**
 * 展期: another day for some units, granted by the office, changed or taken back by a later call. One write for all whose
 * extensions stood alike, each sheet with its own history entry; only whoever was overtaken is looked at again.
 */
export const extendDeadlines = defineRequest('assessment.extend', {
  interactive: true,
  schema: ExtendDeadlines,
  load: loadRows,
  permit: permissions['assessment.extend'],
  repeated: async ({ input, loaded: { cycle, rows } }) => {
    const { verdicts, toWrite } = judgeExtensions(input.unitIds, rows, asked(cycle, input))
    return isRepeated(verdicts, toWrite) ? { verdicts } : null
  },
  act: async ({ input, loaded: { cycle, rows }, asker, now }) => {
    const { verdicts, toWrite } = judgeExtensions(input.unitIds, rows, asked(cycle, input))
    const problem = extensionProblem(cycle, input.until, now)
    if (problem && !isRepeated(verdicts, toWrite)) return new Refusal(problem)

    const deadlines = deadlinesOf(cycle, extensionLength(cycle, input.until))
    const extension = { ...asked(cycle, input), signature: { name: asker.name, memberId: asker.memberId, at: now } }
    const extended = { ...deadlines, extension, remindAt: nextReminder(deadlines.selfDueAt, now) }
    const written = await Promise.all(
      toWrite.map(async alike => {
        const ids = alike.rows.map(({ _id }) => _id)
        const entry = historyEntry(asker, now, {
          ...{ operationId: input.operationId, body: input, itemId: null, part: 'extension', revision: 0 },
          from: { selfDueAt: alike.selfDueAt },
          to: { selfDueAt: deadlines.selfDueAt, reason: input.reason },
        })
        return (await extendSheets(ids, alike.standing, extended, entry)) === ids.length
      }),
    )
    const granted = toWrite.filter((_, index) => written[index]).flatMap(({ rows }) => rows)
    const overtaken = toWrite.filter((_, index) => !written[index]).flatMap(({ rows }) => rows)
    return {
      verdicts: [
        ...granted.map(({ unitId }) => ({ kind: 'extended' as const, unitId, selfDueAt: deadlines.selfDueAt })),
        ...verdicts,
        ...(await lookAgain(overtaken, input)),
      ],
    }
  },
})

function loadRows({ cycleId, unitIds }: ExtendDeadlines) {
  return {
    cycle: needed(readCycle(cycleId), 'cycle.none'),
    rows: readAssessmentRows([...new Set(unitIds)].map(unitId => assessmentId(cycleId, unitId))),
  }
}

const asked = (cycle: Cycle, { until, reason, operationId }: ExtendDeadlines) => ({
  length: extensionLength(cycle, until),
  reason,
  operationId,
})

/** Whether every unit has what this very operation gave it. */
const isRepeated = (verdicts: readonly ExtensionVerdict[], toWrite: readonly Alike[]) =>
  toWrite.length === 0 && verdicts.every(({ kind }) => kind === 'extended')

async function lookAgain(overtaken: readonly AssessmentRow[], input: ExtendDeadlines): Promise<ExtensionVerdict[]> {
  if (overtaken.length === 0) return []
  const ids = overtaken.map(({ _id }) => _id)
  const [current, operations] = await Promise.all([
    readAssessmentRows(ids),
    findOperation(ids, input.operationId, bodyHash(input)),
  ])
  return judgeOvertaken(current, operations)
}
