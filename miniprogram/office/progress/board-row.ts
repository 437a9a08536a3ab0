import type { Instant } from '#shared/assessment/assessment'
import type { OverviewUnit } from '#shared/contract/office-contract'
import { printClock, printDay } from '#shared/cycle/beijing-time'
import type { BoardRow } from '../../components/board-table/board-table'
import { isExtended } from './progress'
import { overdueText } from './progress-text'

/** One unit as a row of the board, in the words of the day. */
export function boardRow(number: number, unit: OverviewUnit, now: Instant): BoardRow {
  return { number, unit, submitted: submittedText(unit), late: lateText(unit, now), extended: extendedText(unit) }
}

function lateText(unit: OverviewUnit, now: Instant): string | null {
  if (!unit.overdue) return null
  return `${unit.extension ? `展期到${printDay(unit.dueAt)}，` : ''}${overdueText(unit, now)}`
}

/** 展期到12月3日, as long as it is what one waits for. */
export function extendedText(unit: OverviewUnit): string | null {
  return isExtended(unit) ? `展期到${printDay(unit.dueAt)}` : null
}

/** 12月11日 9:05; where the office typed the paper 代录 stands where the time stands, where it came late 逾期. */
function submittedText({ submittedAt, late, fromPaper }: OverviewUnit): string {
  if (submittedAt === null) return ''
  if (fromPaper) return `${printDay(submittedAt)} 代录`
  return late ? `逾期 ${printDay(submittedAt)}` : `${printDay(submittedAt)} ${printClock(submittedAt)}`
}
