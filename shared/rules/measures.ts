import { type Item, itemsOf, type Rubric } from '../rubric/rubric'
import { measuresIn } from './amount'
import { countedEvents } from './kinds/per-event'
import type { Amount, Counted, Fact, MeasureId, Rule } from './rule'

/** Measures that someone must record before the facts and rules of an annex can speak, each once. */
export function measuresOf(rubric: Rubric): Counted[] {
  return eachOnce(itemsOf(rubric).flatMap(countedIn))
}

/** What one item counts, each measure once. */
export function countedIn(item: Item): Counted[] {
  return eachOnce(amountsOfItem(item).flatMap(measuresIn))
}

function eachOnce(all: Counted[]): Counted[] {
  return [...new Map(all.map(({ measure, name, unit }) => [measure, { measure, name, unit }])).values()]
}

/** Items whose number the document leaves to the 目标任务分解表, with the measure that each unit is given a target for. */
export function targetsOf(rubric: Rubric): { item: Item; measure: MeasureId }[] {
  return itemsOf(rubric).flatMap(item => targetsIn(item).map(measure => ({ item, measure })))
}

/** The measures for which one item asks each unit's own target. */
export function targetsIn(item: Item): MeasureId[] {
  return amountsOfItem(item).flatMap(amount =>
    typeof amount === 'object' && amount.kind === 'targetFrom' ? amount.measure : [],
  )
}

function amountsOfItem({ facts = [], rule }: Item): Amount[] {
  return [...facts.flatMap(amountsOfFact), ...(rule === undefined ? [] : amountsOfRule(rule))]
}

function amountsOfFact({ of, to }: Fact): Amount[] {
  return to === undefined ? [of] : [of, to]
}

function amountsOfRule(rule: Rule): Amount[] {
  switch (rule.kind) {
    case 'discretion':
      return []
    case 'perEvent':
      return [
        ...countedEvents(rule).map(event => ({ kind: 'measure' as const, ...event })),
        ...(rule.from ? amountsOfRule(rule.from) : []),
      ]
    case 'tiers':
      return [rule.of]
    case 'proportional':
      return [rule.of, rule.to]
    case 'sumOf':
      return rule.parts.flatMap(part => amountsOfRule(part.rule))
    case 'perPiece':
      return rule.levels.map(({ measure, name, unit }) => ({ kind: 'measure', measure, name, unit }))
    case 'notApplicable':
      return [...amountsOfFact(rule.when), ...amountsOfRule(rule.otherwise)]
    case 'bonus':
      return [...amountsOfRule(rule.base), ...amountsOfRule(rule.extra)]
    case 'gate':
      return [...amountsOfFact(rule.requires), ...amountsOfRule(rule.rule)]
    case 'exclusion':
      return [...rule.anyOf.flatMap(amountsOfFact), ...amountsOfRule(rule.rule)]
    case 'derive':
      return rule.from.how === 'average'
        ? []
        : rule.from.sources.flatMap(({ of }) => ('rule' in of ? amountsOfRule(of.rule) : []))
    case 'bands':
      return amountsOfRule(rule.of)
  }
}
