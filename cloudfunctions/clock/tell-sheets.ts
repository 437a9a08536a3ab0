import { assessmentId, type Instant } from '#shared/assessment/assessment'
import { isDoubtOpen } from '#shared/assessment/score-doubt'
import { isSupplementOpen } from '#shared/assessment/summarize'
import { findItem, type Rubric } from '#shared/rubric/rubric'
import { areAllIn, listUntold, noteTold, type UntoldSheet } from '../repositories/assessment-news'
import { textKey } from '../repositories/content-checks'
import { addNews } from '../repositories/cycles'
import { listDepartments } from '../repositories/departments'
import { listPeopleOf, listReviewers } from '../repositories/members'
import { type Notice, planNotices } from '../repositories/notices'
import { readRubricVersions } from '../repositories/rubric-versions'
import { readUnits } from '../repositories/units'
import { doubtNotices } from './doubt-notices'
import { planInParts } from './plan-in-parts'
import { type Addressee, peopleFor, planFor } from './plan-notice'
import type { Step } from './step'

/** A sheet's items are up to 60 KB. */
const SHEETS = 20

/**
 * What has happened to sheets: handed in, asked to supply, given another day, a score doubted, a doubt answered. The
 * request leaves its operation as a mark in the same write; what is to be told follows from the sheet as it stands, so no
 * event can be lost and none be told that was taken back.
 */
export const tellSheets: Step = {
  name: 'tell-sheets',
  async run({ now }) {
    const sheets = await listUntold(SHEETS)
    if (sheets.length === 0) return null
    const unitIds = sheets.map(({ unitId }) => unitId)
    const [people, units, rubrics, departments, reviewers] = await Promise.all([
      listPeopleOf(unitIds),
      readUnits(unitIds),
      readRubricVersions(sheets.map(({ rubricVersionId }) => rubricVersionId)),
      listDepartments(),
      sheets.some(({ items }) => Object.values(items).some(isDoubtOpen)) ? listReviewers() : [],
    ])
    const unitNames = new Map(units.map(({ _id, name }) => [_id, name]))
    const departmentNames = new Map(departments.map(({ _id, name }) => [_id, name]))
    const planned = sheets.flatMap(sheet => {
      const known = { people, reviewers, unitName: unitNames.get(sheet.unitId) ?? '', departmentNames }
      return noticesOf(sheet, rubrics.get(sheet.rubricVersionId), known, now)
    })
    await planInParts(planned, planNotices)
    await Promise.all([...new Set(sheets.filter(isIn).map(({ cycleId }) => cycleId))].map(tellIfAllIn))
    await noteTold(sheets)
    return sheets.length < SHEETS ? null : 'more'
  },
}

interface Known {
  people: readonly Addressee[]
  reviewers: readonly Addressee[]
  unitName: string
  departmentNames: ReadonlyMap<string, string>
}

function noticesOf(sheet: UntoldSheet, rubric: Rubric | undefined, known: Known, now: Instant): Notice[] {
  const { cycleId, unitId, submission } = sheet
  const { people, unitName } = known
  const subject = { cycleId, unitId, unitName }
  const returned = Object.entries(sheet.items).flatMap(([itemId, item]) => {
    const { supplement } = item
    const number = rubric && findItem(rubric, itemId)?.number
    if (!supplement || !number || !isSupplementOpen(item)) return []
    const { until, reason, at, departmentId, groupName } = supplement
    const by = groupName || (known.departmentNames.get(departmentId) ?? '部室')
    const occasion = { ...subject, kind: 'returned' as const, itemId, occasion: at, expiresAt: until }
    const quotes = { key: textKey({ side: groupName || departmentId, text: reason }), text: reason }
    return planFor(
      peopleFor('returned', unitId, people, now),
      { ...occasion, facts: { by, number, reason, until }, quotes },
      now,
    )
  })
  if (!submission) return [...returned, ...extensionOf(sheet, subject, people, now)]
  const doubts = Object.entries(sheet.items).flatMap(([itemId, item]) => {
    const number = rubric && findItem(rubric, itemId)?.number
    if (!item.doubt || !number) return []
    const departmentName = known.departmentNames.get(item.doubt.departmentId) ?? '部室'
    const ofItem = { ...subject, itemId, number, departmentName }
    return doubtNotices(item, ofItem, { ofUnits: people, reviewers: known.reviewers }, now)
  })
  const { name, at, memberId } = submission.signature
  // Who pressed the button has seen it.
  const others = peopleFor('received', unitId, people, now).filter(({ _id }) => _id !== memberId)
  const received = { ...subject, kind: 'received' as const, itemId: null, occasion: at }
  return [
    ...returned,
    ...doubts,
    ...planFor(others, { ...received, facts: { by: name, at, late: submission.late } }, now),
  ]
}

function extensionOf(
  { selfDueAt, extension }: UntoldSheet,
  subject: { cycleId: string; unitId: string; unitName: string },
  people: readonly Addressee[],
  now: Instant,
): Notice[] {
  if (!extension || now >= selfDueAt) return []
  const occasion = { ...subject, kind: 'extended' as const, itemId: null, occasion: extension.signature.at }
  const facts = { until: selfDueAt, takenBack: extension.length === 0 }
  return planFor(peopleFor('extended', subject.unitId, people, now), { ...occasion, expiresAt: selfDueAt, facts }, now)
}

const isIn = ({ submission }: UntoldSheet) => submission !== null

async function tellIfAllIn(cycleId: string): Promise<void> {
  if (await areAllIn(cycleId)) await addNews(cycleId, 'all-in')
}

/** The sheet that a notice is about. */
export const sheetOf = ({ cycleId, unitId }: Pick<Notice, 'cycleId' | 'unitId'>) =>
  unitId === null ? null : assessmentId(cycleId, unitId)
