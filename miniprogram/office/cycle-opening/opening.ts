import type { CycleView, OpenCycle } from '#shared/contract/cycle-contract'
import type { RubricVersionRow } from '#shared/contract/rubric-contract'
import { type Audience, audiences } from '#shared/rubric/rubric'
import type { NamedChoice } from '#shared/rules/decided-choices'
import { readDay } from '../../records/typed-values'

/** What the office writes and chooses to begin a year. */
export interface Opening {
  year: number
  title: string
  documentNumber: string
  selfDay: string
  selfClock: string
  graceHours: string
  lockAfterDeadline: boolean
  reviewDay: string
  reviewClock: string
  departmentStep: OpenCycle['departmentStep']
  notApplicable: OpenCycle['notApplicable']
  decidedBy: OpenCycle['decidedBy']
  versions: Partial<Record<Audience, string>>
  decided: Record<string, string>
}

export type OpeningFaults = Partial<Record<'title' | 'documentNumber' | 'self' | 'grace' | 'review', string>>

const HOUR = 3_600_000
const BEIJING = 8 * HOUR

/** As last year was, a year on; without one, as most counties do it. */
export function newOpening(last: CycleView | null, now: number): Opening {
  const year = last ? Number(last.cycleId.slice(0, 4)) + 1 : new Date(now + BEIJING).getUTCFullYear()
  const ofLast = (instant: number | undefined) => (instant === undefined ? null : new Date(instant + BEIJING))
  // A review that ended in January of the year after is written with its year.
  const day = (date: Date | null) => {
    if (!date) return ''
    const later = date.getUTCFullYear() - (year - 1)
    return `${later > 0 ? `${year + later}年` : ''}${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
  }
  const clock = (date: Date | null) =>
    date ? `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}` : '18:00'
  const [self, review] = [ofLast(last?.selfDeadline), ofLast(last?.reviewDeadline)]
  return {
    year,
    title: `${year}年度考核`,
    documentNumber: '',
    selfDay: day(self),
    selfClock: clock(self),
    graceHours: String((last?.grace ?? 0) / HOUR),
    lockAfterDeadline: last?.lockAfterDeadline ?? false,
    reviewDay: day(review),
    reviewClock: clock(review),
    departmentStep: last?.departmentStep ?? 50,
    notApplicable: last?.notApplicable ?? 'full',
    decidedBy: last?.decidedBy ?? 'department-head',
    versions: {},
    decided: {},
  }
}

/** The version of each audience: the chosen one, else the newest, which the list names first. */
export function chosenVersions(
  versions: readonly RubricVersionRow[],
  chosen: Opening['versions'],
): Partial<Record<Audience, RubricVersionRow>> {
  return Object.fromEntries(
    audiences.flatMap(audience => {
      const own = versions.filter(version => version.audience === audience)
      const version = own.find(({ rubricVersionId }) => rubricVersionId === chosen[audience]) ?? own[0]
      return version ? [[audience, version] as const] : []
    }),
  )
}

/** What those versions leave open, each choice once; what has no options to choose from is left as it stands. */
export function openChoices(chosen: Partial<Record<Audience, RubricVersionRow>>): NamedChoice[] {
  const byName = new Map<string, NamedChoice>()
  for (const choice of Object.values(chosen).flatMap(({ choices }) => choices)) {
    if (choice.options.length > 0 && !byName.has(choice.name)) byName.set(choice.name, choice)
  }
  return [...byName.values()]
}

/** The option that would hold. */
export function optionOf({ name, standing }: NamedChoice, decided: Opening['decided']): string | null {
  return decided[name] ?? standing
}

/** `cycle.open` of what was written, or what is wrong with it, by field. */
export function openingRequest(
  opening: Opening,
  versions: readonly RubricVersionRow[],
): { input: OpenCycle } | { faults: OpeningFaults } {
  const self = readMoment(opening.selfDay, opening.selfClock, opening.year)
  const review = readMoment(opening.reviewDay, opening.reviewClock, opening.year)
  const hours = opening.graceHours.trim() === '' ? 0 : Number(opening.graceHours)
  const isBefore = typeof self === 'number' && typeof review === 'number' && review < self
  const faults: OpeningFaults = {
    ...(opening.title.trim() === '' && { title: '请写考核名称' }),
    ...(opening.documentNumber.trim() === '' && { documentNumber: '请写依据文号' }),
    ...(typeof self === 'string' && { self }),
    ...(!(Number.isInteger(hours) && hours >= 0 && hours <= 240) && { grace: '要写0到240的整数' }),
    ...(typeof review === 'string' && { review }),
    ...(isBefore && { review: '评分截止不能早于报送截止' }),
  }
  if (typeof self === 'string' || typeof review === 'string' || Object.keys(faults).length > 0) return { faults }
  const chosen = chosenVersions(versions, opening.versions)
  const { year, title, documentNumber, lockAfterDeadline, departmentStep, notApplicable, decidedBy } = opening
  return {
    input: {
      cycleId: String(year),
      title: title.trim(),
      documentNumber: documentNumber.trim(),
      selfDeadline: self,
      graceHours: hours,
      lockAfterDeadline,
      reviewDeadline: review,
      departmentStep,
      notApplicable,
      decidedBy,
      rubricVersionIds: Object.fromEntries(
        Object.entries(chosen).map(([audience, { rubricVersionId }]) => [audience, rubricVersionId]),
      ),
      // All of them, so that what was read on this page holds, whichever annexes name it.
      decided: Object.fromEntries(
        openChoices(chosen).flatMap(choice => {
          const option = optionOf(choice, opening.decided)
          return option === null ? [] : [[choice.name, option] as const]
        }),
      ),
    },
  }
}

/** 12月15日 and 18:00 by the county's clock, or why not. A day of another year is written with its year: 2028年1月10日. */
function readMoment(dayText: string, clockText: string, year: number): number | string {
  const day = readDay(dayText, year)
  const clock = /^(\d{1,2})[:：](\d{2})$/.exec(clockText.normalize('NFKC').trim())
  const [hour, minute] = [Number(clock?.[1]), Number(clock?.[2])]
  if (day === '') return '请写日期'
  if (day === null) return '不是日期，如：12月15日'
  if (!clock || hour > 23 || minute > 59) return '时间要写成 18:00'
  return Date.parse(`${day}T00:00:00Z`) - BEIJING + hour * HOUR + minute * 60_000
}
