import type { Assessment } from '#shared/assessment/assessment'
import { type LookedDoubt, type LookedItem, lookAtDoubt, lookAtItems, lookAtNoted } from '#shared/content/look-at'
import { heldWords, type Look, type Side, unitSide, type Written } from '#shared/content/written'
import type { RecordDoubt } from '#shared/records/record'
import type { StoredRecords } from '#shared/records/show-records'
import type { Actor } from '../../permissions/permission'
import { fillsFor, reviewsFor, theOffice } from '../../permissions/roles'
import { type HeldTexts, textKey } from '../../repositories/content-checks'
import type { VisitDrafts } from '../../repositories/visit-drafts'

const nothingHeld: HeldTexts = new Set()

/** Who stands on the side of some words: they read them though they are held. */
type Owns = (written: Pick<Written, 'side' | 'author'>) => boolean

/**
 * How this person reads what is written about that unit: the office everything, everybody else what is held only where
 * it is their own side's. `as`: the names under which the person speaks in this request, for a 考核组 or a keeper.
 */
export function readingOf(reader: Actor, unitId: string, held: HeldTexts | undefined, as: readonly Side[] = []): Look {
  return readingAs(held, ({ side, author }) => {
    if (theOffice(reader) || author === reader.memberId || as.includes(side)) return true
    return side === unitSide ? fillsFor(reader, unitId) : reviewsFor(reader, side)
  })
}

/** As `readingOf`, for whoever is of these sides; without any, what stands on a paper for everybody. */
export function readingAs(held: HeldTexts = nothingHeld, owns: Owns = () => false): Look {
  return written => {
    const isHeld = held.size > 0 && held.has(textKey(written))
    return { text: isHeld && !owns(written) ? heldWords : written.text, held: isHeld }
  }
}

/** What was read of a row in place of what is stored. */
export type ReadRow<Row extends { items: object }> = Omit<Row, 'items'> & { items: Record<string, LookedItem> }

export function readRow<Row extends Pick<Assessment, 'items'>>(row: Row, look: Look): ReadRow<Row> {
  return { ...row, items: lookAtItems(row.items, look) }
}

/** The records of some units with the words about them as they may be read; a reason says what the answer says. */
export function readRecords(stored: UnreadRecords, lookOf: (unitId: string) => Look): StoredRecords {
  const doubts = stored.doubts.map(doubt => lookAtDoubt(doubt, lookOf(doubt.unitId)))
  const unread = new Set(
    doubts.flatMap(({ answer }, at) => {
      const words = stored.doubts[at]?.answer?.text
      return answer?.text === heldWords && words !== undefined ? [words] : []
    }),
  )
  if (unread.size === 0) return { ...stored, doubts }
  const readReasons = <Value extends { was: readonly { reason: string }[] }>(corrected: Value): Value => ({
    ...corrected,
    was: corrected.was.map(former => (unread.has(former.reason) ? { ...former, reason: heldWords } : former)),
  })
  return {
    ...stored,
    doubts,
    records: stored.records.map(record => ({ ...record, entries: mapTwice(record.entries, readReasons) })),
    meetings: stored.meetings.map(meeting => ({ ...meeting, marks: mapTwice(meeting.marks, readReasons) })),
  }
}

export type UnreadRecords = Omit<StoredRecords, 'doubts'> & { doubts: readonly RecordDoubt[] }

/** Doubts of several units as this keeper reads them: the answers are its own. */
export function readDoubts(
  doubts: readonly RecordDoubt[],
  reader: Actor,
  held: ReadonlyMap<string, HeldTexts>,
  keeperName: Side,
): LookedDoubt[] {
  return doubts.map(doubt => lookAtDoubt(doubt, readingOf(reader, doubt.unitId, held.get(doubt.unitId), [keeperName])))
}

/** What a member of a 考核组 has noted of one item, as it may be read; undefined where nothing is. */
export function readNoted({ items, groupName, memberId }: VisitDrafts, itemId: string, look: Look) {
  const noted = items[itemId]
  if (!noted) return undefined
  const { looking, at } = noted
  if (!noted.score) return { looking, at, score: null, held: false }
  const { held, ...score } = lookAtNoted(noted.score, { itemId, groupName, memberId, at }, look)
  return { looking, at, score, held }
}

function mapTwice<Value>(
  table: Readonly<Record<string, Record<string, Value>>>,
  of: (value: Value) => Value,
): Record<string, Record<string, Value>> {
  const mapRow = (row: Record<string, Value>) =>
    Object.fromEntries(Object.entries(row).map(([key, one]) => [key, of(one)]))
  return Object.fromEntries(Object.entries(table).map(([key, row]) => [key, mapRow(row)]))
}
