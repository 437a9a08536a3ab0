import * as v from 'valibot'
import type { Cycle } from '../cycle/cycle'
import type { Rubric } from '../rubric/rubric'
import { cycleId, instant, integer, requiredText, rubricVersionId } from './fields'

/** The cycle as every screen sees it. */
export type CycleView = Omit<Cycle, '_id' | 'openedAt' | 'rehearsal'> & {
  cycleId: string
  /** 演练: marked as such on every screen. */
  rehearsal?: true
}

/** `rubric.read`: public, before any sign-in. A frozen version never changes, so a phone keeps it by its id. */
export const ReadRubric = v.strictObject({ rubricVersionId })
export type ReadRubric = v.InferOutput<typeof ReadRubric>
export interface RubricVersion {
  rubricVersionId: string
  rubric: Rubric
}

/** `rubric.list`: the annexes of the current cycle, or the shipped ones while there is none. */
export interface RubricList {
  cycle: CycleView | null
  rubrics: { rubricVersionId: string; annex: string; title: string; audienceAsWritten: string; items: number }[]
}

/** `cycle.open`: freezes the rubrics, as decided, into versions and gives every unit its assessment. */
export const OpenCycle = v.strictObject({
  cycleId,
  title: requiredText('考核名称', 40),
  documentNumber: requiredText('依据文号', 60),
  selfDeadline: instant('报送截止'),
  graceHours: v.pipe(integer('宽限'), v.minValue(0, '宽限'), v.maxValue(240, '宽限')),
  lockAfterDeadline: v.boolean('截止后'),
  reviewDeadline: instant('评分截止'),
  departmentStep: v.picklist([10, 50], '部室评分步长'),
  notApplicable: v.picklist(['full', 'rescale', 'zero'], '不涉及'),
  decidedBy: v.picklist(['department-head', 'any-reviewer'], '定分人'),
  /** The version of each annex; an audience that is not named takes the one that came with the program. */
  rubricVersionIds: v.optional(
    v.strictObject({
      township: v.optional(rubricVersionId),
      system: v.optional(rubricVersionId),
      'party-government': v.optional(rubricVersionId),
      enterprise: v.optional(rubricVersionId),
    }),
    {},
  ),
  /** What the annexes leave open: the option chosen, by the choice's name. What is not named stands as in the annex. */
  decided: v.optional(v.record(requiredText('未写明的规定', 60), requiredText('未写明的规定', 60)), {}),
})
export type OpenCycle = v.InferInput<typeof OpenCycle>
export interface OpenedCycle {
  cycle: CycleView
  assessments: number
}

/** `cycle.change-phase`: the office moves the year on, or back. */
export const ChangePhase = v.strictObject({
  cycleId,
  phase: v.picklist(
    ['preparation', 'self-assessment', 'review', 'joint-review', 'score-check', 'approval', 'publicity', 'archived'],
    '阶段',
  ),
})
export type ChangePhase = v.InferOutput<typeof ChangePhase>

/** `rehearsal.read`, `rehearsal.open`, `rehearsal.close`, `rehearsal.clear`: the office's 演练. */
export interface Rehearsal {
  /** The public code, null while there is none to join. */
  code: string | null
  /** How many are in it now. */
  people: number
  /** How many have a place, gone away or not, and how many places these units of the county make. */
  places: { taken: number; all: number; units: number }
  /** The clock is removing what was tried. */
  isClearing: boolean
}

/** `rehearsal.join`: by the public code; a practice unit of this kind is the person's own. */
export const JoinRehearsal = v.strictObject({
  code: requiredText('演练码', 32),
  audience: v.picklist(['township', 'system', 'party-government', 'enterprise'], '考核对象类别'),
})
export type JoinRehearsal = v.InferOutput<typeof JoinRehearsal>
