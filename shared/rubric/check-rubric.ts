import { checkFactWords, checkRule } from '../rules/check-rule'
import { printPoints } from '../scoring/points'
import { type Department, departmentWrittenAs } from './department'
import type { Category, Item, Rubric } from './rubric'
import { placeOf, type RubricProblem } from './rubric-problem'

type Path = RubricProblem['path']
type Report = (path: Path, text: string) => void

/**
 * What the parts of a well-shaped rubric owe each other: ids differ, numbers run from 1, a category's points are the sum
 * of its items, departments exist and none both scores and merely reads, rules rest on words of their item. An empty answer means that nothing is wrong.
 */
export function checkRubric(rubric: Rubric, departments: readonly Department[]): RubricProblem[] {
  const problems: RubricProblem[] = []
  const report: Report = (path, text) => problems.push({ path, message: `${placeOf(rubric, path)}${text}。` })
  const seenIds = new Set<string>()
  let expectedNumber = 1

  rubric.categories.forEach((category, categoryIndex) => {
    const categoryPath = ['categories', categoryIndex]
    checkId(category.id, [...categoryPath, 'id'], seenIds, report)
    checkSum(category, [...categoryPath, 'points'], report)
    checkSpellings(category, [...categoryPath, 'departmentsAsWritten'], departments, report)
    category.items.forEach((item, itemIndex) => {
      const itemPath = [...categoryPath, 'items', itemIndex]
      checkId(item.id, [...itemPath, 'id'], seenIds, report)
      if (item.number !== expectedNumber) report([...itemPath, 'number'], `的序号不连续，这里应是${expectedNumber}`)
      expectedNumber += 1
      checkDepartments(item, itemPath, departments, report)
      checkRules(item, itemPath, report)
    })
  })
  return problems
}

function checkId(id: string, path: Path, seenIds: Set<string>, report: Report): void {
  if (seenIds.has(id)) report(path, `的编号“${id}”前面已经用过`)
  seenIds.add(id)
}

function checkSum(category: Category, path: Path, report: Report): void {
  const sum = category.items.reduce((total, item) => total + item.points, 0)
  if (sum === category.points) return
  report(path, `写的是${printPoints(category.points)}分，各项相加是${printPoints(sum)}分`)
}

function checkSpellings(category: Category, path: Path, departments: readonly Department[], report: Report): void {
  category.departmentsAsWritten.forEach((written, index) => {
    if (!departmentWrittenAs(departments, written)) report([...path, index], `的责任部室“${written}”不在部室表里`)
  })
}

function checkDepartments(item: Item, path: Path, departments: readonly Department[], report: Report): void {
  const isKnown = (id: string) => departments.some(department => department.id === id)
  if (!isKnown(item.department)) report([...path, 'department'], `的责任部室“${item.department}”不在部室表里`)
  item.readers.forEach((reader, index) => {
    const readerPath = [...path, 'readers', index]
    if (!isKnown(reader)) report(readerPath, `可查看的部室“${reader}”不在部室表里`)
    if (reader === item.department) report(readerPath, `可查看的部室“${reader}”就是责任部室，不用再写`)
    if (item.readers.indexOf(reader) !== index) report(readerPath, `可查看的部室“${reader}”写了两次`)
  })
}

function checkRules({ rule, facts, text, points }: Item, path: Path, report: Report): void {
  if (rule) {
    for (const finding of checkRule(rule, { wording: text, maximum: points })) report([...path, 'rule'], finding)
  }
  facts?.forEach((fact, index) => {
    for (const finding of checkFactWords(fact, text)) report([...path, 'facts', index], finding)
  })
}
