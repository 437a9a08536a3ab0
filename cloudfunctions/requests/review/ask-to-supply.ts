import type { HistoryEntry, Instant, SupplementRequest } from '#shared/assessment/assessment'
import { isSupplementOpen } from '#shared/assessment/summarize'
import type { UnitState } from '#shared/assessment/unit-state'
import { lookAtSupplement } from '#shared/content/look-at'
import type { SupplementView } from '#shared/contract/assessment-contract'
import type { Item, Rubric } from '#shared/rubric/rubric'
import type { Actor, Verdict } from '../../permissions/permission'
import { askForSupplement } from '../../repositories/assessment-reviews'
import { readWithHistory, type StoredSheet } from '../../repositories/assessments'
import type { HeldTexts } from '../../repositories/content-checks'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { historyEntry } from '../assessment/history-entry'
import { readingOf } from '../views/reading'
import { sheetState, supplementView } from '../views/sheet-view'

interface Asking {
  sheet: StoredSheet
  rubric: Rubric
  item: Item
  supplement: Omit<SupplementRequest, 'askedBy'>
  /** What is held of the words about the unit. */
  held: HeldTexts
  operationId: string
  /** What was sent: one operation id carries one body. */
  body: object
  asker: Actor
  now: Instant
  /** Asked again of a sheet that has moved meanwhile. */
  mayStill(sheet: StoredSheet): Verdict
}

/** Asks the unit to supply something for one item: one guarded write, a second attempt where the sheet moved. */
export async function askToSupply(asking: Asking): Promise<{ supplement: SupplementView; state: UnitState } | Refusal> {
  const { item, operationId, body, asker, now, rubric } = asking
  const supplement = { ...asking.supplement, askedBy: asker.memberId }
  const look = readingOf(asker, asking.sheet.unitId, asking.held)
  const answer = (sheet: StoredSheet, asked: SupplementRequest) => ({
    supplement: supplementView(lookAtSupplement(asked, item.id, look)),
    state: sheetState(sheet, rubric),
  })
  let sheet = asking.sheet
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const from = sheet.items[item.id]?.supplement ?? null
    const change = { operationId, body, itemId: item.id, part: 'supplement', revision: 0, from, to: supplement }
    const entry = historyEntry(asker, now, change)
    if (await askForSupplement(sheet, item.id, supplement, entry))
      return answer(asked(sheet, item.id, supplement), supplement)
    const current = await readWithHistory(sheet._id)
    if (!current) return refuse('assessment.unknown')
    const applied = current.history.find(done => done.operationId === operationId)
    if (applied)
      return isRepeated(applied, entry)
        ? answer(current, current.items[item.id]?.supplement ?? supplement)
        : refuse('operation.reused')
    const verdict = asking.mayStill(current)
    if (verdict !== true) return new Refusal(verdict)
    sheet = current
  }
  return refuse('server.busy')
}

function isRepeated(applied: HistoryEntry, entry: HistoryEntry): boolean {
  return applied.bodyHash === entry.bodyHash
}

/** The sheet as it stands once it is asked; asking again while it is open counts once. */
function asked(sheet: StoredSheet, itemId: string, supplement: SupplementRequest): StoredSheet {
  const assessed = sheet.items[itemId]
  const supplementsOpen = sheet.summary.supplementsOpen + (isSupplementOpen(assessed) ? 0 : 1)
  return {
    ...sheet,
    items: { ...sheet.items, [itemId]: { ...assessed, supplement } },
    summary: { ...sheet.summary, supplementsOpen },
  }
}
