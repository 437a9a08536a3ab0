import * as v from 'valibot'
import { Id, Points, PointsOrNothing, Words } from '../rubric/fields-in-file'
import type { Rule } from './rule'

// The shape of a rule in a file, with points as people write them. Messages are the ends of sentences, as in
// `rubric-file.ts`. A choice that the document leaves open has been settled before (`choices.ts`).

const one = '要写成一组'
const list = '要写成一列'
const Num = v.pipe(v.number('要写成数字'), v.finite('要写成数字'), v.minValue(0, '不能小于0'))
const Flag = v.optional(v.boolean('只能写 true 或 false'))

const CountedInFile = { measure: Id, name: Words, unit: Words }

const AmountInFile = v.union(
  [
    Num,
    v.variant('kind', [
      v.strictObject({ kind: v.literal('measure'), ...CountedInFile }),
      v.strictObject({
        kind: v.literal('rate'),
        part: v.strictObject(CountedInFile),
        whole: v.strictObject(CountedInFile),
      }),
      v.strictObject({ kind: v.literal('targetFrom'), measure: Id }),
      v.strictObject({ kind: v.literal('byGroup'), values: v.record(Words, Num) }),
    ]),
  ],
  '要写成数字、measure、rate、targetFrom 或 byGroup',
)

export const FactInFile = v.strictObject(
  {
    name: Words,
    of: AmountInFile,
    to: v.optional(AmountInFile),
    upTo: v.optional(Num),
    must: v.optional(v.picklist(['be-above', 'be-at-most'], '只能写 be-above 或 be-at-most')),
    clause: Words,
  },
  one,
)

/** A rule inside a rule. */
const Inner: v.GenericSchema<unknown, Rule> = v.lazy(() => RuleInFile)

const nonEmptyList = <const Entry extends v.GenericSchema>(entry: Entry) =>
  v.pipe(v.array(entry, list), v.nonEmpty('还空着'))

const BandsInFile = v.variant('by', [
  v.strictObject({
    kind: v.literal('bands'),
    of: Inner,
    by: v.literal('points'),
    grades: nonEmptyList(v.strictObject({ name: Words, bound: Points }, one)),
    otherwise: Words,
    clause: Words,
  }),
  v.strictObject({
    kind: v.literal('bands'),
    of: Inner,
    by: v.literal('place'),
    grades: nonEmptyList(v.strictObject({ name: Words, bound: v.pipe(Num, v.integer('要写成整数')) }, one)),
    otherwise: Words,
    clause: Words,
  }),
])

const SourceInFile = v.strictObject(
  {
    name: Words,
    weight: Num,
    of: v.union(
      [v.strictObject({ score: Words }), v.strictObject({ rule: Inner })],
      '要写成一个得分的名称或一条计分方法',
    ),
  },
  one,
)

export const RuleInFile: v.GenericSchema<unknown, Rule> = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('discretion') }),
    v.strictObject({
      kind: v.literal('perEvent'),
      from: v.optional(Inner),
      event: v.strictObject(CountedInFile, one),
      also: v.optional(v.array(v.strictObject(CountedInFile, one), list)),
      each: Points,
      floor: PointsOrNothing,
      clause: Words,
    }),
    v.strictObject({
      kind: v.literal('tiers'),
      name: Words,
      of: AmountInFile,
      tiers: nonEmptyList(v.strictObject({ from: Num, open: Flag, points: PointsOrNothing }, one)),
      otherwise: PointsOrNothing,
      clause: Words,
    }),
    v.strictObject({
      kind: v.literal('proportional'),
      name: Words,
      of: AmountInFile,
      to: AmountInFile,
      clause: Words,
    }),
    v.strictObject({
      kind: v.literal('sumOf'),
      parts: nonEmptyList(v.strictObject({ name: Words, points: Points, rule: Inner }, one)),
    }),
    v.strictObject({
      kind: v.literal('perPiece'),
      levels: nonEmptyList(v.strictObject({ ...CountedInFile, points: Points }, one)),
      clause: Words,
    }),
    v.strictObject({
      kind: v.literal('notApplicable'),
      when: FactInFile,
      counts: v.picklist(['full', 'rescale', 'zero'], '只能写 full、rescale 或 zero'),
      otherwise: Inner,
    }),
    v.strictObject({ kind: v.literal('bonus'), base: Inner, extra: Inner, most: Points, clause: Words }),
    v.strictObject({ kind: v.literal('gate'), requires: FactInFile, most: PointsOrNothing, rule: Inner }),
    v.strictObject({
      kind: v.literal('exclusion'),
      anyOf: nonEmptyList(FactInFile),
      consequence: Words,
      rule: Inner,
    }),
    v.strictObject({
      kind: v.literal('derive'),
      from: v.variant('how', [
        v.strictObject({ how: v.literal('weighted'), sources: nonEmptyList(SourceInFile) }),
        v.strictObject({ how: v.literal('average'), of: Words, name: Words }),
      ]),
      clause: Words,
    }),
    BandsInFile,
  ],
  '不是已知的计分方法',
)
