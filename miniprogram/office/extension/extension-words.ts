import type { ExtensionVerdict } from '#shared/contract/extension-contract'
import type { OverviewUnit } from '#shared/contract/office-contract'
import { daysUntil, endOfDate, printDay } from '#shared/cycle/beijing-time'
import type { Cycle } from '#shared/cycle/cycle'

type NamedUnit = Pick<OverviewUnit, 'unitId' | 'name'>

/** 部室还有6天评分: what is left to departments behind that day, its own not counted. */
export function leftForReview(until: string, { reviewDeadline }: Pick<Cycle, 'reviewDeadline'>): string {
  return `评分到${printDay(reviewDeadline)}，部室还有${daysUntil(reviewDeadline, endOfDate(until))}天评这几家。`
}

/** What is asked before it is done. */
export function askedWords(units: readonly NamedUnit[], until: string | null): { title: string; content: string } {
  const names = units.map(({ name }) => name).join('、')
  const told = '单位会收到通知。'
  return until === null
    ? { title: `收回${units.length}家的展期？`, content: `${names}：还是按全县的截止时间报送。${told}` }
    : { title: `给${units.length}家展期到${printDay(endOfDate(until))}？`, content: `${names}。${told}` }
}

/** What became of it: one line for all that it was done for, one for each that it was not. */
export function verdictLines(
  verdicts: readonly ExtensionVerdict[],
  units: readonly NamedUnit[],
): { done: string | null; refused: string[] } {
  const nameOf = new Map(units.map(({ unitId, name }) => [unitId, name]))
  const refused = verdicts.flatMap(verdict =>
    verdict.kind === 'refused' ? [`${nameOf.get(verdict.unitId) ?? ''}：${verdict.problem.message}`] : [],
  )
  const done = verdicts.flatMap(verdict => (verdict.kind === 'refused' ? [] : [verdict]))
  const [first] = done
  if (!first) return { done: null, refused }
  const names = done.map(({ unitId }) => nameOf.get(unitId) ?? '').join('、')
  return { done: `${done.length}家报送截止是${printDay(first.selfDueAt)}：${names}`, refused }
}
