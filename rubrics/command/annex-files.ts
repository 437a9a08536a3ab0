import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { type Department, parseDepartments } from '#shared/rubric/department'
import { parseRubric } from '#shared/rubric/parse-rubric'
import type { Rubric } from '#shared/rubric/rubric'
import { RubricDraft } from '#shared/rubric-import/rubric-draft'
import { shippedDepartments } from '../shipped-rubrics'

/** What the command cannot go on with; its message is printed as it is. */
export class CommandProblem extends Error {}

/** The annex files of a folder in their order, or the one file. */
export function annexPaths(path: string): string[] {
  if (!existsSync(path)) throw new CommandProblem(`找不到 ${path}。`)
  if (!statSync(path).isDirectory()) return [path]
  const names = readdirSync(path).filter(name => /^annex-.*\.json$/.test(name))
  if (names.length === 0) throw new CommandProblem(`${path} 里没有 annex-*.json。`)
  return names.sort().map(name => join(path, name))
}

export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new CommandProblem(`${path} 不是 JSON 文件。`)
  }
}

/** The annex files of a folder as drafts, finished or not. */
export function readDrafts(path: string): RubricDraft[] {
  return annexPaths(path).map(file => {
    const parsed = v.safeParse(RubricDraft, readJson(file))
    if (!parsed.success) throw new CommandProblem(`${file} 不是评分细则文件。`)
    return parsed.output
  })
}

/** The annexes of a folder, or of one file. */
export function readRubrics(path: string): Rubric[] {
  const departments = readDepartments(path)
  return annexPaths(path).map(file => {
    const parsed = parseRubric(readJson(file), departments)
    if ('rubric' in parsed) return parsed.rubric
    throw new CommandProblem([`${file} 还有问题：`, ...parsed.problems.map(({ message }) => `  ${message}`)].join('\n'))
  })
}

/** The folder's own departments, else those that are shipped. */
export function readDepartments(folder: string): Department[] {
  const file = join(folder, 'departments.json')
  if (!existsSync(file)) return shippedDepartments
  const parsed = parseDepartments(readJson(file))
  if ('departments' in parsed) return parsed.departments
  throw new CommandProblem(parsed.problems.map(({ message }) => message).join('\n'))
}
