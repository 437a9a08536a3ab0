import { parseRule, type RulePlace } from '#shared/rules/parse-rule'
import type { Rule } from '#shared/rules/rule'

/** The rule of a file without fault. */
export function parsed(file: unknown, place: RulePlace, decided: Record<string, unknown> = {}): Rule {
  const answer = parseRule(file, place, decided)
  if ('problems' in answer) throw new Error(answer.problems.map(({ message }) => message).join('\n'))
  return answer.rule
}
