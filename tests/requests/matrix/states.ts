import type { Assessment } from '#shared/assessment/assessment'
import type { Phase } from '#shared/cycle/cycle'
import type { County } from '../../support/county'
import { filledSheet } from '../../support/county/sheets'

/** How this unit's sheet and the year stand; the other words of the column choose what a fixture asks for. */
const DAY = 86_400_000
const signature = { name: '某人', memberId: 'm-0', at: 1 }
const submission = { signature, late: false }

/** Brings about the state of a row, whatever an earlier request has left. */
export async function arrange(county: County, state: string): Promise<void> {
  await Promise.all([
    county.arrange('township-a', { ...standing(), ...(sheets[state]?.() ?? {}) }),
    county.arrangeCycle({ phase: phases[state] ?? 'self-assessment' }),
  ])
}

function standing(): Partial<Assessment> {
  const now = Date.now()
  return {
    ...filledSheet('township'),
    stage: 'filling',
    selfDueAt: now + 30 * DAY,
    selfOpenUntil: now + 60 * DAY,
    reviewOpenUntil: now + 60 * DAY,
    sentToChair: null,
    sentBackNote: null,
    submission: null,
    openedBy: {},
    materials: {},
    paperSheets: [],
    history: [],
  }
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
  over: submitted,
}

const phases: Record<string, Phase> = { preparation: 'preparation', over: 'score-check' }
