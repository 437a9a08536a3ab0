import type { Category, Item, Rubric } from '#shared/rubric/rubric'
import { printPoints } from '#shared/scoring/points'

/** 「18项」: counts of items are said the same everywhere. */
export const numbersOf = (items: readonly Item[]): string => items.map(item => item.number).join('、')

/** 「填好18项，还有7项」, or 「25项都填好了」. */
export function filledWords(filled: number, unfilled: number): string {
  return unfilled === 0 ? `${filled}项都填好了` : `填好${filled}项，还有${unfilled}项`
}

/** 第5项　组织建设　18分 */
export function placeWords(rubric: Rubric, item: Item): string {
  const category = categoryOf(rubric, item)
  return `第${item.number}项　${category ? `${category.name}　${printPoints(category.points)}分` : ''}`
}

/** The block of the annex that an item stands in. */
export function categoryOf(rubric: Rubric, item: Item): Category | undefined {
  return rubric.categories.find(({ items }) => items.includes(item))
}

/** The department of an item as its annex writes it; a joint category names all of its departments. */
export function departmentWords(rubric: Rubric, item: Item): string {
  return categoryOf(rubric, item)?.departmentsAsWritten.join('、') ?? '部室'
}

/** Who asks: the 考核组 that did on its visit, else the department. */
export function askerWords(rubric: Rubric, item: Item, { groupName }: { groupName?: string }): string {
  return groupName || departmentWords(rubric, item)
}

/** 组织部评分, with 「待县总确认」 while the department of a joint item is only our default. */
export function scoredByWords(rubric: Rubric, item: Item): string {
  return `${departmentWords(rubric, item)}评分${item.departmentToBeConfirmed ? '（待县总确认）' : ''}`
}
