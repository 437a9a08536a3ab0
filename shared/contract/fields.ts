import * as v from 'valibot'

/**
 * The fields that requests are made of. Everything is a primitive or an object with listed keys, so that no operator
 * (`{"$gt": ""}`) can reach a query. The action's argument is the Chinese name that 「…填得不对」 shows.
 */
const text = (name: string, maximum: number) => v.pipe(v.string(name), v.trim(), v.maxLength(maximum, name))

export const optionalText = (name: string, maximum: number) => text(name, maximum)
export const requiredText = (name: string, maximum: number) => v.pipe(text(name, maximum), v.minLength(1, name))

/** Ids are keys of stored objects: letters, digits, `-` and `_` only, and no name that every object has. */
export const id = (name: string) =>
  v.pipe(
    v.string(name),
    v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, name),
    v.check(text => !(text in {}), name),
  )
export const operationId = v.pipe(v.string('操作编号'), v.regex(/^[A-Za-z0-9_-]{16,64}$/, '操作编号'))
export const rubricVersionId = v.pipe(v.string('评分细则'), v.regex(/^[A-Za-z0-9][A-Za-z0-9_@-]{0,95}$/, '评分细则'))

/** 2026, or 2026-drill for a rehearsal. */
export const cycleId = v.pipe(v.string('考核周期'), v.regex(/^\d{4}(-[a-z0-9]{1,20})?$/, '考核周期'))
export const unitId = id('单位')
export const departmentId = id('部室')
export const itemId = id('考评内容')
export const groupId = id('考核组')
export const materialId = id('资料')
export const measure = id('统计项')
export const ticketId = id('上传凭据')

/** Whole numbers in safe range; the domain's own checks then say what is wrong with a score in words. */
export const integer = (name: string) => v.pipe(v.number(name), v.integer(name), v.safeInteger(name))
/** A count: not below nothing, at most two places. */
export const number = (name: string, maximum: number) =>
  v.pipe(
    v.number(name),
    v.minValue(0, name),
    v.maxValue(maximum, name),
    v.check(value => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, name),
  )
export const revision = v.pipe(integer('版本'), v.minValue(0, '版本'))
export const bytes = v.pipe(integer('文件大小'), v.minValue(1, '文件大小'))
export const instant = (name: string) => v.pipe(integer(name), v.minValue(0, name))
/** Any finite number: what is wrong with it as a score is said by `check-self-score` and `check-decision`. */
export const score = v.nullable(v.pipe(v.number('分数'), v.finite('分数')))

/** YYYY-MM-DD of a day that exists, or empty. */
export const dateText = v.union(
  [v.literal(''), v.pipe(v.string('日期'), v.isoDate('日期'), v.check(isCalendarDay, '日期'))],
  '日期',
)
/** YYYY-MM-DD of a day that exists. */
export const day = (name: string) => v.pipe(v.string(name), v.isoDate(name), v.check(isCalendarDay, name))
export const sha256 = v.pipe(v.string('文件摘要'), v.regex(/^[0-9a-f]{64}$/, '文件摘要'))

export const list = <Entry extends v.GenericSchema>(entry: Entry, name: string, minimum: number, maximum: number) =>
  v.pipe(v.array(entry, name), v.minLength(minimum, name), v.maxLength(maximum, name))

export const Nothing = v.strictObject({})

/** 30 February has the form of a day and is none. */
function isCalendarDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
}
