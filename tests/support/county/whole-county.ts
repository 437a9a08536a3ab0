import type { Worksheet } from 'exceljs'
import { shippedDepartments, shippedFiles } from '#rubrics/shipped-rubrics'
import type { SaveRoster } from '#shared/contract/office-contract'
import { targetMeasures } from '#shared/records/describe-measures'
import { parseRubric } from '#shared/rubric/parse-rubric'
import type { Rubric } from '#shared/rubric/rubric'
import { rubricVersionId } from '../../../cloudfunctions/repositories/rubric-versions'
import type { Client, County } from '../county'

/** A year in which 300 units are all given 15 targets: more than any county we know. */
export const wholeYear = '2027'
export const wholeCounty = { units: 300, targets: 15 }

const DAY = 86_400_000

/** 附件1 with as many targets more as there are to be: each a fact beside one of its items. */
export function annexOfManyTargets(): Rubric {
  const file = structuredClone(shippedFiles[0])
  const items = file?.categories.flatMap(category => category.items) ?? []
  const parsed = (count: number) => {
    items.forEach((item, index) => {
      const measure = `task-${index + 1}`
      const of = { kind: 'measure', measure, name: `新增任务${index + 1}`, unit: '个' }
      const fact = { name: of.name, of, to: { kind: 'targetFrom', measure }, clause: item.text.slice(0, 4) }
      if (index < count) item.facts = [...(item.facts ?? []), fact]
    })
    const result = parseRubric(file, shippedDepartments)
    if ('problems' in result) throw new Error(result.problems.map(({ message }) => message).join('\n'))
    return result.rubric
  }
  return parsed(wholeCounty.targets - targetMeasures([parsed(0)]).length)
}

/** The measures that every one of the 300 units is given. */
export const wholeMeasures = targetMeasures([annexOfManyTargets()])

export const wholeUnits: SaveRoster['units'] = Array.from({ length: wholeCounty.units }, (_, index) => ({
  unitId: `unit-${index + 1}`,
  name: `第${index + 1}乡总工会`,
  audience: 'township',
  order: index + 1,
}))

/** Opens that year: the units of the small county are scored by another annex and do not take part. */
export async function openWholeYear(county: County): Promise<void> {
  const office = county.as('office')
  await county.database.collection('units').where({}).remove()
  await office.get('roster.save', { departments: [], units: wholeUnits })
  await office.get('cycle.open', {
    cycleId: wholeYear,
    title: '2027年度考核',
    documentNumber: '县工〔2027〕3号',
    selfDeadline: Date.now() + 30 * DAY,
    graceHours: 0,
    lockAfterDeadline: false,
    reviewDeadline: Date.now() + 60 * DAY,
    departmentStep: 50,
    notApplicable: 'full',
    decidedBy: 'department-head',
  })
  const rubric = annexOfManyTargets()
  const version = rubricVersionId(rubric)
  const { database } = county
  await database.collection('rubric-versions').add({ _id: version, rubric })
  await database.collection('cycles').doc(wholeYear).update({ 'rubricVersionIds.township': version })
  await database.collection('assessments').where({ cycleId: wholeYear }).update({ rubricVersionId: version })
}

/** What the office means to give: every cell another number, some with halves. */
export function meantNumber(unit: number, measure: number): number {
  return unit * wholeCounty.targets + measure + (unit % 10 === 0 ? 0.5 : 0)
}

/** Fills the template: units from row 5, measures where the template's hidden row names them. */
export function fillWholeTable(sheet: Worksheet): void {
  for (const [place, measure] of wholeMeasures.entries()) {
    const column = columnOf(sheet, measure.measure)
    for (let unit = 0; unit < wholeCounty.units; unit += 1) {
      sheet.getCell(firstRow + unit, column).value = meantNumber(unit, place)
    }
  }
}
export const firstRow = 5

/** Where the template has this measure. */
export function columnOf(sheet: Worksheet, measure: string): number {
  let column = 0
  sheet.getRow(2).eachCell((cell, at) => {
    if (cell.value === `#${measure}`) column = at
  })
  if (column === 0) throw new Error(`the template has no column for ${measure}`)
  return column
}

/** How many of the 4,500 numbers stand as they were meant, and how many cells hold anything at all. */
export async function countNumbers(client: Client): Promise<{ revision: number; asMeant: number; filled: number }> {
  const { revision, measures, units } = await client.get('target.open', { cycleId: wholeYear })
  const placeOf = new Map(wholeMeasures.map(({ measure }, place) => [measure, place]))
  let [asMeant, filled] = [0, 0]
  for (const [unit, { numbers }] of units.entries()) {
    for (const [column, number] of numbers.entries()) {
      const place = placeOf.get(measures[column]?.measure ?? '')
      if (number !== null) filled += 1
      if (place !== undefined && number === meantNumber(unit, place)) asMeant += 1
    }
  }
  return { revision, asMeant, filled }
}
