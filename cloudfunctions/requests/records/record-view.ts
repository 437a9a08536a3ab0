import type { LookedDoubt } from '#shared/content/look-at'
import type { KeptRecord, RecordOfMeasure, RecordOfUnit } from '#shared/contract/record-contract'
import type { DescribedMeasure } from '#shared/records/describe-measures'
import type { CountyRecordDocument, RecordDoubt, RecordEntry } from '#shared/records/record'
import { showDoubt, showRecords } from '#shared/records/show-records'
import type { MeasureId } from '#shared/rules/rule'
import type { listParticipants } from '../../repositories/assessments'
import type { RecordPart } from '../../repositories/county-records'
import { readRubricVersions } from '../../repositories/rubric-versions'
import type { Unit } from '../../repositories/units'

type Sums = Pick<CountyRecordDocument, 'others' | 'counts'>

/** A record in sums; null while nobody has begun it. */
export function keptRecord(described: DescribedMeasure, record: Sums | null | undefined): KeptRecord {
  const counts = Object.values(record?.counts ?? {})
  return {
    ...described,
    units: counts.length,
    total: counts.reduce((sum, count) => sum + count, 0) / 100,
    others: record?.others ?? 'unknown',
  }
}

interface WholeRecord {
  described: DescribedMeasure
  record: Pick<CountyRecordDocument, 'others' | 'counts' | 'entries'> | null
  units: Unit[]
  participants: Awaited<ReturnType<typeof listParticipants>>
  doubts: RecordDoubt[]
}

/** A record down all units whose annex rests on it, and any that has an entry without that. */
export async function recordOfMeasure(whole: WholeRecord): Promise<RecordOfMeasure> {
  const { described, record, units, participants, doubts } = whole
  const rubrics = await readRubricVersions(participants.map(({ rubricVersionId }) => rubricVersionId))
  const asking = new Set(described.items.map(({ audience }) => audience))
  const concerned = new Set(
    participants.flatMap(({ unitId, rubricVersionId }) => {
      const audience = rubrics.get(rubricVersionId)?.audience
      return audience && asking.has(audience) ? [unitId] : []
    }),
  )
  return {
    record: keptRecord(described, record),
    units: units
      .filter(({ _id }) => concerned.has(_id) || record?.entries[_id])
      .map(({ _id, name }) => {
        const count = record?.counts[_id] ?? (record?.others === 'none' ? 0 : null)
        return {
          unitId: _id,
          name,
          count: count === null ? null : count / 100,
          entries: standing(record?.entries[_id]).length,
          doubtsOpen: doubts.filter(doubt => doubt.unitId === _id && isOpenAbout(described.measure, doubt)).length,
        }
      }),
  }
}

function standing(entries: Record<string, RecordEntry> = {}): RecordEntry[] {
  return Object.values(entries).filter(({ value }) => value !== null)
}

/** Whether the doubt waits for an answer of who keeps this measure. */
export function isOpenAbout(measure: MeasureId, doubt: RecordDoubt): boolean {
  return doubt.measure === measure && doubt.answer === null
}

/** The entries of one record about one unit, and all that the unit has said of them. */
export function recordOfUnit(
  { unitId, measure }: { unitId: string; measure: MeasureId },
  record: RecordPart | null,
  doubts: readonly LookedDoubt[],
): RecordOfUnit {
  const records = record ? [record] : []
  const shown = showRecords(unitId, { targets: {}, records, meetings: [], doubts: [] }).records[measure]
  return {
    unitId,
    measure,
    entries: shown?.entries ?? [],
    doubts: doubts.filter(doubt => doubt.unitId === unitId && doubt.measure === measure).map(showDoubt),
  }
}
