import type { Assessment } from '#shared/assessment/assessment'
import { summarize } from '#shared/assessment/summarize'
import type { Phase } from '#shared/cycle/cycle'
import type { Material } from '#shared/materials/material'
import { itemsOf } from '#shared/rubric/rubric'
import type { County } from '../../support/county'
import { storedDecision, storedDoubt } from '../../support/county/decisions'
import { filledSheet, rubricOf } from '../../support/county/sheets'

/** How this unit's sheet and the year stand; the other words of the column choose what a fixture asks for. */
const DAY = 86_400_000
const signature = { name: '某人', memberId: 'm-0', at: 1 }
const submission = { signature, late: false }

/** Brings about the state of a row, whatever an earlier request has left. */
export async function arrange(county: County, state: string): Promise<void> {
  await Promise.all([
    county.arrange('township-a', { ...standing(), ...(sheets[state]?.() ?? {}) }),
    county.arrangeCycle({
      phase: phases[state] ?? 'self-assessment',
      decidedBy: state === 'any-reviewer' ? 'any-reviewer' : 'department-head',
    }),
  ])
}

function standing(): Partial<Assessment> {
  const now = Date.now()
  const { items, summary } = filledSheet('township')
  return {
    items,
    summary: { ...summary, materials: 1 },
    stage: 'filling',
    selfDueAt: now + 30 * DAY,
    selfOpenUntil: now + 60 * DAY,
    reviewOpenUntil: now + 60 * DAY,
    sentToChair: null,
    sentBackNote: null,
    submission: null,
    openedBy: {},
    materials: { [materialOfThisUnit]: material },
    paperSheets: [],
    history: [],
  }
}

/** Proves a1-01, an item of the 办公室. */
export const materialOfThisUnit = 'material-of-this-unit'
const material: Material = {
  revision: 1,
  name: '党委会议纪要',
  documentNumber: '',
  date: '',
  whereabouts: '原件在1号盒第3页',
  files: [],
  items: ['a1-01'],
  registeredAt: 1,
  signature,
  bodyHash: '',
}

/** Every item has the 定分 of its department. */
function reviewed(): Partial<Assessment> {
  const { items } = filledSheet('township')
  for (const { id, department, points } of itemsOf(rubricOf('township'))) {
    items[id] = { ...items[id], reviews: { [department]: storedDecision(points) } }
  }
  return { ...submitted(), items, summary: summarize(rubricOf('township'), { items, materials: {} }) }
}

/** The unit asks the 办公室 to look at a1-01 again. */
function doubted(): Partial<Assessment> {
  const { items = {}, ...sheet } = reviewed()
  const doubted = { ...items, 'a1-01': { ...items['a1-01'], doubt: storedDoubt() } }
  return { ...sheet, items: doubted, summary: summarize(rubricOf('township'), { items: doubted, materials: {} }) }
}

const submitted = (): Partial<Assessment> => ({ stage: 'submitted', submission })

const sheets: Record<string, () => Partial<Assessment>> = {
  incomplete: () => {
    const { items, summary } = filledSheet('township')
    const { 'a1-25': _last, ...rest } = items
    return { items: rest, summary: { ...summary, self: { ...summary.self, count: summary.self.count - 1 } } }
  },
  'awaiting-chair': () => ({ stage: 'awaiting-chair', sentToChair: signature }),
  submitted,
  opened: () => ({ ...submitted(), openedBy: { 'general-office': 1 } }),
  supplementing: () => {
    const { items, summary } = filledSheet('township')
    const supplement = { departmentId: 'general-office', reason: '缺会议记录', until: Date.now() + DAY, at: 1 }
    return {
      ...submitted(),
      items: { ...items, 'a1-01': { ...items['a1-01'], supplement } },
      summary: { ...summary, supplementsOpen: 1 },
    }
  },
  closed: () => ({ selfDueAt: Date.now() - 2, selfOpenUntil: Date.now() - 1 }),
  'review-closed': () => ({ ...submitted(), reviewOpenUntil: Date.now() - 1 }),
  'joint-review': submitted,
  over: submitted,
  'any-reviewer': submitted,
  reviewed,
  released: reviewed,
  doubted,
  confirmed: () => ({ ...reviewed(), stage: 'checked' }),
}

const phases: Record<string, Phase> = {
  preparation: 'preparation',
  'joint-review': 'joint-review',
  over: 'score-check',
  released: 'score-check',
  doubted: 'score-check',
  confirmed: 'score-check',
  filed: 'archived',
}
