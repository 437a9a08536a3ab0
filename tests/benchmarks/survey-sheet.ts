import type { Item } from '#shared/rubric/rubric'
import type { Evaluation } from '#shared/rules/evaluate'
import { countedEvents } from '#shared/rules/kinds/per-event'
import type { Amount, Fact, Rule } from '#shared/rules/rule'
import { countOf, type UnitRecords } from '#shared/rules/unit-records'

type SurveyCore = typeof import('survey-core')

/** One computed value of the survey: the figure of an item, or the verdict on one of its facts. */
interface SurveyValue {
  name: string
  expression: string
}

/** What a person or a record answers, by the name that expressions give it. */
type Answers = Record<string, number>

/** A sheet reckoned by survey-core: all figures and verdicts of one unit, by the names of `surveyValues`. */
type ReckonSheet = (answers: Answers) => Record<string, unknown>

const figureName = (item: Item) => `${item.id}-figure`
const verdictName = (item: Item, fact: number) => `${item.id}-fact-${fact}`

/**
 * All rules and facts of a sheet as expressions of SurveyJS. Only what survey-core has to work out has an expression:
 * discretion yields no figure and a wish no verdict there, while our evaluator answers them too.
 */
export function surveyValues(items: readonly Item[]): SurveyValue[] {
  return items.flatMap(item => [
    ...(item.rule === undefined ? [] : [{ name: figureName(item), expression: figureOf(item.rule, item.points) }]),
    ...(item.facts ?? []).flatMap((fact, index) =>
      fact.to === undefined ? [] : [{ name: verdictName(item, index), expression: verdictOf(fact, fact.to) }],
    ),
  ])
}

/** The same records as one flat object. Entries are added up beforehand, which our evaluator does on every sheet. */
export function answersOf(records: UnitRecords): Answers {
  const answers: Answers = {}
  for (const measure of records.counts.keys()) {
    const count = countOf(records, measure)
    if (count !== null) answers[measure] = count
  }
  for (const [measure, target] of records.targets) answers[targetName(measure)] = target
  return answers
}

/**
 * A survey as survey-core is made to be used, and at its fastest: one model for all units, its data set in one go for
 * each, and computed values, which were several times as quick as questions of the type `expression`. It holds no
 * questions at all: the 25 of the sheet would cost up to half its speed and take no part in the arithmetic.
 */
export function reckonInSurvey({ SurveyModel }: SurveyCore, values: readonly SurveyValue[]): ReckonSheet {
  const survey = new SurveyModel({ calculatedValues: values })
  return answers => {
    survey.data = answers
    return Object.fromEntries(survey.calculatedValues.map(({ name, value }) => [name, value]))
  }
}

/** Its expressions alone, parsed once and run without a survey around them: less than a form, the best it can do. */
export function reckonBare({ ExpressionRunner }: SurveyCore, values: readonly SurveyValue[]): ReckonSheet {
  const runners = values.map(({ name, expression }) => [name, new ExpressionRunner(expression)] as const)
  return answers => Object.fromEntries(runners.map(([name, runner]) => [name, runner.runValues(answers)]))
}

/** Both must say the same of every unit before either is measured, and the units must be worth asking. */
export function compareSheets(
  items: readonly Item[],
  units: readonly UnitRecords[],
  evaluateItem: (item: Item, records: UnitRecords) => Evaluation,
  reckon: ReckonSheet,
): void {
  const said = new Set<unknown>()
  units.forEach((records, unit) => {
    const theirs = reckon(answersOf(records))
    for (const item of items) {
      const { figure, facts } = evaluateItem(item, records)
      const same = (name: string, ours: unknown, their: unknown) => {
        said.add(ours)
        if (ours !== their) throw new Error(`unit ${unit}, ${name}: ${ours} here, ${their} in survey-core`)
      }
      if (item.rule) same(figureName(item), figure ?? 'open', theirs[figureName(item)])
      facts.forEach(({ verdict }, index) => {
        same(verdictName(item, index), verdict, theirs[verdictName(item, index)] ?? 'not-judged')
      })
    }
  })
  for (const expected of ['met', 'unmet', 'unknown', 'not-judged', 'open', 0, 50, 200])
    if (!said.has(expected)) throw new Error(`nothing was ${expected} in any unit`)
}

/** 每缺席一次扣0.5分, down to the floor. A kind that annex 1 does not have would have to be written here first. */
function figureOf(rule: Rule, maximum: number): string {
  if (rule.kind !== 'perEvent' || rule.from) throw new Error(`no expression is written for ${rule.kind}`)
  const events = countedEvents(rule).map(({ measure }) => `{${measure}}`)
  const due = `${maximum} - (${events.join(' + ')}) * ${rule.each}`
  return `iif(${anyEmpty(events)}, 'open', max(${due}, ${rule.floor}))`
}

function verdictOf({ of, must }: Fact, to: Amount): string {
  const [done, target] = [asExpression(of), asExpression(to)]
  const unknown = [...done.unknown, ...target.unknown]
  const sign = must === 'be-at-most' ? '<=' : must === 'be-above' ? '>' : '>='
  return `iif(${unknown.join(' or ')}, 'unknown', iif(${done.value} ${sign} ${target.value}, 'met', 'unmet'))`
}

/** An amount as an expression, and the conditions under which it is not known. */
function asExpression(amount: Amount): { value: string; unknown: string[] } {
  if (typeof amount === 'number') return { value: String(amount), unknown: [] }
  switch (amount.kind) {
    case 'measure':
      return recorded(amount.measure)
    case 'targetFrom':
      return recorded(targetName(amount.measure))
    case 'rate': {
      const [part, whole] = [recorded(amount.part.measure), recorded(amount.whole.measure)]
      const unknown = [...part.unknown, ...whole.unknown, `${whole.value} = 0`]
      return { value: `${part.value} * 100 / ${whole.value}`, unknown }
    }
    case 'byGroup':
      throw new Error('no expression is written for byGroup')
  }
}

const targetName = (measure: string) => `target-${measure}`
const anyEmpty = (names: readonly string[]) => names.map(name => `${name} empty`).join(' or ')
const recorded = (name: string) => ({ value: `{${name}}`, unknown: [anyEmpty([`{${name}}`])] })
