import type { SupplementView } from '#shared/contract/assessment-contract'
import { printDay } from '#shared/cycle/beijing-time'

/** How far a 请补充 is, as those who asked read it: open, supplied by the unit, or brought on paper. Fits a mark in 大字. */
export function suppliedWords({ answeredAt, answeredOnPaper, until }: SupplementView): string {
  if (answeredAt === undefined) return `请补充，${printDay(until)}前`
  return answeredOnPaper ? '考核办代办：交了纸质资料' : `补交 ${printDay(answeredAt)}`
}
