import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { choicesIn, settleChoices, undecided } from '#shared/rules/choices'
import { evaluateItem } from '#shared/rules/evaluate'
import type { Mark } from '#shared/rules/outcome'
import { parseRule } from '#shared/rules/parse-rule'
import { placesOf } from '#shared/rules/places'
import { FactInFile } from '#shared/rules/rule-file'
import { parsed } from './parsed'
import { recordsOf } from './unit-records'
import examples from './wordings/rule-examples.json'
import type { Wording } from './wordings/wording'
import { wordings } from './wordings/wordings'

/** A parameter as the list shows it: a number, or the names of conditions. */
const shown = (value: unknown) =>
  Array.isArray(value) ? value.map(({ name }: { name: string }) => name).join('、') : String(value)
const sayMark = (mark: Mark) => (mark.kind === 'excluded' ? mark.consequence : mark.kind === 'grade' ? mark.name : '')

/** A wording's open figures, each once. */
const lackedBy = ({ maximum, rule }: Wording) => [...new Set(choicesIn([maximum, rule]).map(({ name }) => name))]

test('each of the ten wordings stands here in its own words, with three cases or more', () => {
  const told = wordings.map(({ number, text }) => [number, text] as const)
  expect(new Map(told)).toEqual(new Map(examples.map(({ n, text }) => [n, text])))
  for (const { n, who } of examples)
    expect(wordings.filter(({ number }) => number === n).map(wording => wording.who.split('：')[0])).toContain(who)
  for (const { cases } of wordings) {
    expect(cases.length).toBeGreaterThanOrEqual(3)
    expect(new Set(cases.map(({ told }) => JSON.stringify(told))).size).toBe(cases.length)
  }
})

test('what they lack is listed beside them, with what the cases take for it', () => {
  const [, , ...rows] = readFileSync('tests/rules/wordings/README.md', 'utf8')
    .split('\n')
    .filter(line => line.startsWith('|'))
  const listed = rows.map(row => {
    const [number, level, , lacks = '', values = ''] = row
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim())
    return [number, level, lacks, values]
  })
  const numbers = [...new Set(wordings.map(({ number }) => number))].sort((a, b) => a - b)
  const expected = numbers.map(number => {
    const these = wordings.filter(wording => wording.number === number)
    const parameters = these.flatMap(wording => Object.entries(wording.parameters))
    const lacks = parameters.map(([name]) => name).join('; ')
    return [String(number), these[0]?.level, lacks, parameters.map(([, value]) => shown(value)).join('; ')]
  })
  expect(listed).toEqual(expected)
})

describe.each(wordings)('$level: $text ($who)', wording => {
  const { rule, facts = [], parameters, cases, text } = wording
  const maximum = Number(settleChoices(wording.maximum, parameters)) * 100
  const place = { place: wording.who, wording: text, maximum }

  test('the figures that it lacks are its parameters, and without them it is refused by name', () => {
    expect(lackedBy(wording)).toEqual(Object.keys(parameters))
    const answer = parseRule(rule, place)
    const refused = 'problems' in answer ? answer.problems.map(({ message }) => message) : []
    expect(refused).toEqual(undecided(rule).map(({ name }) => `${wording.who}的“${name}”原文没有写，请先定下来。`))
  })

  test.each(cases)('$because', ({ told, figure, bound, marks, verdicts }) => {
    const item = {
      points: place.maximum,
      rule: parsed(rule, place, parameters),
      facts: facts.map(fact => v.parse(FactInFile, fact)),
    }
    const evaluation = evaluateItem(item, recordsOf(told))
    expect(evaluation.figure).toBe(figure === null ? null : Math.round(figure * 100))
    const [least, most] = bound ?? [figure, figure]
    expect(evaluation.bound).toEqual({ least: Math.round(Number(least) * 100), most: Math.round(Number(most) * 100) })
    if (marks) expect(evaluation.marks.map(sayMark)).toEqual(marks)
    if (verdicts) expect(evaluation.facts.map(({ verdict }) => verdict)).toEqual(verdicts)
  })
})

test('按分值高低确定名次: equal points share a place, and the next one is left out', () => {
  expect(placesOf([9_000, 9_500, 9_000, 8_000])).toEqual([2, 1, 2, 4])
  expect(placesOf([])).toEqual([])
})
