import type { Instant } from '#shared/assessment/assessment'
import type { Overview, OverviewUnit } from '#shared/contract/office-contract'
import { printClock, printDay, printWeekday } from '#shared/cycle/beijing-time'
import { audiences, isExtended, type Progress, progressOf } from './progress'

const dayLength = 24 * 60 * 60 * 1000

/** The one sentence of the board in two parts, because only what is late is red. */
export interface ProgressSentence {
  /** 应报62家，已报54家 */
  said: string
  /** 逾期8家; empty while nobody is late. */
  late: string
}

/** 应报62家，已报54家，逾期8家. Before the deadline nobody is late, so the last part says who has not submitted yet. */
export function progressSentence(progress: Progress): ProgressSentence {
  const said = `应报${progress.due}家，已报${progress.submitted}家`
  const extended = progress.extended > 0 ? `，展期${progress.extended}家` : ''
  if (progress.overdue > 0) return { said: `${said}${extended}`, late: `逾期${progress.overdue}家` }
  const missing = progress.due - progress.submitted
  return {
    said: missing > 0 ? `${said}，还有${missing}家没报${extended && `，其中${extended.slice(1)}`}` : said,
    late: '',
  }
}

/** How many days late, begun days counted: 「逾期1天，还没有报送」 from the first minute on. */
export function overdueText({ dueAt }: Pick<OverviewUnit, 'dueAt'>, now: Instant): string {
  const days = Math.max(1, Math.ceil((now - dueAt) / dayLength))
  return `逾期${days}天，还没有报送`
}

/** 今日情况 as plain text to paste into a message or read out. It names the units that are late, and no person. */
export function progressText(overview: Pick<Overview, 'cycle' | 'units'>, now: Instant): string {
  const { cycle, units } = overview
  const progress = progressOf(units)
  const { said, late } = progressSentence(progress)
  const lines = [
    `${cycle.title}　${printWeekday(now)} ${printClock(now)}`,
    `${[said, late].filter(Boolean).join('，')}。`,
  ]
  for (const { audience, name } of audiences) {
    const ofAudience = progressOf(units.filter(unit => unit.audience === audience))
    if (ofAudience.due > 0) lines.push(`${name}：应报${ofAudience.due}家，已报${ofAudience.submitted}家。`)
  }
  const overdue = namesOf(units, unit => unit.overdue)
  if (overdue) lines.push(`逾期：${overdue}。`)
  const extended = units.filter(isExtended).map(({ name, dueAt }) => `${name}到${printDay(dueAt)}`)
  if (extended.length > 0) lines.push(`展期：${extended.join('、')}。`)
  const supplementing = namesOf(units, unit => unit.state === 'supplementing')
  if (supplementing) lines.push(`待补充：${supplementing}。`)
  if (progress.submitted > 0) lines.push(`部室评完${progress.reviewed}家。`)
  return lines.join('\n')
}

function namesOf(units: readonly OverviewUnit[], belongs: (unit: OverviewUnit) => boolean): string {
  return units
    .filter(belongs)
    .map(unit => unit.name)
    .join('、')
}
