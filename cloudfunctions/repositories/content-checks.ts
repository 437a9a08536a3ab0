import type { Instant } from '#shared/assessment/assessment'
import type { Written } from '#shared/content/written'
import { type ContentDecision, type FileCheck, isHidden, type TextCheck } from '#shared/materials/wechat-check'
import { collection, command } from '../infrastructure/collection'
import { sha256Hex } from '../infrastructure/secrets'

/**
 * What WeChat thinks of one sheet's pictures and texts. A document beside the sheet, so that a result that comes in
 * collides with nobody who fills in, and nobody's change can undo a result.
 */
export interface ContentChecks {
  /** As the assessment's. */
  _id: string
  cycleId: string
  unitId: string
  files: Record<string, FileCheck>
  /** By `textKey`: other words are another text, which no former verdict holds. */
  texts: Record<string, TextCheck>
  /** The keys of those that others may not read, so that a view reads nothing more; written with what makes them so. */
  held?: Record<string, true>
  /** When the oldest picture was handed in that may still wait for its result; null where none does. */
  pendingSince: Instant | null
  /** Something is risky or could not be checked: the office's list reads only such documents. */
  hasFindings: boolean
}

/** Which picture a result is about: WeChat names it by the id that it gave. */
interface MediaTrace {
  _id: string
  assessmentId: string
  fileKey: string
}

const checks = collection<ContentChecks>('content-checks')
const traces = collection<MediaTrace>('media-traces')

/** One round trip. */
export function readChecks(assessmentId: string): Promise<ContentChecks | null> {
  return checks.read(assessmentId)
}

/** The texts of one unit that only their own side and the office may read, by `textKey`. */
export type HeldTexts = ReadonlySet<string>

/** The same words of another side are another text. */
export function textKey({ side, text }: Pick<Written, 'side' | 'text'>): string {
  return sha256Hex(`${side}\n${text}`).slice(0, 32)
}

/** One round trip. */
export async function readHeldTexts(assessmentId: string): Promise<HeldTexts> {
  const found = await checks.readFields(assessmentId, ['held'])
  return new Set(Object.keys(found?.held ?? {}))
}

/** Of all units of the cycle that have any, by unit. One round trip. */
export async function listHeldTexts(cycleId: string): Promise<ReadonlyMap<string, HeldTexts>> {
  const found = await checks.list({ cycleId, hasFindings: true }, { fields: ['unitId', 'held'] })
  return new Map(found.map(({ unitId, held }) => [unitId, new Set(Object.keys(held ?? {}))]))
}

/** Of those sheets, whatever their cycle, by sheet. One round trip, none where none is named. */
export async function readHeldTextsOf(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, HeldTexts>> {
  if (assessmentIds.length === 0) return new Map()
  const found = await checks.list({ _id: command.in([...assessmentIds]) }, { fields: ['held'] })
  return new Map(found.map(({ _id, held }) => [_id, new Set(Object.keys(held ?? {}))]))
}

/** Of these units in whatever year, by sheet. One round trip, none where none is named. */
export async function readHeldTextsOfUnits(unitIds: readonly string[]): Promise<ReadonlyMap<string, HeldTexts>> {
  if (unitIds.length === 0) return new Map()
  const concerned = { unitId: command.in([...unitIds]), hasFindings: true }
  const found = await checks.list(concerned, { fields: ['held'] })
  return new Map(found.map(({ _id, held }) => [_id, new Set(Object.keys(held ?? {}))]))
}

/** What the office has to look at, and has looked at. One round trip. */
export function listFindings(cycleId: string): Promise<ContentChecks[]> {
  return checks.list({ cycleId, hasFindings: true })
}

/** Sheets with pictures whose results have not come since then. One round trip. */
export function listForgotten(since: Instant, limit: number): Promise<Pick<ContentChecks, '_id'>[]> {
  return checks.list({ pendingSince: command.lte(since) }, { fields: ['cycleId'], limit })
}

/** Nothing is waited for until somebody is asked again. */
export async function forgetPending(assessmentId: string): Promise<void> {
  await checks.update({ _id: assessmentId }, { pendingSince: null })
}

/** Keeps what was asked and answered; what stands for other files and texts stays. Two round trips. */
export async function keepChecks(
  sheet: { _id: string; cycleId: string; unitId: string },
  found: {
    files: Record<string, FileCheck>
    texts: Record<string, TextCheck>
    traces: { traceId: string; fileKey: string }[]
  },
  now: Instant,
): Promise<void> {
  const { _id, cycleId, unitId } = sheet
  const all = [...Object.values(found.files), ...Object.values(found.texts)]
  const isWaiting = all.some(({ state }) => state === 'pending')
  const needsEyes = all.some(({ state }) => state === 'risky' || state === 'could-not-check')
  await Promise.all([
    checks.add({ _id, cycleId, unitId, files: {}, texts: {}, pendingSince: null, hasFindings: false }),
    // Before the check itself: a result that comes at once finds its picture.
    ...found.traces.map(({ traceId, fileKey }) => traces.add({ _id: traceId, assessmentId: _id, fileKey })),
  ])
  await checks.update(
    { _id },
    {
      ...Object.fromEntries(Object.entries(found.files).map(([key, check]) => [`files.${key}`, command.set(check)])),
      ...Object.fromEntries(Object.entries(found.texts).map(([hash, check]) => [`texts.${hash}`, command.set(check)])),
      ...Object.fromEntries(
        Object.entries(found.texts).flatMap(([key, check]) => (isHidden(check) ? [[`held.${key}`, true]] : [])),
      ),
      ...(isWaiting ? { pendingSince: now } : {}),
      ...(needsEyes ? { hasFindings: true } : {}),
    },
  )
}

/** Which texts stand in the sheet no more, or again. One round trip, none where nothing has changed. */
export async function noteGone(assessmentId: string, gone: Readonly<Record<string, boolean>>): Promise<void> {
  const changes = Object.entries(gone).map(([key, isGone]) => [`texts.${key}.gone`, isGone])
  if (changes.length > 0) await checks.update({ _id: assessmentId }, Object.fromEntries(changes))
}

/** Keeps WeChat's result, once however often it is pushed; an id that was never given changes nothing. */
export async function keepResult(traceId: string, state: FileCheck['state']): Promise<void> {
  const trace = await traces.read(traceId)
  if (!trace) return
  const place = `files.${trace.fileKey}.state`
  await checks.update(
    { _id: trace.assessmentId, [place]: 'pending' },
    { [place]: state, ...(state === 'pass' ? {} : { hasFindings: true }) },
  )
}

/** What the office decided of a picture. False where there is no such picture to look at. One round trip. */
export async function decideFile(assessmentId: string, fileKey: string, decision: ContentDecision): Promise<boolean> {
  const changed = await checks.update(
    { _id: assessmentId, [`files.${fileKey}.state`]: command.in(['risky', 'could-not-check']) },
    { [`files.${fileKey}.decision`]: command.set(decision) },
  )
  return changed === 1
}

/** What the office decided of a text, and with it whether others read it. As `decideFile`. One round trip. */
export async function decideText(assessmentId: string, key: string, decision: ContentDecision): Promise<boolean> {
  const changed = await checks.update(
    { _id: assessmentId, [`texts.${key}.state`]: command.in(['risky', 'could-not-check']) },
    {
      [`texts.${key}.decision`]: command.set(decision),
      [`held.${key}`]: decision.shown ? command.remove() : true,
    },
  )
  return changed === 1
}

/** Of sheets that are gone. One round trip. */
export async function removeChecks(assessmentIds: readonly string[]): Promise<void> {
  await checks.remove({ _id: command.in([...assessmentIds]) })
}
