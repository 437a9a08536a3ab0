import type { Item } from '#shared/rubric/rubric'
import { countedIn, measuresOf, targetsIn, targetsOf } from '#shared/rules/measures'
import type { Amount, Fact, Rule } from '#shared/rules/rule'
import { annexOf } from '../support/annexes'

const counted = (measure: string) => ({ measure, name: `${measure}数`, unit: '次' })
const amount = (measure: string): Amount => ({ kind: 'measure', ...counted(measure) })
const target = (measure: string): Amount => ({ kind: 'targetFrom', measure })
const fact = (measure: string, to: Amount = 1): Fact => ({ name: measure, of: amount(measure), to, clause: '' })
const pieces = (measure: string): Rule => ({
  kind: 'perPiece',
  levels: [{ ...counted(measure), points: 50 }],
  clause: '',
})
const discretion: Rule = { kind: 'discretion' }

function item(rule: Rule | undefined, facts?: Fact[]): Item {
  const [category] = annexOf('附件1').categories
  const [likeness] = category?.items ?? []
  if (!likeness) throw new Error('annex 1 begins with an item')
  return { ...likeness, rule, facts }
}
const measures = (rule: Rule, facts?: Fact[]) => countedIn(item(rule, facts)).map(({ measure }) => measure)

describe('what an item counts', () => {
  test.each<[string, Rule, string[]]>([
    ['discretion', discretion, []],
    [
      'perEvent',
      { kind: 'perEvent', event: counted('a'), also: [counted('b')], from: pieces('c'), each: 1, floor: 0, clause: '' },
      ['a', 'b', 'c'],
    ],
    ['perEvent alone', { kind: 'perEvent', event: counted('a'), each: 1, floor: 0, clause: '' }, ['a']],
    ['tiers', { kind: 'tiers', name: '', of: amount('a'), tiers: [], otherwise: 0, clause: '' }, ['a']],
    ['proportional', { kind: 'proportional', name: '', of: amount('a'), to: amount('b'), clause: '' }, ['a', 'b']],
    [
      'perPiece',
      { kind: 'perPiece', levels: [counted('a'), counted('b')].map(each => ({ ...each, points: 1 })), clause: '' },
      ['a', 'b'],
    ],
    ['sumOf', { kind: 'sumOf', parts: ['a', 'b'].map(name => ({ name, points: 1, rule: pieces(name) })) }, ['a', 'b']],
    ['notApplicable', { kind: 'notApplicable', when: fact('a'), counts: 'full', otherwise: pieces('b') }, ['a', 'b']],
    ['bonus', { kind: 'bonus', base: pieces('a'), extra: pieces('b'), most: 1, clause: '' }, ['a', 'b']],
    ['gate', { kind: 'gate', requires: fact('a'), most: 0, rule: pieces('b') }, ['a', 'b']],
    [
      'exclusion',
      { kind: 'exclusion', anyOf: [fact('a'), fact('b')], consequence: '', rule: pieces('c') },
      ['a', 'b', 'c'],
    ],
    ['an average', { kind: 'derive', from: { how: 'average', of: 'branches', name: '' }, clause: '' }, []],
    [
      'weighted sources',
      {
        kind: 'derive',
        from: {
          how: 'weighted',
          sources: [
            { name: '', weight: 50, of: { score: 'self' } },
            { name: '', weight: 50, of: { rule: pieces('a') } },
          ],
        },
        clause: '',
      },
      ['a'],
    ],
    ['bands', { kind: 'bands', of: pieces('a'), by: 'place', grades: [], otherwise: '', clause: '' }, ['a']],
  ])('%s', (_, rule, expected) => {
    expect(measures(rule)).toEqual(expected)
  })

  test('both sides of a rate; neither a plain number nor a target nor a quota', () => {
    const rate: Amount = { kind: 'rate', part: counted('a'), whole: counted('b') }
    const quota: Amount = { kind: 'byGroup', values: { 农场: 5 } }
    const facts = [{ ...fact('x'), of: rate, to: 95 }, fact('c', target('d')), fact('e', quota)]
    expect(measures(discretion, facts)).toEqual(['a', 'b', 'c', 'e'])
    expect(countedIn(item(undefined, [{ ...fact('a'), to: undefined }]))).toEqual([counted('a')])
    expect(countedIn(item(undefined))).toEqual([])
  })

  test('each once, with its name and unit and nothing else', () => {
    expect(countedIn(item(pieces('a'), [fact('a'), fact('b')]))).toEqual([counted('a'), counted('b')])
  })
})

test('targets are those of facts and of rules', () => {
  const rule: Rule = { kind: 'proportional', name: '', of: amount('a'), to: target('b'), clause: '' }
  expect(targetsIn(item(rule, [fact('c', target('d')), fact('e', 10)]))).toEqual(['d', 'b'])
})

test('an annex needs what its items need', () => {
  const annex = annexOf('附件3')
  const needed = measuresOf(annex).map(({ measure }) => measure)
  expect(new Set(needed).size).toBe(needed.length)
  expect(needed).toContain('absences')
  expect(targetsOf(annex).every(({ item: of, measure }) => targetsIn(of).includes(measure))).toBe(true)
})
