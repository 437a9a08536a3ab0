import * as v from 'valibot'
import { problemFromIssue, type RubricProblem } from '../rubric/rubric-problem'
import type { Hundredths } from '../scoring/points'
import { checkRule } from './check-rule'
import { settleChoices, undecided } from './choices'
import type { Rule } from './rule'
import { RuleInFile } from './rule-file'

/** What a rule stands beside: one item, or a whole annex or cycle. */
export interface RulePlace {
  /** Begins every finding: 附件1“组织建设”第5项, 2026年度考核. */
  place: string
  /** The document's words, in which every clause must be found. */
  wording: string
  maximum: Hundredths
}

export type ParsedRule = { rule: Rule } | { problems: RubricProblem[] }

/**
 * Reads a rule that stands outside a rubric file, e.g. a cycle's. Answers a rule that evaluates without fail, or
 * everything that is wrong with it.
 *
 * @param decided what the county decided where the wording leaves a choice or lacks a figure
 */
export function parseRule(
  file: unknown,
  { place, wording, maximum }: RulePlace,
  decided: Readonly<Record<string, unknown>> = {},
): ParsedRule {
  const open = undecided(file, decided)
  if (open.length > 0) return { problems: open.map(({ path, name }) => ({ path, message: notDecided(place, name) })) }
  const result = v.safeParse(RuleInFile, settleChoices(file, decided))
  if (!result.success) return { problems: result.issues.map(issue => problemFromIssue(issue, () => place)) }
  const findings = checkRule(result.output, { wording, maximum })
  return findings.length > 0
    ? { problems: findings.map(finding => ({ path: [], message: `${place}${finding}。` })) }
    : { rule: result.output }
}

/** 「附件1…第4项的“缺席扣分的底线”原文没有写，请先定下来。」 */
export function notDecided(place: string, name: string): string {
  return `${place}的“${name}”原文没有写，请先定下来。`
}
