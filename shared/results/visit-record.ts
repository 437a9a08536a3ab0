import type { ReviewScore, SupplementRequest } from '../assessment/assessment'
import { noonOf, printDay } from '../cycle/beijing-time'
import { itemsOf, type Rubric } from '../rubric/rubric'
import { seenNames, seenOnTheSpot } from '../scoring/seen'

/** 实地考核记录 of one unit, as it is printed for pen and stamp. */
export interface VisitRecord {
  title: string
  unitName: string
  year: string
  groupName: string
  /** 12月8日; more than one where the group comes twice. */
  days: string
  rows: VisitRecordRow[]
  /** 第3项　补职代会签到册原件，12月11日前补交 */
  toSupply: string[]
}
export interface VisitRecordRow {
  number: string
  content: string
  seen: string
  found: string
}

interface Recorded {
  rubric: Rubric
  unitName: string
  year: string
  groupName: string
  /** YYYY-MM-DD */
  dates: readonly string[]
  /** What the members of the group have noted, each their own. */
  notes: readonly Record<string, { looking: boolean; score: ReviewScore | null }>[]
  supplements: Record<string, SupplementRequest | undefined>
}

/** Rows for the pen: a blank paper has this many, a filled one at least three. */
const blankRows = 14
const roomForMore = 3
/** All that one page holds beside the heading and the signatures. */
const mostRows = 20

/**
 * The unit signs and stamps it, so it says what was looked at, what was found and what is to be supplied, and never a
 * score: that is the department's. `notes` left out: nothing but lines to write on.
 */
export function visitRecord({ notes, supplements, ...of }: Recorded): VisitRecord {
  const written = itemsOf(of.rubric).flatMap((item): VisitRecordRow[] => {
    const own = notes.flatMap(note => note[item.id] ?? [])
    if (own.length === 0) return []
    const scores = own.flatMap(({ score }) => score ?? [])
    const seen = [...new Set(scores.flatMap(score => seenOnTheSpot(score.seen)))]
    const found = [...new Set(scores.flatMap(({ reasons }) => reasons.map(({ phrase }) => phrase)))]
    return [
      {
        number: String(item.number),
        content: item.shortName,
        seen: seen.map(what => seenNames[what]).join('、'),
        found: found.join('；'),
      },
    ]
  })
  const empty = { number: '', content: '', seen: '', found: '' }
  const wanted = written.length === 0 ? blankRows : Math.min(roomForMore, Math.max(0, mostRows - written.length))
  const { unitName, year, groupName, dates, rubric } = of
  return {
    title: '工会工作目标考核实地考核记录',
    unitName,
    year,
    groupName,
    days: dates.map(date => printDay(noonOf(date))).join('、'),
    rows: [...written, ...Array.from({ length: wanted }, () => empty)],
    toSupply: itemsOf(rubric).flatMap(({ id, number }) => {
      const asked = supplements[id]
      if (!asked || asked.groupName !== groupName || asked.answeredAt !== undefined) return []
      return [`第${number}项　${asked.reason}，${printDay(asked.until)}前补交`]
    }),
  }
}
