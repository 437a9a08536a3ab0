import { type Box, emptyBox } from './box'

/** Brings a box of an older format to the next one. The key is the format that it takes. */
const migrations: Record<number, (box: Record<string, unknown>) => Record<string, unknown>> = {
  // Visits came with format 2.
  1: box => ({ ...box, format: 2, visitNotes: {}, visitReturns: {} }),
  // A group's own pictures came with format 3.
  2: box => ({ ...box, format: 3, visitPictures: {}, visitOthers: {}, visitReturns: withTime(box.visitReturns) }),
}

/** When a 限期补充 was said, format 2 did not note: it stands before all that was. */
function withTime(returns: unknown): Record<string, unknown> {
  if (!isRecord(returns)) return {}
  const timed = Object.entries(returns).map(([id, said]) => [id, isRecord(said) ? { at: 0, ...said } : said])
  return Object.fromEntries(timed)
}

/**
 * Reads what is stored under a person's box. Nothing stored is an empty box. `unreadable` is a box that this version
 * cannot know (written by a newer one): it must be left as it is and never written over.
 */
export function openBox(stored: unknown): Box | 'unreadable' {
  if (stored === undefined) return emptyBox
  if (!isRecord(stored)) return 'unreadable'
  let box = stored
  for (let migrate = migrationOf(box); migrate; migrate = migrationOf(box)) box = migrate(box)
  // Only this program writes the key, and the format says which version of it.
  return box.format === emptyBox.format ? (box as unknown as Box) : 'unreadable'
}

function migrationOf(box: Record<string, unknown>) {
  return typeof box.format === 'number' ? migrations[box.format] : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
