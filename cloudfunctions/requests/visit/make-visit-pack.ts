import { assessmentId } from '#shared/assessment/assessment'
import { lookAtSelf, lookAtSupplement } from '#shared/content/look-at'
import { heldWords, type Look } from '#shared/content/written'
import { MakeVisitPack, type PackedUnit, type VisitPack } from '#shared/contract/visit-contract'
import type { StoredRecords } from '#shared/records/show-records'
import { showRecords } from '#shared/records/show-records'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { usedPhrases } from '#shared/scoring/phrases'
import { signedAddresses, storeObject } from '../../infrastructure/storage'
import { permissions } from '../../permissions/permissions'
import { listItemDecisions, type ReviewedRow } from '../../repositories/assessment-reviews'
import { readSheet, type StoredSheet } from '../../repositories/assessments'
import { listHeldTexts } from '../../repositories/content-checks'
import { readCycle } from '../../repositories/cycles'
import { listDepartments } from '../../repositories/departments'
import { listMembers } from '../../repositories/members'
import { readRubricVersions } from '../../repositories/rubric-versions'
import { listUnits, type Unit } from '../../repositories/units'
import { listVisitDrafts, type VisitDrafts } from '../../repositories/visit-drafts'
import { readVisitGroup } from '../../repositories/visit-groups'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { loadRecordsOf } from '../records/load-records'
import { cycleView } from '../views/cycle-view'
import { type ReadRow, readingOf, readNoted, readRecords, readRow } from '../views/reading'
import { heldMark, materialViewsForOthers, selfScoreView, sheetState, supplementView } from '../views/sheet-view'

/** A thumbnail of 240 px is 6 to 16 KB; a material does not carry its size, and 「约」 is what the screen says. */
const thumbnailBytes = 12_000

/**
 * Everything of the day's units in one file that no client can write: WeChat refuses an answer of 100 KB. The path is
 * the member's own for this group, so that a newer pack takes the older one's place and nothing piles up.
 */
export const makeVisitPack = defineRequest('visit.pack', {
  interactive: false,
  schema: MakeVisitPack,
  load: ({ cycleId, groupId }: MakeVisitPack) => ({
    cycle: needed(readCycle(cycleId), 'cycle.none'),
    group: readVisitGroup(cycleId, groupId),
    units: listUnits(),
    departments: listDepartments(),
    people: listMembers(),
  }),
  permit: permissions['visit.pack'],
  act: async ({
    input: { cycleId, groupId, date },
    loaded: { cycle, group, units, departments, people },
    asker,
    now,
  }) => {
    const day = group?.days.find(candidate => candidate.date === date)
    if (!group || !day) return refuse('visit.no-units')
    const [records, drafts, held, ...sheets] = await Promise.all([
      loadRecordsOf(cycleId, day.unitIds),
      listVisitDrafts(cycleId, day.unitIds),
      listHeldTexts(cycleId),
      ...day.unitIds.map(unitId => readSheet(assessmentId(cycleId, unitId))),
    ])
    const found = sheets.flatMap(sheet => sheet ?? [])
    const rubrics = await readRubricVersions(found.map(sheet => sheet.rubricVersionId))
    const mine = drafts.filter(entry => entry.groupId === groupId)
    const lookOf = (unitId: string) => readingOf(asker, unitId, held.get(unitId), [group.name])
    const seen = readRecords(records, lookOf)
    const packed = found.flatMap(sheet => {
      const unit = units.find(({ _id }) => _id === sheet.unitId)
      const rubric = rubrics.get(sheet.rubricVersionId)
      return unit && rubric ? [packUnit(unit, sheet, rubric, seen, mine, asker.memberId, lookOf(unit._id))] : []
    })
    const pack: VisitPack = {
      takenAt: now,
      cycle: cycleView(cycle),
      groupId,
      groupName: group.name,
      date,
      me: asker.name,
      members: group.memberIds.flatMap(memberId => people.find(({ _id }) => _id === memberId)?.name ?? []),
      departments: Object.fromEntries(departments.map(({ _id, name }) => [_id, name])),
      units: packed,
      phrases: await phrasesOf(cycleId, rubrics, lookOf),
    }
    const bytes = Buffer.from(JSON.stringify(pack))
    const fileId = await storeObject(`visit-packs/${cycleId}/${groupId}/${asker.memberId}.json`, bytes)
    const address = (await signedAddresses([fileId])).get(fileId)
    if (address === undefined) return refuse('server.failed')
    const count = packed.flatMap(unit => Object.values(unit.materials).flatMap(thumbnailsOf)).length
    const thumbnails = { count, bytes: count * thumbnailBytes }
    return { takenAt: now, units: packed.length, address, bytes: bytes.length, thumbnails }
  },
})

function packUnit(
  unit: Unit,
  sheet: StoredSheet,
  rubric: Rubric,
  records: StoredRecords,
  drafts: VisitDrafts[],
  memberId: string,
  look: Look,
): PackedUnit {
  const handedIn = sheet.stage === 'submitted' || sheet.stage === 'checked'
  const items = handedIn ? itemsOf(rubric) : []
  const of = <Value>(pick: (itemId: string) => Value | undefined) =>
    Object.fromEntries(
      items.flatMap(({ id }) => {
        const value = pick(id)
        return value === undefined ? [] : [[id, value] as const]
      }),
    )
  return {
    unitId: unit._id,
    name: unit.name,
    audience: unit.audience,
    rubricVersionId: sheet.rubricVersionId,
    state: sheetState(sheet, rubric),
    handedIn,
    self: of(itemId => {
      const self = sheet.items[itemId]?.self
      return self && selfScoreView(lookAtSelf(self, itemId, look))
    }),
    supplements: of(itemId => {
      const asked = sheet.items[itemId]?.supplement
      return asked && supplementView(lookAtSupplement(asked, itemId, look))
    }),
    materials: handedIn ? materialViewsForOthers(sheet, look) : {},
    records: showRecords(unit._id, records),
    suggestions: drafts
      .filter(entry => entry.unitId === unit._id)
      .flatMap(notes =>
        Object.keys(notes.items).flatMap(itemId => {
          const noted = readNoted(notes, itemId, look)
          if (!noted) return []
          const { held, ...read } = noted
          const mine = notes.memberId === memberId
          return [{ itemId, memberName: notes.memberName, mine, ...read, ...heldMark(held) }]
        }),
      ),
  }
}

const thumbnailsOf = ({ files }: { files: { thumbnailId: string | null }[] }) =>
  files.flatMap(({ thumbnailId }) => thumbnailId ?? [])

async function phrasesOf(
  cycleId: string,
  rubrics: Map<string, Rubric>,
  lookOf: (unitId: string) => Look,
): Promise<VisitPack['phrases']> {
  const phrases = await Promise.all(
    [...rubrics].map(async ([rubricVersionId, rubric]) => {
      const stored = await listItemDecisions(
        { cycleId, rubricVersionId },
        itemsOf(rubric).map(({ id }) => id),
      )
      const rows = stored.map(row => readRow(row, lookOf(row.unitId)))
      const used = itemsOf(rubric).map(({ id, department }) => {
        return [id, usedPhrases(reasonsOf(rows, id, department))] as const
      })
      return [rubricVersionId, Object.fromEntries(used.filter(([, given]) => given.length > 0))] as const
    }),
  )
  return Object.fromEntries(phrases)
}

/** Words that are held are no phrase to use again. */
function reasonsOf(rows: readonly ReadRow<ReviewedRow>[], itemId: string, departmentId: string) {
  const reasons = rows.flatMap(row => row.items[itemId]?.reviews?.[departmentId]?.reasons ?? [])
  return reasons.filter(({ phrase }) => phrase !== heldWords)
}
