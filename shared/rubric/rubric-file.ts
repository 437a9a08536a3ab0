import * as v from 'valibot'
import { parsePoints } from '../scoring/points'

// The shape of `rubrics/annex-*.json`. Messages are the ends of sentences: 「附件1“组织建设”第5项的分值」+「要写成数字」.

const Words = v.pipe(v.string('要写成文字'), v.regex(/\S/, '还空着'))

/** Ids become keys of the stored assessment, where a dot parts a path and `$` begins a command. */
const Id = v.pipe(
  Words,
  v.check(id => !id.includes('.') && !id.startsWith('$'), '不能有“.”，也不能以“$”开头'),
)

/** 5, 4.5 or 0.05 in the file, as people write points; 500, 450 or 5 hundredths from here on. */
const Points = v.pipe(
  v.number('要写成数字'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const points = parsePoints(String(dataset.value))
    if (points !== null && points > 0) return points
    addIssue({ message: '要大于0，最多两位小数' })
    return NEVER
  }),
)

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
