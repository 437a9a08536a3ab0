import type {
  Assessment,
  HistoryEntry,
  Instant,
  Signature,
  Stage,
  SupplementRequest,
} from '#shared/assessment/assessment'
import type { Manifest } from '#shared/materials/manifest'
import { type Changes, type Conditions, collection, command } from '../infrastructure/collection'

/** An assessment as requests load it. History is left in the database: it is most of the document. */
export type StoredSheet = Omit<Assessment, 'history'>
/** What lists of units read. */
export type AssessmentRow = Omit<StoredSheet, 'items' | 'materials' | 'paperSheets' | 'visitPictures' | 'manifest'>

export const assessments = collection<Assessment>('assessments')

export const rowFields = [
  'cycleId',
  'unitId',
  'rubricVersionId',
  'stage',
  'selfDueAt',
  'selfOpenUntil',
  'reviewOpenUntil',
  'extension',
  'sentToChair',
  'sentBackNote',
  'sentBackBy',
  'submission',
  'openedBy',
  'summary',
  'remindAt',
] as const
const sheetFields = [...rowFields, 'items', 'materials', 'paperSheets', 'visitPictures', 'manifest'] as const

/** The sheet without its history. One round trip. */
export function readSheet(assessmentId: string): Promise<StoredSheet | null> {
  return assessments.readFields(assessmentId, sheetFields)
}

/** The sheet with its history, needed only to tell a repeated delivery from a conflict. One round trip. */
export function readWithHistory(assessmentId: string): Promise<Assessment | null> {
  return assessments.read(assessmentId)
}

/** What lists show of every unit of the cycle. One round trip. */
export function listAssessmentRows(cycleId: string): Promise<AssessmentRow[]> {
  return assessments.list({ cycleId }, { fields: rowFields })
}

/** Those sheets' rows; without a round trip where none is asked for. */
export async function readAssessmentRows(assessmentIds: string[]): Promise<AssessmentRow[]> {
  return assessmentIds.length === 0 ? [] : assessments.list({ _id: command.in(assessmentIds) }, { fields: rowFields })
}

/** What lists show of one unit, or null where it does not take part. One round trip. */
export async function readAssessmentRow(assessmentId: string): Promise<AssessmentRow | null> {
  const [row] = await readAssessmentRows([assessmentId])
  return row ?? null
}

/** Which units take part in the cycle, and by which annex. One round trip. */
export function listParticipants(
  cycleId: string,
): Promise<Pick<AssessmentRow, '_id' | 'unitId' | 'rubricVersionId'>[]> {
  return assessments.list({ cycleId }, { fields: ['unitId', 'rubricVersionId'] })
}

/** Adds up to 100 new assessments. False where one stood already. One round trip. */
export function addAssessments(batch: Assessment[]): Promise<boolean> {
  return assessments.addAll(batch)
}

/** Gives all assessments of a cycle that have no extension of their own these deadlines. One round trip. */
export async function setDeadlines(
  cycleId: string,
  deadlines: Pick<Assessment, 'selfDueAt' | 'selfOpenUntil' | 'reviewOpenUntil' | 'remindAt'>,
): Promise<void> {
  await assessments.update({ cycleId, extension: command.exists(false) }, { ...deadlines })
}

/** Gives those units' assessments of a cycle this rubric. One round trip. */
export async function setRubric(cycleId: string, unitIds: readonly string[], rubricVersionId: string): Promise<void> {
  await assessments.update({ cycleId, unitId: command.in([...unitIds]) }, { rubricVersionId })
}

/**
 * Writes an assessment where everything still holds that the change was made upon; its history entries go in by the
 * same write, so none can be forgotten, and an operation that is in the history already changes nothing. False where
 * something no longer held. One round trip; for the files of this folder only.
 */
export async function changeAssessment(
  assessmentId: string,
  holds: Conditions,
  changes: Changes,
  history: HistoryEntry[],
): Promise<boolean> {
  const changed = await assessments.update(
    { _id: assessmentId, ...holds, 'history.operationId': command.nin(history.map(entry => entry.operationId)) },
    // The clock finds by this what WeChat is to look at.
    { ...changes, history: command.push(history), unchecked: history[0]?.operationId ?? null },
  )
  return changed === 1
}

/** What a step of the sheet's way sets; what is not named stays. */
export interface StageChange {
  stage: Stage
  sentToChair?: Signature | null
  sentBackNote?: string | null
  sentBackBy?: Signature | null
  submission?: Assessment['submission']
  manifest?: Manifest
}

/** Moves the sheet to another stage, if it still is as it was read: stage and number of filled items. One round trip. */
export function changeStage(sheet: StoredSheet, change: StageChange, entry: HistoryEntry): Promise<boolean> {
  return changeAssessment(
    sheet._id,
    {
      stage: sheet.stage,
      'summary.self.count': sheet.summary.self.count,
      selfOpenUntil: command.gte(entry.at),
    },
    {
      ...Object.fromEntries(Object.entries(change).map(([field, value]) => [field, command.set(value)])),
      ...(change.submission ? { untold: entry.operationId } : {}),
    },
    [entry],
  )
}

/** Takes a 报送 back, if no department has opened the sheet in the meantime. One round trip. */
export function withdrawSubmission(sheet: StoredSheet, entry: HistoryEntry): Promise<boolean> {
  return changeAssessment(
    sheet._id,
    { stage: 'submitted', openedBy: command.eq({}), selfOpenUntil: command.gte(entry.at) },
    { stage: 'filling', submission: command.set(null), sentToChair: command.set(null), manifest: command.set([]) },
    [entry],
  )
}

/** Notes that what was asked for was supplied, if the asking still stands; on paper at any time. One round trip. */
export function answerSupplement(
  sheet: StoredSheet,
  itemId: string,
  asked: SupplementRequest,
  { answeredAt, answeredOnPaper }: { answeredAt: Instant; answeredOnPaper?: true },
  entry: HistoryEntry,
): Promise<boolean> {
  const supplement = `items.${itemId}.supplement`
  return changeAssessment(
    sheet._id,
    {
      stage: 'submitted',
      [`${supplement}.at`]: asked.at,
      ...(answeredOnPaper ? {} : { [`${supplement}.until`]: command.gte(answeredAt) }),
      [`${supplement}.answeredAt`]: command.exists(false),
    },
    {
      [`${supplement}.answeredAt`]: answeredAt,
      ...(answeredOnPaper ? { [`${supplement}.answeredOnPaper`]: true } : {}),
      'summary.supplementsOpen': command.inc(-1),
    },
    [entry],
  )
}

type UncheckedSheet = Pick<
  Assessment,
  '_id' | 'cycleId' | 'unitId' | 'items' | 'materials' | 'visitPictures' | 'sentBackNote' | 'sentBackBy' | 'unchecked'
>

/** Sheets that have changed since their pictures and texts were handed to WeChat. One round trip. */
export function listUnchecked(limit: number): Promise<UncheckedSheet[]> {
  const fields = [
    ...(['cycleId', 'unitId', 'items', 'materials', 'visitPictures', 'sentBackNote', 'sentBackBy'] as const),
    'unchecked',
  ] as const
  return assessments.list({ unchecked: command.gt('') }, { fields, limit })
}

/** All of it was handed over, unless the sheet has changed since it was read. One round trip. */
export async function noteChecked({ _id, unchecked }: Pick<Assessment, '_id' | 'unchecked'>): Promise<void> {
  await assessments.update({ _id, unchecked }, { unchecked: null })
}

/** To be looked at as if it had changed. One round trip. */
export async function markUnchecked(assessmentId: string): Promise<void> {
  await assessments.update({ _id: assessmentId }, { unchecked: 'again' })
}

/** The materials of those sheets, and what groups took there. One round trip, none where none is asked for. */
export async function listMaterials(
  assessmentIds: string[],
): Promise<Pick<Assessment, '_id' | 'materials' | 'visitPictures'>[]> {
  if (assessmentIds.length === 0) return []
  return assessments.list({ _id: command.in(assessmentIds) }, { fields: ['materials', 'visitPictures'] })
}

/** Sheets of a 演练 that is cleared; no other sheet is ever removed. One round trip. */
export async function removeAssessments(assessmentIds: readonly string[]): Promise<void> {
  await assessments.remove({ _id: command.in([...assessmentIds]) })
}
