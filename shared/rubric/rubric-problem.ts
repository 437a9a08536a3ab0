import type { BaseIssue } from 'valibot'

type Path = (string | number)[]

/** What is wrong with a rubric file, and where. A finding, never thrown: the office corrects a list, not one line. */
export interface RubricProblem {
  /** Keys from the root of the file, e.g. `['categories', 0, 'items', 4, 'points']`. */
  path: Path
  /** A whole sentence that names annex, category and item: 「附件1“组织建设”第5项的分值要大于0，最多两位小数。」 */
  message: string
}

/** The fields as the office calls them; the keys are those of the files. */
const FIELD_NAMES: Record<string, string> = {
  id: '编号',
  annex: '附件号',
  title: '标题',
  audience: '考核对象类别',
  audienceAsWritten: '考核对象写法',
  columns: '表头',
  categories: '项目表',
  name: '名称',
  points: '分值',
  departmentsAsWritten: '责任部室写法',
  items: '考评内容表',
  number: '序号',
  text: '考评内容',
  basis: '评分细则',
  department: '责任部室',
  readers: '可查看的部室',
  departmentToBeConfirmed: '待县总确认',
  shortName: '短名',
  preparation: '怎么准备',
  evidence: '佐证方式',
  notApplicableReasons: '不涉及的理由',
  writtenAs: '写法',
  rule: '计分方法',
  facts: '要核对的数字',
  factsTogether: '几个数字怎么合着看',
  kind: '计分方法的种类',
  clause: '引用的原文',
  measure: '统计项的编号',
  unit: '单位',
  of: '所依据的数',
  to: '界限',
  upTo: '上限',
  each: '每次扣的分',
  floor: '扣分的底线',
  event: '扣分的情形',
  tiers: '档次',
  from: '起点',
  otherwise: '其余情形',
  parts: '各部分',
  levels: '级别表',
  most: '最多的分',
  weight: '权重',
  sources: '来源',
  grades: '等次',
  bound: '等次的界限',
}

/**
 * Turns a finding of the shape check into a sentence.
 *
 * @param nameOf names the place of a path in the file that was checked
 */
export function problemFromIssue(issue: BaseIssue<unknown>, nameOf: (path: Path) => string): RubricProblem {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  const place = nameOf(path)
  const lastKey = path.filter(key => typeof key === 'string').pop()
  if (lastKey === undefined) return { path, message: `${place}${issue.message}。` }
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { path, message: `${place}多了一栏“${lastKey}”。` }
  }
  const field = FIELD_NAMES[lastKey] ?? `“${lastKey}”`
  if (issue.received !== 'undefined') return { path, message: `${place}的${field}${issue.message}。` }
  const isListTooShort = typeof path[path.length - 1] === 'number'
  return { path, message: isListTooShort ? `${place}的${field}不全。` : `${place}缺少${field}。` }
}

/**
 * Names a place in a rubric file as people find it on paper: 附件1“组织建设”第5项. Takes unknown, because the file may be
 * wrong just there; what has no name yet is counted (第2个项目, 第3行).
 */
export function placeOf(file: unknown, path: Readonly<Path>): string {
  const [firstKey, categoryIndex, secondKey, itemIndex] = path
  const annex = textAt(file, ['annex']) ?? '这份文件'
  if (firstKey !== 'categories' || typeof categoryIndex !== 'number') return annex
  const name = textAt(file, ['categories', categoryIndex, 'name'])
  const category = `${annex}${name === undefined ? `第${categoryIndex + 1}个项目` : `“${name}”`}`
  if (secondKey !== 'items' || typeof itemIndex !== 'number') return category
  const number = valueAt(file, ['categories', categoryIndex, 'items', itemIndex, 'number'])
  return typeof number === 'number' ? `${category}第${number}项` : `${category}第${itemIndex + 1}行`
}

function textAt(file: unknown, path: Readonly<Path>): string | undefined {
  const value = valueAt(file, path)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function valueAt(value: unknown, path: Readonly<Path>): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (typeof value !== 'object' || value === null) return undefined
  return valueAt(Object.getOwnPropertyDescriptor(value, key)?.value, rest)
}
