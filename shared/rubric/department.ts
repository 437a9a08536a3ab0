import * as v from 'valibot'
import type { DepartmentId } from './rubric'
import { problemFromIssue, type RubricProblem } from './rubric-problem'

/** 责任部室: one department of the county federation, and every way in which the annexes write its name. */
export interface Department {
  /** Obeys the rule of item ids, because reviews are stored under it. */
  id: DepartmentId
  /** What every screen says, whichever spelling an annex uses. */
  name: string
  /** Includes `name` itself where an annex writes it so: 宣教部 is written 宣教部 and 宣传部. */
  writtenAs: string[]
}

const Name = v.pipe(v.string('要写成文字'), v.regex(/\S/, '还空着'))

const DepartmentsFile = v.pipe(
  v.array(
    v.strictObject({ id: Name, name: Name, writtenAs: v.pipe(v.array(Name), v.nonEmpty('还空着')) }, '要写成一组'),
    '要写成一列部室',
  ),
  v.nonEmpty('还空着'),
)

/** Reads `departments.json`; the same rules serve a county that writes its own. */
export function parseDepartments(file: unknown): { departments: Department[] } | { problems: RubricProblem[] } {
  const result = v.safeParse(DepartmentsFile, file)
  if (!result.success) return { problems: result.issues.map(issue => problemFromIssue(issue, placeOf)) }
  const problems = [
    ...repeated(result.output.map(department => department.id)).map(id => `编号“${id}”用了两次。`),
    ...repeated(result.output.flatMap(department => department.writtenAs)).map(name => `“${name}”写在两个部室下面。`),
  ]
  if (problems.length > 0) return { problems: problems.map(text => ({ path: [], message: `部室表里${text}` })) }
  return { departments: result.output }
}

/** The department that a spelling in an annex means (宣传部 → 宣教部), or undefined where nobody writes it so. */
export function departmentWrittenAs(departments: readonly Department[], written: string): Department | undefined {
  return departments.find(department => department.writtenAs.includes(written))
}

function placeOf([index]: (string | number)[]): string {
  return typeof index === 'number' ? `部室表第${index + 1}个部室` : '部室表'
}

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}
