import * as v from 'valibot'
import type { Department } from '#shared/rubric/department'
import { type ParsedRubric, parseRubric } from '#shared/rubric/parse-rubric'
import { itemsOf, maximumOf } from '#shared/rubric/rubric'
import { problemsOf } from '#shared/rubric-import/check-draft'
import { RubricDraft } from '#shared/rubric-import/rubric-draft'
import { printPoints } from '#shared/scoring/points'
import { annexPaths, readDepartments, readJson } from './annex-files'

/** One line for every problem of the folder's annexes, or a line for every annex that has none. */
export function checkFolder(folder: string): { report: string; isRight: boolean } {
  const departments = readDepartments(folder)
  const files = annexPaths(folder).map(path => ({ path, parsed: checked(readJson(path), departments) }))
  const lines = files.flatMap(({ path, parsed }) =>
    'problems' in parsed
      ? [`${path}`, ...parsed.problems.map(({ message }) => `  ${message}`)]
      : [`${path} 没有问题：${itemsOf(parsed.rubric).length}项，${printPoints(maximumOf(parsed.rubric))}分`],
  )
  return { report: lines.join('\n'), isRight: files.every(({ parsed }) => 'rubric' in parsed) }
}

/** A file whose shape is almost right is read as a draft, so that its sums are looked at too. */
function checked(file: unknown, departments: readonly Department[]): ParsedRubric {
  const parsed = parseRubric(file, departments)
  if ('rubric' in parsed || !v.is(RubricDraft, file)) return parsed
  return { problems: problemsOf(file, departments) }
}
