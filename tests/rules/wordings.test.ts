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
import { wordings } from './wordings/wordings'

const sayMark = (mark: Mark) => (mark.kind === 'excluded' ? mark.consequence : mark.kind === 'grade' ? mark.name : '')

test('all ten wordings stand here', () => {
  const numbers = new Set(wordings.map(({ number }) => number))
  expect([...numbers].sort((a, b) => a - b)).toEqual([1, 2, 4, 6, 7, 8, 11, 13, 14, 20])
  for (const { cases } of wordings) expect(cases.length).toBeGreaterThanOrEqual(3)
})

test('what they lack is listed beside them', () => {
  const listed = readFileSync('tests/rules/wordings/README.md', 'utf8')
  for (const name of wordings.flatMap(({ parameters }) => Object.keys(parameters))) expect(listed).toContain(name)
})

describe.each(wordings)('$level: $text ($who)', wording => {
  const { rule, facts = [], parameters, cases, text } = wording
  const maximum = Number(settleChoices(wording.maximum, parameters)) * 100
  const place = { place: wording.who, wording: text, maximum }

  test('the figures that it lacks are its parameters, and without them it is refused by name', () => {
    expect(choicesIn([wording.maximum, rule]).map(({ name }) => name)).toEqual(Object.keys(parameters))
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
