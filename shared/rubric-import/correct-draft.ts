import type { Department } from '../rubric/department'
import type { Remark } from './annex-as-read'
import { carryRules, leftOutMessage, type Rules } from './carried-rules'
import { problemsOf } from './check-draft'
import { freeIds, idPrefix } from './ids'
import type { ImportedAnnex, ImportFinding } from './rubric-document'
import type { CategoryDraft, ItemDraft, RubricDraft } from './rubric-draft'
import { sumOf } from './sum-of'

type Path = Remark['path']

/** What is kept of an uploaded annex beside its draft, so that a correction can be judged. */
export interface AnnexInWork {
  file: RubricDraft
  /** What was said of the document, as long as it applies. */
  remarks: Remark[]
  /** Rules and facts of the known annex, by item: they come back when the words that they cite do. */
  knownRules: Record<string, Rules>
}

/** An annex as a person has corrected it: without numbers, rules and facts, which follow from the rest. */
export type CorrectedAnnex = Omit<RubricDraft, 'id' | 'categories'> & {
  categories: (Omit<CategoryDraft, 'items'> & { items: Omit<ItemDraft, 'number' | keyof Rules>[] })[]
}

/** What the import said of the document itself; what the parser finds is found anew at every correction. */
export function remarksIn({ file, findings }: ImportedAnnex, departments: readonly Department[]): Remark[] {
  const found = new Set(problemsOf(file, departments).map(({ message }) => message))
  return findings.filter(({ message }) => !found.has(message)).map(toRemark)
}

/**
 * Puts a person's correction in the place of the draft: rows in their order from 1, new ones with ids that were never
 * given, rules and facts as far as their words stand.
 *
 * @param seen findings that the person leaves as they are; what the parser finds cannot be waved away
 * @param takenIds every id ever given, besides those of `before`
 */
export function correctDraft(
  before: AnnexInWork,
  corrected: CorrectedAnnex,
  { seen, takenIds }: { seen: readonly ImportFinding[]; takenIds: readonly string[] },
): Pick<AnnexInWork, 'file' | 'remarks'> {
  const old = new Map(before.file.categories.flatMap(({ items }) => items.map(item => [item.id, item])))
  const taken = [...takenIds, ...old.keys()]
  const ids = freeIds(idPrefix(before.file, corrected.annex, taken), taken)
  const leftOut: Remark[] = []
  let number = 0
  const categories = corrected.categories.map((category, index): CategoryDraft => {
    const items = category.items.map((item, itemIndex): ItemDraft => {
      number += 1
      const was = old.get(item.id)
      const path = ['categories', index, 'items', itemIndex, 'text']
      const { rules, remarks } = rulesOf(item.text, was, before.knownRules[item.id] ?? {}, path)
      leftOut.push(...remarks)
      return { ...item, id: item.id || ids.nextItem(), number, ...rules }
    })
    return { ...category, items }
  })
  const file = { ...corrected, id: before.file.id, categories }
  const isSeen = (remark: Remark) =>
    seen.some(finding => {
      const { path, message } = toRemark(finding)
      return message === remark.message && path.join() === remark.path.join()
    })
  const standing = before.remarks.filter(remark => !isSeen(remark)).flatMap(remark => stillSaid(remark, before, file))
  return { file, remarks: [...standing, ...leftOut] }
}

/** Words that stayed keep what stood beside them; other words take of the known rules those whose phrases they hold. */
function rulesOf(
  text: string,
  was: ItemDraft | undefined,
  known: Rules,
  path: Path,
): { rules: Rules; remarks: Remark[] } {
  if (was?.text === text) {
    const { rule, facts, factsTogether } = was
    return { rules: withoutGaps({ rule, facts, factsTogether }), remarks: [] }
  }
  const { rules, leftOut } = carryRules(known, text)
  const remarks = leftOut.map(
    (gone): Remark => ({
      kind: 'rule-left-out',
      weight: 'look',
      path,
      documentPlace: null,
      message: leftOutMessage(gone),
    }),
  )
  return { rules, remarks }
}

function withoutGaps(rules: Rules): Rules {
  return Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined))
}

/** A remark stands while the field of which it speaks says what it said, wherever its row has moved. */
function stillSaid(remark: Remark, { file: before }: AnnexInWork, after: RubricDraft): Remark[] {
  if (remark.path.length === 0) return remark.kind === 'sum' && totalOf(before) !== totalOf(after) ? [] : [remark]
  const path = movedPath(remark.path, before, after)
  const isSame = path && JSON.stringify(valueAt(before, remark.path)) === JSON.stringify(valueAt(after, path))
  return isSame ? [{ ...remark, path }] : []
}

/** Where the same field of the same item or category is now; null where that is gone. */
function movedPath(path: Path, before: RubricDraft, after: RubricDraft): Path | null {
  const [first, categoryIndex, second, itemIndex, ...rest] = path
  if (first !== 'categories') return path
  const category = before.categories[Number(categoryIndex)]
  const item = second === 'items' ? category?.items[Number(itemIndex)] : undefined
  if (item) {
    for (const [index, { items }] of after.categories.entries()) {
      const place = items.findIndex(({ id }) => id === item.id)
      if (place >= 0) return ['categories', index, 'items', place, ...rest]
    }
    return null
  }
  const index = after.categories.findIndex(({ id }) => id === category?.id)
  return index < 0 ? null : ['categories', index, ...path.slice(2)]
}

function valueAt(value: unknown, [key, ...rest]: Readonly<Path>): unknown {
  if (key === undefined) return value
  if (typeof value !== 'object' || value === null) return undefined
  return valueAt(Object.getOwnPropertyDescriptor(value, key)?.value, rest)
}

function totalOf({ categories }: RubricDraft): number {
  return sumOf(categories.flatMap(({ items }) => items))
}

/** The sentence without the place before it and the full stop after it. */
function toRemark({ place, message, ...rest }: ImportFinding): Remark {
  return { ...rest, message: message.slice(place.length, -1) }
}
