import { type Department, parseDepartments } from '#shared/rubric/department'
import { parseRubric } from '#shared/rubric/parse-rubric'
import type { Rubric } from '#shared/rubric/rubric'
import type { RubricProblem } from '#shared/rubric/rubric-problem'
import type { RubricDraft } from '#shared/rubric-import/rubric-draft'
import township from './annex-1-township.json'
import system from './annex-2-system.json'
import partyGovernment from './annex-3-party-government.json'
import enterprise from './annex-4-enterprise.json'
import departments from './departments.json'

// A file that we ship and that does not parse is our own mistake, so loading fails here and lists all of it.

/** The six departments of the source, in the order in which annex 1 names them. */
export const shippedDepartments: Department[] = loadDepartments()

/** The four annexes of the source as files, 附件1 to 附件4: what they leave open is still open. */
export const shippedFiles: RubricDraft[] = [township, system, partyGovernment, enterprise]

/** The same, settled as the files say. */
export const shippedRubrics: Rubric[] = shippedFiles.map(loadRubric)

function loadDepartments(): Department[] {
  const parsed = parseDepartments(departments)
  return 'problems' in parsed ? refuse(parsed.problems) : parsed.departments
}

function loadRubric(file: unknown): Rubric {
  const parsed = parseRubric(file, shippedDepartments)
  return 'problems' in parsed ? refuse(parsed.problems) : parsed.rubric
}

function refuse(problems: RubricProblem[]): never {
  throw new Error(['rubrics/ does not parse:', ...problems.map(problem => problem.message)].join('\n'))
}
