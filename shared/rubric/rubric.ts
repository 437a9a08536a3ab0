import type { Fact, FactsTogether, Rule } from '../rules/rule'
import type { Hundredths } from '../scoring/points'

/** 考核对象类别, in the order of their annexes. */
export const audiences = ['township', 'system', 'party-government', 'enterprise'] as const

/** Which annex a unit is scored by. */
export type Audience = (typeof audiences)[number]

/** Ids of 责任部室 are chosen by the county; the shipped rubrics use those of `rubrics/departments.json`. */
export type DepartmentId = string

/** Holds no `.` and no leading `$`, because it is a key inside the stored assessment. Stable across years: `a1-05`. */
export type ItemId = string

/** 考评内容: one row of the annex. Words and points are the source's; what is ours says so. */
export interface Item {
  id: ItemId
  /** Its place in the annex, from 1, as people say it: 「第5项」. */
  number: number
  points: Hundredths
  /** 考评内容 without the points in brackets, every character as written apart from white space. */
  text: string
  /** 评分细则 (on screen 评分依据), as written. */
  basis: string
  /** The one department whose 定分 counts. */
  department: DepartmentId
  /** Departments that may read this item beside the one that scores it (joint categories of annex 3). */
  readers: DepartmentId[]
  /** True while `department` is our default for a joint category: shown as 「待县总确认」 until the office decides. */
  departmentToBeConfirmed: boolean
  /** Ours: a few characters that name the item in lists of items, e.g. 一网一卡. */
  shortName: string
  /** Ours: the 怎么准备 line. */
  preparation: string
  /** `county-record`: the county itself holds what the score rests on, so material is never asked for. */
  evidence: 'material' | 'county-record'
  /** Ours: usual reasons for 不涉及; empty where the item concerns every unit. A unit may still write its own. */
  notApplicableReasons: string[]
  /** How points come about where the document writes a formula; else the department's discretion. */
  rule?: Rule
  /** The document's figures that can be held against records. Shown and judged, never scored. */
  facts?: Fact[]
  /** How several facts of one item are held against it; each apart where nothing is said. */
  factsTogether?: FactsTogether
}

/** 项目: a block of rows with one heading and one merged department cell. */
export interface Category {
  id: string
  name: string
  points: Hundredths
  /** The 考核责任部室 cell as written, one entry a department: 宣传部 stays 宣传部 here. */
  departmentsAsWritten: string[]
  items: Item[]
}

/** One annex: 附件, title, audience and its table. */
export interface Rubric {
  id: string
  /** 附件1 … 附件4 */
  annex: string
  title: string
  audience: Audience
  /** The line under the title without its brackets: 开发区、乡镇. */
  audienceAsWritten: string
  /** The six headings as written, white space removed: 项目 考评内容 评分细则 自评 得分 考核责任部室. */
  columns: [string, string, string, string, string, string]
  categories: Category[]
}

/** A rubric is frozen once it is parsed, so what is looked up in it is worked out once. */
const lookUps = new WeakMap<Rubric, { items: readonly Item[]; byId: ReadonlyMap<ItemId, Item> }>()

function lookUpOf(rubric: Rubric) {
  const known = lookUps.get(rubric)
  if (known) return known
  const items = rubric.categories.flatMap(category => category.items)
  const made = { items, byId: new Map(items.map(item => [item.id, item])) }
  lookUps.set(rubric, made)
  return made
}

/** All items in the order of the annex. */
export function itemsOf(rubric: Rubric): readonly Item[] {
  return lookUpOf(rubric).items
}

/** The item, or undefined where the id belongs to no row of this annex. */
export function findItem(rubric: Rubric, itemId: ItemId): Item | undefined {
  return lookUpOf(rubric).byId.get(itemId)
}

/** The annex's maximum; 100 分 in all four shipped annexes. */
export function maximumOf(rubric: Rubric): Hundredths {
  return rubric.categories.reduce((sum, category) => sum + category.points, 0)
}
