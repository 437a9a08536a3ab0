import type { Hundredths } from '../scoring/points'
import { type CheckedFact, checkFact, factStep, togetherStep } from './fact'
import { judgeBands } from './kinds/bands'
import { judgeBonus } from './kinds/bonus'
import { judgeDerive } from './kinds/derive'
import { judgeDiscretion } from './kinds/discretion'
import { judgeExclusion } from './kinds/exclusion'
import { judgeGate } from './kinds/gate'
import { judgeNotApplicable } from './kinds/not-applicable'
import { judgePerEvent } from './kinds/per-event'
import { judgePerPiece } from './kinds/per-piece'
import { judgeProportional } from './kinds/proportional'
import { judgeSumOf } from './kinds/sum-of'
import { judgeTiers } from './kinds/tiers'
import { type Judge, type Mark, type Outcome, type Step, say, settle, step, tolerance } from './outcome'
import type { Fact, FactsTogether, Rule } from './rule'
import type { UnitRecords } from './unit-records'

/** What the rules say of one unit: advice and bounds, never a score. */
export interface Evaluation {
  /** 按县总记录推算; null wherever a person decides or a record is missing. */
  figure: Hundredths | null
  /** What is possible. Holds the figure where there is one. */
  bound: { least: Hundredths; most: Hundredths }
  marks: readonly Mark[]
  facts: readonly CheckedFact[]
  /** Built on each call, and only then. The points of its steps add up to `bound.least`. */
  trail: () => Step[]
}

/** Works out a rule. Total: whatever the records hold, a parsed rule has an answer. */
export function evaluate(rule: Rule, maximum: Hundredths, records: UnitRecords): Evaluation {
  return evaluationOf(judge(rule, maximum, records), noFacts, records)
}

/** Works out one item of a sheet. Without a rule it is the department's discretion, with its facts beside it. */
export function evaluateItem(
  item: { points: Hundredths; rule?: Rule; facts?: readonly Fact[]; factsTogether?: FactsTogether },
  records: UnitRecords,
): Evaluation {
  const facts = item.facts === undefined ? noFacts : item.facts.map(fact => checkFact(fact, records))
  const outcome = item.rule === undefined ? judgeDiscretion(item.points) : judge(item.rule, item.points, records)
  return evaluationOf(outcome, facts, records, item.factsTogether)
}

const noFacts: readonly CheckedFact[] = []

const judge: Judge = (rule, maximum, records) => {
  switch (rule.kind) {
    case 'discretion':
      return judgeDiscretion(maximum)
    case 'perEvent':
      return judgePerEvent(rule, maximum, records, judge)
    case 'tiers':
      return judgeTiers(rule, maximum, records)
    case 'proportional':
      return judgeProportional(rule, maximum, records)
    case 'sumOf':
      return judgeSumOf(rule, maximum, records, judge)
    case 'perPiece':
      return judgePerPiece(rule, maximum, records)
    case 'notApplicable':
      return judgeNotApplicable(rule, maximum, records, judge)
    case 'bonus':
      return judgeBonus(rule, maximum, records, judge)
    case 'gate':
      return judgeGate(rule, maximum, records, judge)
    case 'exclusion':
      return judgeExclusion(rule, maximum, records, judge)
    case 'derive':
      return judgeDerive(rule, maximum, records, judge)
    case 'bands':
      return judgeBands(rule, maximum, records, judge)
  }
}

function evaluationOf(
  outcome: Outcome,
  facts: readonly CheckedFact[],
  records: UnitRecords,
  together?: FactsTogether,
): Evaluation {
  const least = settle(outcome.least)
  return {
    figure: outcome.least === outcome.most ? least : null,
    bound: { least, most: settle(outcome.most) },
    marks: outcome.marks,
    facts,
    trail() {
      const steps = facts.map(fact => factStep(fact, records))
      const joint = togetherStep(facts, together)
      if (joint) steps.push(joint)
      steps.push(...outcome.steps())
      const rest = least - outcome.least
      if (Math.abs(rest) >= tolerance) steps.push(step(`四舍五入，得 ${say(least)}`, rest))
      return steps
    },
  }
}
