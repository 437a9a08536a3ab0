import type { Item } from '#shared/rubric/rubric'
import { measuresIn } from '#shared/rules/amount'
import type { Evaluation } from '#shared/rules/evaluate'
import { type CheckedFact, factInShort, togetherStep, type Verdict } from '#shared/rules/fact'
import { countedIn, targetsIn } from '#shared/rules/measures'
import type { Step } from '#shared/rules/outcome'
import type { Counted } from '#shared/rules/rule'
import { type Hundredths, printPoints, roundHalfUp } from '#shared/scoring/points'
import { type EntryLine, entryLines } from './entry-lines'
import { evaluationOf, type HeldRecords } from './evaluation-of'

/** The entries behind a figure or a fact, and where they come from. */
export interface RecordedView {
  lines: EntryLine[]
  /** 依据：县总签到记录，共7次会议; empty where nobody has recorded anything. */
  basis: string
  counted: readonly Counted[]
}

export interface FactView {
  name: string
  /** 任务10篇，完成6篇，差4篇 */
  words: string
  verdict: Verdict
  recorded: RecordedView
}

/** What a written formula makes of the records. */
export interface FormulaView {
  /** Null while a record is missing: then the sentences say which. */
  figure: Hundredths | null
  /** One sentence, or several with their points and a sum. */
  steps: { words: string; points: string }[]
  /** 合计 0.5, or how far it can go while it is open; empty under a single sentence. */
  sum: string
  recorded: RecordedView
}

/** Everything that is shown of one item's records. Built where it is shown, and only then. */
export interface TrailView {
  formula: FormulaView | null
  facts: FactView[]
  /** Whether several figures of one item are reached together; empty where each stands alone. */
  together: string
}

/** What the county's records say of an item; null where neither rule nor fact asks them, or all of them are silent. */
export function trailView(item: Item, held: HeldRecords): TrailView | null {
  if (isSilent(item, held)) return null
  const evaluation = evaluationOf(item, held)
  const { facts } = evaluation
  const trail = evaluation.trail()
  const together = togetherStep(facts, item.factsTogether)
  const begin = facts.length + (together ? 1 : 0)
  return {
    formula: item.rule ? formulaView(item, evaluation, trail.slice(begin), held) : null,
    facts: facts.map((fact, place) => factView(fact, trail[place], held)),
    together: together?.sentence ?? '',
  }
}

/** Whether the item rests on county records of which none is there yet, nor a target. */
export function isSilent(item: Item, { records, targets }: HeldRecords): boolean {
  const isRecorded = countedIn(item).some(({ measure }) => records[measure])
  return !isRecorded && !targetsIn(item).some(measure => targets[measure] !== undefined)
}

/** Whether a rule or a fact of the item asks for records at all. */
export function asksRecords(item: Item): boolean {
  return countedIn(item).length > 0
}

function formulaView(item: Item, { figure, bound }: Evaluation, trail: Step[], held: HeldRecords): FormulaView {
  const [first, second, ...rest] = trail
  // The maximum stands beside the figure already: a formula of one sentence is that sentence.
  const isFull = first?.clause === null && first.points === item.points
  const steps = isFull && second && rest.length === 0 ? [second] : trail
  const open = `按现有记录，${printPoints(bound.least)} 至 ${printPoints(bound.most)} 分都有可能`
  return {
    figure,
    steps: steps.map(step => ({ words: withoutBasis(step), points: steps.length > 1 ? signed(step.points) : '' })),
    sum: steps.length === 1 ? '' : figure === null ? open : `合计 ${printPoints(figure)} 分`,
    recorded: recordedView(countedIn({ ...item, facts: [] }), held),
  }
}

function factView(checked: CheckedFact, step: Step | undefined, held: HeldRecords): FactView {
  const { fact, verdict } = checked
  const words = step ? withoutBasis(step).replace(`${fact.name}：`, '') : factInShort(checked)
  return { name: fact.name, words, verdict, recorded: recordedView(measuresIn(fact.of), held) }
}

function recordedView(counted: readonly Counted[], held: HeldRecords): RecordedView {
  const sources = counted.flatMap(({ measure }) => {
    const record = held.records[measure]
    return record ? [record.scope ? `${record.source}，${record.scope}` : record.source] : []
  })
  const basis = sources.length > 0 ? `依据：${[...new Set(sources)].join('；')}` : ''
  return { lines: entryLines(counted, held), basis, counted }
}

/** The 依据 stands under the entries. */
function withoutBasis({ sentence, sources }: Step): string {
  const basis = `；依据：${sources.join('、')}`
  return sources.length > 0 && sentence.endsWith(basis) ? sentence.slice(0, -basis.length) : sentence
}

function signed(points: number): string {
  const rounded = roundHalfUp(points)
  return rounded === 0 ? '' : `${rounded > 0 ? '+' : ''}${printPoints(rounded)}`
}
