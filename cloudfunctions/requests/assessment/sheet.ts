import type { Instant } from '#shared/assessment/assessment'
import { lookAtItem, lookAtNote } from '#shared/content/look-at'
import type { Sheet } from '#shared/contract/assessment-contract'
import type { Cycle } from '#shared/cycle/cycle'
import { showRecords } from '#shared/records/show-records'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { formPermissions } from '../../permissions/form-permissions'
import { materialPermissions } from '../../permissions/material-permissions'
import { type Actor, abilitiesOf } from '../../permissions/permission'
import { recordPermissions } from '../../permissions/record-permissions'
import { scoreCheckPermissions } from '../../permissions/score-check-permissions'
import { sheetPermissions } from '../../permissions/sheet-permissions'
import type { StoredSheet } from '../../repositories/assessments'
import type { HeldTexts } from '../../repositories/content-checks'
import type { Unit } from '../../repositories/units'
import { cycleView } from '../views/cycle-view'
import { readingOf, readRecords, type UnreadRecords } from '../views/reading'
import { coming, materialViews, seesScores, sheetItem, sheetState, sheetSummary } from '../views/sheet-view'
import { signatureView } from '../views/signature-view'

/** A sheet and who looks at it. */
export interface SeenSheet {
  cycle: Cycle
  unit: Unit
  assessment: StoredSheet
  rubric: Rubric
  /** What the county holds of the unit. */
  records: UnreadRecords
  /** What is held of the words about it. */
  held: HeldTexts
  asker: Actor
  now: Instant
}

/** The whole sheet as this person may see it. */
export function sheetOf(seen: SeenSheet): Sheet {
  const { cycle, unit, assessment, rubric, records, asker } = seen
  const scoresShown = seesScores(asker, cycle, unit._id)
  const { sentToChair, submission } = assessment
  const look = readingOf(asker, unit._id, seen.held)
  return {
    cycle: cycleView(cycle),
    unit: { unitId: unit._id, name: unit.name, audience: unit.audience },
    rubricVersionId: assessment.rubricVersionId,
    state: sheetState(assessment, rubric),
    stage: assessment.stage,
    selfDueAt: assessment.selfDueAt,
    selfOpenUntil: assessment.selfOpenUntil,
    ...(assessment.extension?.length ? { extended: true as const } : {}),
    sentToChair: sentToChair && signatureView(sentToChair),
    sentBackNote: lookAtNote(assessment, look),
    submission: submission && { signature: signatureView(submission.signature), late: submission.late },
    coming: coming(assessment),
    items: Object.fromEntries(
      itemsOf(rubric).flatMap(item => {
        const assessed = assessment.items[item.id]
        return assessed ? [[item.id, sheetItem(item, lookAtItem(assessed, item.id, look), scoresShown)]] : []
      }),
    ),
    materials: materialViews(assessment, look),
    records: showRecords(
      unit._id,
      readRecords(records, () => look),
    ),
    summary: sheetSummary(assessment, scoresShown),
    abilities: sheetAbilities(seen),
  }
}

const askedOfASheet = {
  ...sheetPermissions,
  ...materialPermissions,
  ...formPermissions,
  ...scoreCheckPermissions,
  'record.raise-doubt': recordPermissions['record.raise-doubt'],
}

/** What this person may do with this sheet now. */
export function sheetAbilities({
  cycle,
  assessment,
  asker,
  now,
}: Omit<SeenSheet, 'rubric' | 'unit' | 'records' | 'held'>) {
  return abilitiesOf(askedOfASheet, asker, { unitId: assessment.unitId }, { cycle, assessment }, now)
}
