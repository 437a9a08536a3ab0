import type { SelfScore, SupplementRequest } from '#shared/assessment/assessment'
import { unitState } from '#shared/assessment/unit-state'
import { type Looked, type LookedItem, type LookedScoreDoubt, lookAtMaterial } from '#shared/content/look-at'
import type { Look } from '#shared/content/written'
import type {
  Coming,
  MaterialView,
  MaybeHeld,
  SelfScoreView,
  Sheet,
  SheetItem,
  SupplementView,
} from '#shared/contract/assessment-contract'
import type { ScoreDoubtView } from '#shared/contract/score-check-contract'
import { type Cycle, scoresReachUnits } from '#shared/cycle/cycle'
import { announcedUntil, isSupplied, stillComing } from '#shared/materials/manifest'
import type { Material } from '#shared/materials/material'
import { filesShownSmall, purgeAt } from '#shared/materials/personal'
import { type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'
import type { Actor } from '../../permissions/permission'
import { fillsFor } from '../../permissions/roles'
import type { StoredSheet } from '../../repositories/assessments'
import { signatureView } from './signature-view'

export const heldMark = (held: boolean): MaybeHeld => (held ? { held } : {})

export function selfScoreView({ signature, held, ...self }: Looked<SelfScore>): SelfScoreView {
  return { ...self, ...heldMark(held), signature: signatureView(signature) }
}

/** Without the person who wrote it: a unit knows departments and 考核组 only. */
export function supplementView({ askedBy: _askedBy, held, ...asked }: Looked<SupplementRequest>): SupplementView {
  return { ...asked, ...heldMark(held) }
}

/** A 疑问 as both sides see it: a unit asks and a department answers, whoever wrote the words. */
export function scoreDoubtView(doubt: LookedScoreDoubt): ScoreDoubtView {
  const { revision, departmentId, text, state, signature, answer, held } = doubt
  return {
    ...{ revision, departmentId, text, state, at: signature.at },
    ...heldMark(held),
    answer: answer && {
      ...{ kind: answer.kind, text: answer.text, at: answer.signature.at },
      ...heldMark(answer.held),
    },
  }
}

export function materialView(sheet: StoredSheet, materialId: string, stored: Looked<Material>): MaterialView {
  const { signature, bodyHash: _bodyHash, held, ...material } = stored
  return {
    ...material,
    ...heldMark(held),
    ...(stored.personal && stored.files.length > 0 ? { purgeAt: purgeAt(sheet) } : {}),
    signature: signatureView(signature),
    supplied: isSupplied(sheet, materialId, stored),
  }
}

/** What others than the unit read of them: no name of a thumbnail that they do not get. */
export function materialViewsForOthers(
  sheet: StoredSheet,
  look: Look,
  isWanted?: (material: Material) => boolean,
): Record<string, MaterialView> {
  const views = Object.entries(materialViews(sheet, look, isWanted))
  return Object.fromEntries(
    views.map(([materialId, view]) => {
      const small = new Set(filesShownSmall(view).map(({ fileId }) => fileId))
      const files = view.files.map(file => (small.has(file.fileId) ? file : { ...file, thumbnailId: null }))
      return [materialId, { ...view, files }]
    }),
  )
}

/** The materials of the sheet, or those of them that are wanted. */
export function materialViews(
  sheet: StoredSheet,
  look: Look,
  isWanted: (material: Material) => boolean = () => true,
): Record<string, MaterialView> {
  return Object.fromEntries(
    Object.entries(sheet.materials)
      .filter(([, material]) => isWanted(material))
      .map(([materialId, material]) => [
        materialId,
        materialView(sheet, materialId, lookAtMaterial(material, materialId, look)),
      ]),
  )
}

/** What was announced with the sheet and has not arrived. */
export function coming(sheet: StoredSheet): Coming {
  const files = stillComing(sheet.manifest ?? [], sheet.materials)
  return {
    files: Object.fromEntries(files.map(announced => [announced.materialId, announced.files.length])),
    until: announcedUntil(sheet),
  }
}

/** Until 得分核对 a unit sees no score of a department; the office and the leaders may look at any time. */
export function seesScores(actor: Actor, cycle: Cycle, unitId: string): boolean {
  return scoresReachUnits(cycle) || !fillsFor(actor, unitId)
}

/** One item of the sheet. Of the departments' side score and reasons alone, of the one that scores it, where it may be seen. */
export function sheetItem(item: Item, assessed: LookedItem | undefined, scoresShown: boolean): SheetItem {
  const decision = scoresShown ? assessed?.reviews?.[item.department] : undefined
  return {
    self: assessed?.self ? selfScoreView(assessed.self) : null,
    supplement: assessed?.supplement ? supplementView(assessed.supplement) : null,
    released: decision
      ? {
          departmentId: item.department,
          score: decision.score,
          notApplicableAgreed: decision.notApplicableAgreed,
          reasons: decision.reasons,
          ...(decision.departure ? { departure: decision.departure } : {}),
          ...heldMark(decision.held),
        }
      : null,
    ...(scoresShown && assessed?.doubt ? { doubt: scoreDoubtView(assessed.doubt) } : {}),
  }
}

/** The figures of the sheet, those of the departments only where they may be seen. */
export function sheetSummary({ summary }: StoredSheet, scoresShown: boolean): Sheet['summary'] {
  const { self, supplementsOpen, materials } = summary
  return { self, supplementsOpen, materials, byDepartment: scoresShown ? summary.byDepartment : null }
}

/** The state that people see of this sheet. */
export function sheetState(assessment: Pick<StoredSheet, 'stage' | 'summary'>, rubric: Rubric): Sheet['state'] {
  return unitState(assessment, itemsOf(rubric).length)
}
