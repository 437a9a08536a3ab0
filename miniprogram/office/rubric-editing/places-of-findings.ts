import type { UploadedAnnex } from '#shared/contract/rubric-contract'
import type { ImportFinding } from '#shared/rubric-import/rubric-document'
import { sumOf } from '#shared/rubric-import/sum-of'
import type { Category } from './edits'

/** What of the annex is worked on: one of its rows, a 项目, or the lines above the table. */
export type AnnexPart = { kind: 'row'; id: string } | { kind: 'category'; id: string } | { kind: 'heading' }

export function partKey(part: AnnexPart): string {
  return part.kind === 'heading' ? 'heading' : `${part.kind}-${part.id}`
}

/** What a finding speaks of; what has no place of its own concerns the annex. */
export function partOf({ path }: ImportFinding, { file }: Pick<UploadedAnnex, 'file'>): AnnexPart {
  const [first, categoryIndex, second, itemIndex] = path
  const category = first === 'categories' ? file.categories[Number(categoryIndex)] : undefined
  const item = second === 'items' ? category?.items[Number(itemIndex)] : undefined
  if (item) return { kind: 'row', id: item.id }
  return category ? { kind: 'category', id: category.id } : { kind: 'heading' }
}

const weights = ['must', 'look', 'note'] as const
const headings = { must: '要先定', look: '请看一看', note: '供了解' }

/** The findings as they are worked through: what must be decided first. Groups without any are left out. */
export function groupFindings(findings: readonly ImportFinding[]) {
  return weights
    .map(weight => ({ weight, heading: headings[weight], findings: findings.filter(one => one.weight === weight) }))
    .filter(group => group.findings.length > 0)
}

/** The heaviest finding of each part, by `partKey`: how the paper marks it. */
export function marksOf(annex: Pick<UploadedAnnex, 'file' | 'findings'>): Map<string, ImportFinding['weight']> {
  const marks = new Map<string, ImportFinding['weight']>()
  for (const weight of [...weights].reverse()) {
    for (const finding of annex.findings) {
      if (finding.weight === weight && finding.path.length > 0) marks.set(partKey(partOf(finding, annex)), weight)
    }
  }
  return marks
}

/** Whether a person may leave it as it is: what the annex cannot be published without has to be written. */
export function mayStay({ weight, kind, path }: ImportFinding, { file }: Pick<UploadedAnnex, 'file'>): boolean {
  if (weight === 'look') return true
  if (weight === 'note' || kind !== 'points') return false
  const category = file.categories[Number(path[1])]
  const place = path[2] === 'items' ? category?.items[Number(path[3])] : category
  // Written twice: the one that was taken may be right.
  return typeof place?.points === 'number'
}

/** What the rows of a 项目 make, and whether it says the same. */
export function sumInWords({ points, items }: Pick<Category, 'points' | 'items'>): { text: string; isRight: boolean } {
  const sum = sumOf(items)
  return points === sum
    ? { text: `${items.length}项，合计${sum}分`, isRight: true }
    : { text: `各项相加${sum}分`, isRight: false }
}
