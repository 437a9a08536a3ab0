import type { CorrectUpload, UploadedAnnex } from '#shared/contract/rubric-contract'
import { audiences } from '#shared/rubric/rubric'

/** An annex as it is sent: the county numbers the rows, and rules and facts follow the words. */
export type Draft = CorrectUpload['file']
export type Category = Draft['categories'][number]
export type Row = Category['items'][number]

export type RowFields = Partial<Omit<Row, 'id'>>
export type CategoryFields = Partial<Pick<Category, 'name' | 'points' | 'departmentsAsWritten'>>
export type HeadingFields = Partial<Pick<Draft, 'annex' | 'title' | 'audience' | 'audienceAsWritten'>>

/** One thing that a person changes. `was` is what stood there: what somebody else wrote meanwhile is never written over. */
export type Edit =
  | { kind: 'row'; itemId: string; was: RowFields; to: RowFields }
  | { kind: 'category'; categoryId: string; was: CategoryFields; to: CategoryFields }
  | { kind: 'heading'; was: HeadingFields; to: HeadingFields }
  | { kind: 'add'; categoryId: string }
  | { kind: 'remove'; itemId: string }
  | { kind: 'move'; itemId: string; categoryId: string }
  /** A finding, by its sentence, that was looked at and stays as it is. */
  | { kind: 'seen'; message: string }

/** The draft of an upload as it is sent. */
export function draftOf({ file }: Pick<UploadedAnnex, 'file'>): Draft {
  const { id: _id, audience, categories, ...heading } = file
  return {
    ...heading,
    audience: audiences.find(known => known === audience) ?? '',
    categories: categories.map(category => ({
      ...category,
      items: category.items.map(
        ({ number: _number, rule: _rule, facts: _facts, factsTogether: _together, ...item }) => ({
          ...item,
          evidence: item.evidence === 'county-record' ? 'county-record' : 'material',
        }),
      ),
    })),
  }
}

/** The draft with the change made. Of what is gone nothing can change. */
export function applyEdit(draft: Draft, edit: Edit): Draft {
  switch (edit.kind) {
    case 'row':
      return withRows(draft, rows => rows.map(row => (row.id === edit.itemId ? { ...row, ...edit.to } : row)))
    case 'category':
      return withCategory(draft, edit.categoryId, category => ({ ...category, ...edit.to }))
    case 'heading':
      return { ...draft, ...edit.to }
    case 'add':
      return withCategory(draft, edit.categoryId, category => ({
        ...category,
        items: [...category.items, newRow(category)],
      }))
    case 'remove':
      return withRows(draft, rows => rows.filter(row => row.id !== edit.itemId))
    case 'move': {
      const found = findRow(draft, edit.itemId)
      const isElsewhere = found !== null && found.category.id !== edit.categoryId
      if (!isElsewhere || !draft.categories.some(({ id }) => id === edit.categoryId)) return draft
      const { row } = found
      const without = withRows(draft, rows => rows.filter(other => other !== row))
      return withCategory(without, edit.categoryId, category => ({ ...category, items: [...category.items, row] }))
    }
    case 'seen':
      return draft
  }
}

/** Whether somebody else has meanwhile written something else where this change was made, or taken it out. */
export function isContradicted(draft: Draft, edit: Edit): boolean {
  switch (edit.kind) {
    case 'row': {
      const found = findRow(draft, edit.itemId)
      return !found || differs(found.row, edit)
    }
    case 'category': {
      const found = draft.categories.find(({ id }) => id === edit.categoryId)
      return !found || differs(found, edit)
    }
    case 'heading':
      return differs(draft, edit)
    default:
      return false
  }
}

export function findRow(draft: Draft, itemId: string): { row: Row; category: Category } | null {
  for (const category of draft.categories) {
    const row = category.items.find(({ id }) => id === itemId)
    if (row) return { row, category }
  }
  return null
}

/** The later change of the same thing takes the place of the earlier one; `was` stays what stood before both. */
export function mergeEdits(edits: readonly Edit[], next: Edit): Edit[] {
  const last = edits.at(-1)
  if (last?.kind === 'row' && next.kind === 'row' && last.itemId === next.itemId) {
    return [...edits.slice(0, -1), { ...next, was: { ...next.was, ...last.was }, to: { ...last.to, ...next.to } }]
  }
  if (last?.kind === 'category' && next.kind === 'category' && last.categoryId === next.categoryId) {
    return [...edits.slice(0, -1), { ...next, was: { ...next.was, ...last.was }, to: { ...last.to, ...next.to } }]
  }
  if (last?.kind === 'heading' && next.kind === 'heading') {
    return [...edits.slice(0, -1), { ...next, was: { ...next.was, ...last.was }, to: { ...last.to, ...next.to } }]
  }
  return [...edits, next]
}

/** Of the fields that are changed, whether one says neither what it said nor what it shall say. */
function differs(now: object, { was, to }: { was: object; to: object }): boolean {
  const [current, before] = [new Map(Object.entries(now)), new Map(Object.entries(was))]
  return Object.entries(to).some(([key, value]) => {
    const text = JSON.stringify(current.get(key))
    return text !== JSON.stringify(before.get(key)) && text !== JSON.stringify(value)
  })
}

/** A category that has lost its last row is gone from the paper as well. */
function withRows(draft: Draft, change: (rows: Row[]) => Row[]): Draft {
  const categories = draft.categories.map(category => ({ ...category, items: change(category.items) }))
  const isLeft = (category: Category, index: number) =>
    category.items.length > 0 || draft.categories[index]?.items.length === 0
  return { ...draft, categories: categories.filter(isLeft) }
}

function withCategory(draft: Draft, categoryId: string, change: (category: Category) => Category): Draft {
  return { ...draft, categories: draft.categories.map(one => (one.id === categoryId ? change(one) : one)) }
}

/** Scored and proved as its neighbour above; its words are to be written. */
function newRow({ items }: Category): Row {
  const above = items.at(-1)
  const { department = '', readers, departmentToBeConfirmed } = above ?? {}
  return {
    id: '',
    points: null,
    text: '',
    basis: above?.basis ?? '',
    department,
    ...(readers ? { readers } : {}),
    ...(departmentToBeConfirmed ? { departmentToBeConfirmed } : {}),
    shortName: '',
    preparation: '',
    evidence: above?.evidence ?? 'material',
  }
}
