import { type Hundredths, printPoints } from '../scoring/points'
import type { Bands, Derive, Fact, Rule, SumOf, Tiers } from './rule'

/** What is wrong with a rule, as the end of a sentence whose beginning names the item. */
type Finding = string

/** Where a rule stands: the document's words, and the most that it may yield. */
interface Standing {
  wording: string
  maximum: Hundredths
}

/** What the parts of a well-shaped rule owe each other and the document. */
export function checkRule(rule: Rule, standing: Standing, isOutermost = true): Finding[] {
  const { maximum } = standing
  const inner = (part: Rule, most = maximum) => checkRule(part, { ...standing, maximum: most }, false)
  switch (rule.kind) {
    case 'discretion':
      return []
    case 'perEvent':
      return [
        ...clauseIn(rule.clause, standing),
        ...within(rule.each, maximum, '每次扣的分'),
        ...within(rule.floor, maximum, '扣分的底线'),
        ...(rule.from ? inner(rule.from) : []),
      ]
    case 'tiers':
      return [...clauseIn(rule.clause, standing), ...checkTiers(rule, maximum)]
    case 'proportional':
    case 'perPiece':
      return clauseIn(rule.clause, standing)
    case 'sumOf':
      return [...checkParts(rule, maximum), ...rule.parts.flatMap(part => inner(part.rule, part.points))]
    case 'notApplicable':
      return [
        ...checkCondition(rule.when, standing),
        ...(rule.counts === 'rescale' && !isOutermost ? ['的“折算”只能用在整项上'] : []),
        ...inner(rule.otherwise),
      ]
    case 'bonus':
      return [...clauseIn(rule.clause, standing), ...inner(rule.base), ...inner(rule.extra, rule.most)]
    case 'gate':
      return [
        ...checkCondition(rule.requires, standing),
        ...within(rule.most, maximum, '前提不到时的分'),
        ...inner(rule.rule),
      ]
    case 'exclusion':
      return [...rule.anyOf.flatMap(fact => checkCondition(fact, standing)), ...inner(rule.rule)]
    case 'derive':
      return [
        ...clauseIn(rule.clause, standing),
        ...checkWeights(rule),
        ...innerSources(rule).flatMap(part => inner(part)),
      ]
    case 'bands':
      return [...clauseIn(rule.clause, standing), ...checkGrades(rule), ...inner(rule.of)]
  }
}

/** A fact beside an item owes only its words. */
export function checkFactWords(fact: Fact, wording: string): Finding[] {
  const upTo = fact.upTo !== undefined && typeof fact.to === 'number' && fact.upTo < fact.to
  return [
    ...clauseIn(fact.clause, { wording, maximum: 0 }),
    ...(upTo ? [`的“${fact.name}”上限低于下限`] : []),
    ...(fact.upTo !== undefined && fact.to === undefined ? [`的“${fact.name}”有上限而没有下限`] : []),
  ]
}

function clauseIn(clause: string, { wording }: Standing): Finding[] {
  return wording.includes(clause) ? [] : [`引的原文“${clause}”在考评内容里找不到`]
}

/** A condition that cannot be judged would never come true. */
function checkCondition(fact: Fact, standing: Standing): Finding[] {
  return [
    ...checkFactWords(fact, standing.wording),
    ...(fact.to === undefined ? [`的条件“${fact.name}”没有写界限`] : []),
  ]
}

function within(points: Hundredths, maximum: Hundredths, what: string): Finding[] {
  return points <= maximum ? [] : [`的${what}是${printPoints(points)}分，超过${printPoints(maximum)}分`]
}

function checkTiers({ tiers, otherwise }: Tiers, maximum: Hundredths): Finding[] {
  const falls = tiers.every((tier, index) => {
    const above = tiers[index - 1]
    return above === undefined || (tier.from < above.from && tier.points <= above.points)
  })
  return [
    ...(falls && otherwise <= (tiers.at(-1)?.points ?? 0) ? [] : ['的档次要从高到低写，低档的分不能多于高档']),
    ...tiers.flatMap(({ points }) => within(points, maximum, '档次分')),
  ]
}

function checkParts({ parts }: SumOf, maximum: Hundredths): Finding[] {
  const sum = parts.reduce((total, part) => total + part.points, 0)
  return sum === maximum ? [] : [`的各部分相加是${printPoints(sum)}分，应是${printPoints(maximum)}分`]
}

function checkWeights({ from }: Derive): Finding[] {
  if (from.how === 'average') return []
  // In hundredths of a per cent, so that 33.3 + 33.3 + 33.4 is 100.
  const sum = from.sources.reduce((total, { weight }) => total + Math.round(weight * 100), 0)
  return sum === 10_000 ? [] : [`的权重相加是${sum / 100}%，应是100%`]
}

function innerSources({ from }: Derive): Rule[] {
  return from.how === 'average' ? [] : from.sources.flatMap(({ of }) => ('rule' in of ? of.rule : []))
}

function checkGrades({ by, grades }: Bands): Finding[] {
  const isOrdered = grades.every(({ bound }, index) => {
    const better = grades[index - 1]
    return better === undefined || (by === 'points' ? bound < better.bound : bound > better.bound)
  })
  return isOrdered ? [] : ['的等次要从好到差写，界限不能重复']
}
