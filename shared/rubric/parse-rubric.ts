import * as v from 'valibot'
import { settleChoices, undecided } from '../rules/choices'
import { notDecided } from '../rules/parse-rule'
import { checkRubric } from './check-rubric'
import type { Department } from './department'
import type { Rubric } from './rubric'
import { RubricFile } from './rubric-file'
import { placeOf, problemFromIssue, type RubricProblem } from './rubric-problem'

/** Either a rubric that every other part may rely on, or everything that is wrong with the file; never both. */
export type ParsedRubric = { rubric: Rubric } | { problems: RubricProblem[] }

/**
 * Reads one annex from its file (already JSON). Points become hundredths, omitted lists become empty, words are carried
 * over untouched. Pure: runs alike in a function and in the mini-program.
 *
 * @param departments the county's departments, to which every department of the file must belong
 * @param decided what the county decided for this cycle where the document leaves a choice, by the choice's name
 */
export function parseRubric(
  file: unknown,
  departments: readonly Department[],
  decided: Readonly<Record<string, unknown>> = {},
): ParsedRubric {
  const open = undecided(file, decided)
  if (open.length > 0) {
    return { problems: open.map(({ path, name }) => ({ path, message: notDecided(placeOf(file, path), name) })) }
  }
  const result = v.safeParse(RubricFile, settleChoices(file, decided))
  if (!result.success) {
    return { problems: result.issues.map(issue => problemFromIssue(issue, path => placeOf(file, path))) }
  }
  const problems = checkRubric(result.output, departments)
  return problems.length > 0 ? { problems } : { rubric: result.output }
}
