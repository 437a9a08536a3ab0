import * as v from 'valibot'
import { parsePoints } from '../scoring/points'

// Fields that rubrics and rules share. Messages are the ends of sentences, as in `rubric-file.ts`.

export const Words = v.pipe(v.string('要写成文字'), v.regex(/\S/, '还空着'))

/** Ids become keys of the stored assessment, where a dot parts a path and `$` begins a command. */
export const Id = v.pipe(
  Words,
  v.check(id => !id.includes('.') && !id.startsWith('$'), '不能有“.”，也不能以“$”开头'),
)

/** 5, 4.5 or 0.05 in the file, as people write points; 500, 450 or 5 hundredths from here on. */
export const Points = v.pipe(
  v.number('要写成数字'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const points = parsePoints(String(dataset.value))
    if (points !== null && points > 0) return points
    addIssue({ message: '要大于0，最多两位小数' })
    return NEVER
  }),
)

/** Points that may also be nothing: a floor, what is left when no tier is reached. */
export const PointsOrNothing = v.union([v.literal(0), Points], '要写成数字，最多两位小数')
