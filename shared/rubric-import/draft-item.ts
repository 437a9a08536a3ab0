import { type Department, departmentWrittenAs } from '../rubric/department'
import type { ItemAsRead } from './annex-as-read'
import { carryRules, leftOutMessage } from './carried-rules'
import { unique } from './departments-in-cell'
import type { Match } from './match-items'
import type { FindingKind, ImportFinding } from './rubric-document'
import type { ItemDraft } from './rubric-draft'

interface Asked {
  read: ItemAsRead
  match: Match | null
  number: number
  /** For an item that is new. */
  nextId: () => string
  departments: readonly Department[]
}

/** A finding about the item; `key` is the field that it concerns, `message` follows the item's place. */
export interface ItemRemark {
  kind: FindingKind
  weight: ImportFinding['weight']
  key: keyof ItemDraft
  message: string
}

/** One item of the draft: words and points from the document, what is ours from the known item that it goes on with. */
export function draftItem({ read, match, number, nextId, departments }: Asked): {
  item: ItemDraft
  remarks: ItemRemark[]
} {
  const known = match?.item
  const carried = carryRules(known ?? {}, read.text)
  const scoring = whoScores(read, known, departments)
  const item: ItemDraft = {
    id: known?.id ?? nextId(),
    number,
    points: read.points,
    text: read.text,
    basis: read.basis,
    ...scoring.fields,
    shortName: known?.shortName ?? firstWords(read.text),
    preparation: known?.preparation ?? '',
    evidence: known?.evidence ?? 'material',
    ...(known?.notApplicableReasons ? { notApplicableReasons: known.notApplicableReasons } : {}),
    ...carried.rules,
  }
  const changed: ItemRemark[] = match
    ? match.isSame
      ? []
      : [
          remark(
            'item-reworded',
            'look',
            'text',
            `改了文字，沿用${item.id}“${item.shortName}”的短名和怎么准备，请看还合不合适`,
          ),
        ]
    : [
        remark(
          'item-new',
          'must',
          'preparation',
          `是新的一项，编号给${item.id}，请写怎么准备，并看短名“${item.shortName}”好不好`,
        ),
      ]
  const leftOut = carried.leftOut.map(gone => remark('rule-left-out', 'look', 'text', leftOutMessage(gone)))
  return { item, remarks: [...changed, ...pointsRemarks(read), ...scoring.remarks, ...leftOut] }
}

type Scoring = Pick<ItemDraft, 'department' | 'readers' | 'departmentToBeConfirmed'>

/**
 * Who scores, and who reads. The same departments as before: as before. Otherwise the one that scored before if it is still
 * named, else the first of the cell; of several, the county is to confirm which.
 */
function whoScores(
  read: ItemAsRead,
  known: ItemDraft | undefined,
  departments: readonly Department[],
): { fields: Scoring; remarks: ItemRemark[] } {
  const named = unique(read.departments.flatMap(written => departmentWrittenAs(departments, written)?.id ?? []))
  const before = known ? [known.department, ...(known.readers ?? [])] : []
  const isUnchanged = before.length === named.length && before.every(id => named.includes(id))
  // A spelling that nobody knows, or none at all, is reported at the category; who scored before scores until it is settled.
  if (known && (isUnchanged || named.length === 0)) {
    return {
      fields: fieldsOf(known.department, known.readers ?? [], known.departmentToBeConfirmed === true),
      remarks: [],
    }
  }
  const department = known && named.includes(known.department) ? known.department : (named[0] ?? '')
  const readers = named.filter(id => id !== department)
  const nameOf = (id: string) => departments.find(candidate => candidate.id === id)?.name ?? id
  const remarks: ItemRemark[] = []
  if (readers.length > 0) {
    const all = read.departments.join('、')
    remarks.push(remark('department', 'look', 'department', `写了${all}，先按${nameOf(department)}评分，请县总确认`))
  } else if (department !== '' && known && department !== known.department) {
    remarks.push(
      remark('department', 'look', 'department', `由${nameOf(known.department)}改为${nameOf(department)}评分`),
    )
  }
  return { fields: fieldsOf(department, readers, readers.length > 0), remarks }
}

function fieldsOf(department: string, readers: string[], departmentToBeConfirmed: boolean): Scoring {
  return {
    department,
    ...(readers.length > 0 ? { readers } : {}),
    ...(departmentToBeConfirmed ? { departmentToBeConfirmed } : {}),
  }
}

function pointsRemarks({ points }: ItemAsRead): ItemRemark[] {
  return points === null ? [remark('points', 'must', 'points', '没有写分值，请补上')] : []
}

/** Up to the first stop, ten characters at most: enough to find the item again until somebody names it. */
function firstWords(text: string): string {
  const [first = ''] = text.replace(/[“”‘’"《》]/gu, '').split(/[，。；、：（,;:(]/u)
  return [...first].slice(0, 10).join('')
}

function remark(kind: FindingKind, weight: ItemRemark['weight'], key: keyof ItemDraft, message: string): ItemRemark {
  return { kind, weight, key, message }
}
