import type { Department } from '../rubric/department'
import { parseRubric } from '../rubric/parse-rubric'
import { placeOf, type RubricProblem } from '../rubric/rubric-problem'
import type { Remark } from './annex-as-read'
import type { FindingKind, ImportFinding } from './rubric-document'
import type { CategoryDraft, RubricDraft } from './rubric-draft'
import { sumOf } from './sum-of'

/**
 * Everything to decide about a draft: the remarks of the import, as sentences, and what the parser of annex files would
 * refuse. Each place is spoken of once where both would say the same. In the order of the annex.
 */
export function findingsOn(
  draft: RubricDraft,
  remarks: readonly Remark[],
  departments: readonly Department[],
): ImportFinding[] {
  const said = remarks.map(({ message, ...remark }): ImportFinding => {
    const place = placeOf(draft, remark.path)
    return { ...remark, place, message: `${place}${message}。` }
  })
  const isSaid = ({ path }: RubricProblem) =>
    said.some(finding => finding.weight === 'must' && startsWith(path, finding.path))
  const found = problemsOf(draft, departments)
    .filter(problem => !isSaid(problem) && !isBecauseOfCategory(problem, draft, departments))
    .map(
      ({ path, message }): ImportFinding => ({
        kind: kindOf(path),
        weight: 'must',
        path,
        place: placeOf(draft, path),
        documentPlace: null,
        message,
      }),
    )
  return [...said, ...found].sort((a, b) => compare(a.path, b.path))
}

/** All problems of a draft. The parser stops at the shape; with the gaps filled it says what else is wrong, above all the sums. */
export function problemsOf(draft: RubricDraft, departments: readonly Department[]): RubricProblem[] {
  const asIs = problemsIn(draft, departments)
  const filled = problemsIn(withoutGaps(draft, departments), departments)
  const isNew = ({ message }: RubricProblem) => !asIs.some(problem => problem.message === message)
  return [...asIs, ...filled.filter(isNew)]
}

function problemsIn(file: unknown, departments: readonly Department[]): RubricProblem[] {
  const parsed = parseRubric(file, departments)
  return 'problems' in parsed ? parsed.problems : []
}

function withoutGaps(draft: RubricDraft, departments: readonly Department[]): RubricDraft {
  const or = (text: string) => text.trim() || '未写'
  return {
    ...draft,
    annex: or(draft.annex),
    title: or(draft.title),
    audience: draft.audience || 'township',
    audienceAsWritten: or(draft.audienceAsWritten),
    columns: draft.columns.map(or),
    categories: draft.categories.map(category => ({
      ...category,
      name: or(category.name),
      points: category.points ?? sumOf(category.items),
      departmentsAsWritten:
        category.departmentsAsWritten.length > 0 ? category.departmentsAsWritten : spelling(departments),
      items: category.items.map(item => ({
        ...item,
        points: item.points ?? missingPoints(category),
        text: or(item.text),
        basis: or(item.basis),
        department: item.department || (departments[0]?.id ?? ''),
        shortName: or(item.shortName),
        preparation: or(item.preparation),
      })),
    })),
  }
}

function spelling(departments: readonly Department[]): string[] {
  return departments[0]?.writtenAs.slice(0, 1) ?? []
}

/** What one item without points must have for the sum to be right, so that a gap is not reported as a wrong sum too. */
function missingPoints(category: CategoryDraft): number {
  const missing = Math.round(((category.points ?? 0) - sumOf(category.items)) * 100) / 100
  return missing > 0 && category.items.filter(({ points }) => points === null).length === 1 ? missing : 0.01
}

/** No item can name its department while the spelling beside its category is unknown. */
function isBecauseOfCategory({ path }: RubricProblem, draft: RubricDraft, departments: readonly Department[]): boolean {
  const category = draft.categories[Number(path[1])]
  if (!category || path[2] !== 'items' || path[4] !== 'department') return false
  const spellings = departments.flatMap(({ writtenAs }) => writtenAs)
  return !category.departmentsAsWritten.some(written => spellings.includes(written))
}

function kindOf(path: RubricProblem['path']): FindingKind {
  if (path[2] === 'points' && path.length === 3) return 'sum'
  return path.includes('departmentsAsWritten') || path.includes('department') ? 'department' : 'problem'
}

function startsWith(path: RubricProblem['path'], beginning: RubricProblem['path']): boolean {
  return beginning.length > 0 && beginning.every((key, index) => path[index] === key)
}

/** By category and item; what concerns the annex first. */
function compare(a: RubricProblem['path'], b: RubricProblem['path']): number {
  for (const index of [1, 3]) {
    const difference = Number(a[index] ?? -1) - Number(b[index] ?? -1)
    if (Number.isFinite(difference) && difference !== 0) return difference
  }
  return 0
}
