import * as v from 'valibot'
import { FactInFile, RuleInFile } from '../rules/rule-file'
import { Id, Points, Words } from './fields-in-file'

// The shape of `rubrics/annex-*.json`. Messages are the ends of sentences: 「附件1“组织建设”第5项的分值」+「要写成数字」.

const ItemInFile = v.strictObject(
  {
    id: Id,
    number: v.pipe(v.number('要写成数字'), v.integer('要写成整数')),
    points: Points,
    text: Words,
    basis: Words,
    department: Id,
    readers: v.optional(v.array(Id, '要写成一列'), []),
    departmentToBeConfirmed: v.optional(v.boolean('只能写 true 或 false'), false),
    shortName: Words,
    preparation: Words,
    evidence: v.picklist(['material', 'county-record'], '只能写 material 或 county-record'),
    notApplicableReasons: v.optional(v.array(Words, '要写成一列'), []),
    rule: v.optional(RuleInFile),
    facts: v.optional(v.pipe(v.array(FactInFile, '要写成一列'), v.nonEmpty('还空着'))),
    factsTogether: v.optional(v.picklist(['apart', 'all', 'any'], '只能写 apart、all 或 any')),
  },
  '要写成一组',
)

const CategoryInFile = v.strictObject(
  {
    id: Id,
    name: Words,
    points: Points,
    departmentsAsWritten: v.pipe(v.array(Words, '要写成一列'), v.nonEmpty('还空着')),
    items: v.pipe(v.array(ItemInFile, '要写成一列'), v.nonEmpty('还空着')),
  },
  '要写成一组',
)

/** The shape alone; what the parts owe each other is checked by `check-rubric.ts`. */
export const RubricFile = v.strictObject(
  {
    id: Id,
    annex: Words,
    title: Words,
    audience: v.picklist(
      ['township', 'system', 'party-government', 'enterprise'],
      '只能写 township、system、party-government 或 enterprise',
    ),
    audienceAsWritten: Words,
    columns: v.strictTuple([Words, Words, Words, Words, Words, Words], '要写成六个'),
    categories: v.pipe(v.array(CategoryInFile, '要写成一列'), v.nonEmpty('还空着')),
  },
  '不是评分细则',
)
