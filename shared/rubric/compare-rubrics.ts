import { type Hundredths, printPoints } from '../scoring/points'
import { changedWords, type WordsPiece } from './changed-words'
import type { Department } from './department'
import { movedItems } from './moved-items'
import type { Category, Item, Rubric } from './rubric'

/** One thing that is other than before. `place` finds it: in the new rubric, or in the old one where it is gone. */
export interface RubricChange {
  kind: ChangeKind
  /** What the change is called on screens: 新增, 取消, 改了文字, 调了分值, 换了部室, 移了位置, 改了计分方法, 改了名称. */
  label: string
  /** 附件1“组织建设”第5项“一网一卡” */
  place: string
  /** The item's id; null where a category or the annex itself changed. */
  itemId: string | null
  /** A whole sentence: 「附件1“组织建设”第5项“一网一卡”的分值由5分调为6分。」 */
  message: string
  /** For changed words, piece by piece; empty otherwise. */
  words: WordsPiece[]
}

export type ChangeKind = 'added' | 'dropped' | 'reworded' | 'points' | 'department' | 'moved' | 'rule' | 'heading'

const labels: Record<ChangeKind, string> = {
  added: '新增',
  dropped: '取消',
  reworded: '改了文字',
  points: '调了分值',
  department: '换了部室',
  moved: '移了位置',
  rule: '改了计分方法',
  heading: '改了名称',
}

/**
 * What one year's annex has that the other has not, by item ids, which duties keep over the years. In the order of the new
 * annex, what was dropped last. Our own lines (短名, 怎么准备) are not the document's and are not compared.
 */
export function compareRubrics(before: Rubric, after: Rubric, departments: readonly Department[]): RubricChange[] {
  const old = new Map(placedItems(before).map(placed => [placed.item.id, placed]))
  const now = placedItems(after)
  const kept = now.filter(({ item }) => old.has(item.id)).map(({ item }) => item.id)
  const moved = movedItems([...old.keys()], kept)
  const nowIds = new Set(now.map(({ item }) => item.id))
  return [
    ...headingChanges(before, after),
    ...categoryChanges(before, after),
    ...now.flatMap(placed => {
      const was = old.get(placed.item.id)
      if (!was) return [change('added', placed, `（${points(placed.item.points)}）：${placed.item.text}`)]
      return itemChanges(was, placed, { isMoved: moved.has(placed.item.id), departments })
    }),
    ...[...old.values()]
      .filter(({ item }) => !nowIds.has(item.id))
      .map(placed => change('dropped', placed, `（${points(placed.item.points)}）：${placed.item.text}`)),
  ]
}

interface PlacedItem {
  item: Item
  category: Category
  place: string
}

function placedItems(rubric: Rubric): PlacedItem[] {
  return rubric.categories.flatMap(category =>
    category.items.map(item => ({
      item,
      category,
      place: `${rubric.annex}“${category.name}”第${item.number}项“${item.shortName}”`,
    })),
  )
}

function itemChanges(
  { item: was, category: oldCategory, place: oldPlace }: PlacedItem,
  placed: PlacedItem,
  { isMoved, departments }: { isMoved: boolean; departments: readonly Department[] },
): RubricChange[] {
  const { item, category } = placed
  const changes: RubricChange[] = []
  if (was.text !== item.text)
    changes.push(change('reworded', placed, '改了考评内容', changedWords(was.text, item.text)))
  if (was.basis !== item.basis)
    changes.push(change('reworded', placed, '改了评分细则', changedWords(was.basis, item.basis)))
  if (was.points !== item.points) {
    changes.push(change('points', placed, `的分值由${points(was.points)}调为${points(item.points)}`))
  }
  const [who, whoBefore] = [scorersOf(item, departments), scorersOf(was, departments)]
  if (who !== whoBefore) changes.push(change('department', placed, `由${whoBefore}改为${who}`))
  if (isMoved || category.id !== oldCategory.id) changes.push(change('moved', placed, `，原来是${oldPlace}`))
  if (!isEqual([was.rule, was.facts, was.factsTogether], [item.rule, item.facts, item.factsTogether])) {
    changes.push(change('rule', placed, ruleChange(was, item)))
  }
  return changes
}

function ruleChange(was: Item, item: Item): string {
  const names = (facts: Item['facts']) => (facts ?? []).map(({ name }) => `“${name}”`)
  const gone = names(was.facts).filter(name => !names(item.facts).includes(name))
  const come = names(item.facts).filter(name => !names(was.facts).includes(name))
  const parts = [
    ...(was.rule && !item.rule ? ['不再按公式计分'] : []),
    ...(!was.rule && item.rule ? ['改为按公式计分'] : []),
    ...(was.rule && item.rule && !isEqual(was.rule, item.rule) ? ['的计分公式变了'] : []),
    ...(gone.length > 0 ? [`不再核对${gone.join('、')}`] : []),
    ...(come.length > 0 ? [`新核对${come.join('、')}`] : []),
  ]
  return parts.length > 0 ? parts.join('，') : '要核对的数字变了'
}

/** 组织部, or 组织部（宣教部可查看，待县总确认）. */
function scorersOf({ department, readers, departmentToBeConfirmed }: Item, departments: readonly Department[]): string {
  const nameOf = (id: string) => departments.find(candidate => candidate.id === id)?.name ?? id
  const notes = [
    ...(readers.length > 0 ? [`${readers.map(nameOf).join('、')}可查看`] : []),
    ...(departmentToBeConfirmed ? ['待县总确认'] : []),
  ]
  return notes.length > 0 ? `${nameOf(department)}（${notes.join('，')}）` : nameOf(department)
}

function categoryChanges(before: Rubric, after: Rubric): RubricChange[] {
  const old = new Map(before.categories.map(category => [category.id, category]))
  return after.categories.flatMap(category => {
    const was = old.get(category.id)
    const at = { place: `${after.annex}“${category.name}”`, item: null }
    if (!was) return []
    return [
      ...(was.name === category.name ? [] : [change('heading', at, `原来叫“${was.name}”`)]),
      ...(was.points === category.points
        ? []
        : [change('points', at, `的分值由${points(was.points)}调为${points(category.points)}`)]),
      ...(isEqual(was.departmentsAsWritten, category.departmentsAsWritten)
        ? []
        : [
            change(
              'department',
              at,
              `的责任部室由${was.departmentsAsWritten.join('、')}改为${category.departmentsAsWritten.join('、')}`,
            ),
          ]),
    ]
  })
}

function headingChanges(before: Rubric, after: Rubric): RubricChange[] {
  const at = { place: after.annex, item: null }
  const fields = [
    ['附件号', before.annex, after.annex],
    ['标题', before.title, after.title],
    ['考核对象', before.audienceAsWritten, after.audienceAsWritten],
    ['表头', before.columns.join(' '), after.columns.join(' ')],
  ] as const
  return fields.flatMap(([name, was, is]) =>
    was === is ? [] : [change('heading', at, `的${name}由“${was}”改为“${is}”`, changedWords(was, is))],
  )
}

function change(
  kind: ChangeKind,
  { place, item }: { place: string; item: Item | null },
  text: string,
  words: WordsPiece[] = [],
): RubricChange {
  return {
    kind,
    label: labels[kind],
    place,
    itemId: item?.id ?? null,
    message: `${place}${text}${/[。；]$/u.test(text) ? '' : '。'}`,
    words,
  }
}

function points(hundredths: Hundredths): string {
  return `${printPoints(hundredths)}分`
}

/** Plain JSON on both sides; a database may give keys back in another order. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortedKeys) === JSON.stringify(b, sortedKeys)
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
