import type { TextName } from '#shared/content/written'
import { type County, cycleId } from '../../support/county'
import { decision, deduction } from '../../support/county/decisions'
import { registration } from '../../support/county/files'
import { entryOf, holdMeetings, putAll, storedDoubt, storedMeeting, storedRecord } from '../../support/county/records'
import { change, filledSheet, newId, rubricOf } from '../../support/county/sheets'
import { suggestion, visitDate } from '../../support/county/visits'
import { heldScoreDoubts } from './score-doubts'

const DAY = 86_400_000
export const liu = 'reviewer-welfare'
export const filler = 'filler-township-a'
export const chair = 'chair-township-a'
export const unit = { cycleId, unitId: 'township-a' }
const party = { cycleId, unitId: 'party-a' }
const [township, partyRubric] = [rubricOf('township'), rubricOf('party-government')]

export type Reading = () => Promise<unknown>
export interface HeldText {
  author: string
  write: (text: string) => Promise<unknown>
  /** Where the author reads it. */
  own: Reading
  /** Everybody else who comes across it. */
  others: Record<string, Reading>
  /** Whose words the office reads of: null, the unit's own. */
  by: string | null
}

/**
 * How each text of the table is written by its own request, and who reads it. A name that is added to the table does not
 * compile here until both are said.
 */
export function heldTexts(county: County, groupId: string): Record<TextName, HeldText> {
  const as = (openid: string) => county.as(openid)
  const sheetAs = (openid: string) => () => as(openid).get('assessment.open', unit)
  const review =
    (openid: string, departmentId: string, of = unit) =>
    () =>
      as(openid).get('review.open', { ...of, departmentId })
  const versionOf = async (unitId: string) => (await county.stored(unitId)).rubricVersionId
  const byItem = (openid: string, departmentId: string, itemId: string, unitId: string) => async () => {
    const rubricVersionId = await versionOf(unitId)
    return as(openid).get('review.by-item', { cycleId, departmentId, rubricVersionId, itemId })
  }
  const pack =
    (openid: string): Reading =>
    async () => {
      const { address } = await as(openid).get('visit.pack', { cycleId, groupId, date: visitDate })
      return (await fetch(address)).json()
    }
  const materialsOnPaper = (openid: string) => () => as(openid).get('form.read', { ...unit, kind: 'materials' })

  /** While the unit fills: 自评 and materials. */
  const filling = () => county.arrange('township-a', { ...filledSheet('township'), stage: 'filling', submission: null })
  const afterHandingIn = async () => {
    await county.arrange('township-a', { stage: 'submitted' })
  }
  const save = async (fields: Parameters<typeof change>[1]) => {
    await filling()
    const changes = [change('a1-01', { revision: 1, ...fields })]
    const { verdicts } = await as(filler).get('assessment.save', { ...unit, changes })
    expect(verdicts).toMatchObject([{ kind: 'saved' }])
    await afterHandingIn()
  }
  const register = async (fields: Parameters<typeof registration>[0]) => {
    await filling()
    await as(filler).get('material.register', registration({ items: ['a1-01'], ...fields }))
    await afterHandingIn()
  }
  const readersOfASheet = {
    'a leader': sheetAs('leader'),
    'the department': review('reviewer-general-office', 'general-office'),
  }
  const readersOfMaterials = {
    ...readersOfASheet,
    'a group on its visit': pack(liu),
    'a leader’s 资料目录': materialsOnPaper('leader'),
  }
  const readersOfSelf = {
    ...readersOfASheet,
    'the department by item': byItem('head-general-office', 'general-office', 'a1-01', 'township-a'),
    'a group on its visit': pack(liu),
  }

  /** 定分, which reaches the units later. */
  const decide = async (departmentId: string, change: ReturnType<typeof decision>) => {
    const { verdicts } = await as(`head-${departmentId}`).get('review.decide', {
      cycleId,
      departmentId,
      decisions: [change],
    })
    expect(verdicts).toMatchObject([{ kind: 'saved' }])
    await county.arrangeCycle({ phase: 'score-check' })
  }
  const visit = async (score: object) => {
    const entry = suggestion('township-a', 'a1-01', 200, 100)
    if (!entry.score) throw new Error('no suggestion')
    const entries = [{ ...entry, score: { ...entry.score, ...score } }]
    const { verdicts } = await as(liu).get('visit.save', { cycleId, groupId, entries })
    expect(verdicts).toMatchObject([{ kind: 'kept' }])
  }
  const ofAVisit = {
    author: liu,
    own: pack(liu),
    others: {
      'the department': review('head-general-office', 'general-office'),
      'the department by item': byItem('head-general-office', 'general-office', 'a1-01', 'township-a'),
    },
    by: '考核二组',
  }

  const cases: Record<TextName, HeldText> = {
    remark: {
      author: filler,
      write: remark => save({ remark, score: 300 }),
      own: sheetAs(chair),
      others: readersOfSelf,
      by: null,
    },
    'not-applicable': {
      author: filler,
      write: notApplicable => save({ score: null, notApplicable }),
      own: sheetAs(filler),
      others: readersOfSelf,
      by: null,
    },
    'sent-back': {
      author: chair,
      write: async note => {
        await county.arrange('township-a', { ...filledSheet('township'), stage: 'awaiting-chair', submission: null })
        await as(chair).get('assessment.send-back', { ...unit, note })
      },
      own: sheetAs(filler),
      others: { 'a leader': sheetAs('leader') },
      by: null,
    },
    'material-name': {
      author: filler,
      write: name => register({ name }),
      own: materialsOnPaper(chair),
      others: readersOfMaterials,
      by: null,
    },
    'document-number': {
      author: filler,
      write: documentNumber => register({ documentNumber }),
      own: sheetAs(filler),
      others: readersOfMaterials,
      by: null,
    },
    whereabouts: {
      author: filler,
      write: whereabouts => register({ whereabouts }),
      own: sheetAs(filler),
      others: readersOfMaterials,
      by: null,
    },
    reason: {
      author: 'head-general-office',
      write: phrase => decide('general-office', deduction(township, 'a1-01', 100, phrase)),
      own: review('reviewer-general-office', 'general-office'),
      others: { 'the unit': sheetAs(filler), 'a leader': sheetAs('leader') },
      by: '办公室',
    },
    departure: {
      author: 'head-general-office',
      write: async departure => {
        await holdMeetings(county, [storedMeeting('spring', { 'township-a': [1] })])
        await decide('general-office', decision(township, 'a1-04', { score: 200, departure }))
      },
      own: review('head-general-office', 'general-office'),
      others: { 'the unit': sheetAs(chair), 'a leader': sheetAs('leader') },
      by: '办公室',
    },
    comment: {
      author: 'head-organization',
      write: comment => decide('organization', { ...decision(partyRubric, 'a3-04', { comment }), unitId: 'party-a' }),
      own: review('reviewer-organization', 'organization', party),
      others: {
        'a department that reads the item': review('head-publicity', 'publicity', party),
        'that department by item': byItem('head-publicity', 'publicity', 'a3-04', 'party-a'),
      },
      by: '组织部',
    },
    supplement: {
      author: 'head-general-office',
      write: reason => {
        const asked = { departmentId: 'general-office', itemId: 'a1-01', operationId: newId() }
        return as('head-general-office').get('review.return', { ...unit, ...asked, reason, until: Date.now() + DAY })
      },
      own: review('reviewer-general-office', 'general-office'),
      others: {
        'the unit': sheetAs(chair),
        'the unit in its notices': () => as(filler).get('notice.list', {}),
        'a leader': sheetAs('leader'),
        'a group on its visit': pack(liu),
      },
      by: '办公室',
    },
    'visit-reason': { ...ofAVisit, write: phrase => visit({ reasons: [{ phrase, points: 100 }] }) },
    'visit-departure': { ...ofAVisit, write: departure => visit({ departure }) },
    'visit-comment': { ...ofAVisit, write: comment => visit({ comment }) },
    doubt: {
      author: filler,
      write: async text => {
        await putAll(county, 'county-records', [storedRecord('articles', { 'township-a': entryOf() })])
        const about = { measure: 'articles', entryId: 'first', operationId: newId() }
        return as(filler).get('record.raise-doubt', { ...unit, ...about, text })
      },
      own: sheetAs(chair),
      others: {
        'its keeper': () => as('head-publicity').get('record.doubts', { cycleId, departmentId: 'publicity' }),
        'its keeper by unit': () =>
          as('head-publicity').get('record.of-unit', { ...unit, departmentId: 'publicity', measure: 'articles' }),
        'a leader': sheetAs('leader'),
        'the department that scores by it': review('reviewer-publicity', 'publicity'),
        'a group on its visit': pack(liu),
      },
      by: null,
    },
    'doubt-answer': {
      author: 'head-publicity',
      write: async text => {
        await putAll(county, 'county-records', [storedRecord('articles', { 'township-a': entryOf() })])
        await putAll(county, 'record-doubts', [storedDoubt('doubt-to-be-answered')])
        const answer = {
          cycleId,
          departmentId: 'publicity',
          doubtId: 'doubt-to-be-answered',
          operationId: newId(),
          text,
        }
        return as('head-publicity').get('record.answer-doubt', answer)
      },
      own: () => as('reviewer-publicity').get('record.doubts', { cycleId, departmentId: 'publicity' }),
      others: {
        'the unit': sheetAs(chair),
        'the unit in its notices': () => as(filler).get('notice.list', {}),
        'a leader': sheetAs('leader'),
        'a group on its visit': pack(liu),
      },
      by: '宣教部',
    },
    ...heldScoreDoubts(county),
  }
  return cases
}
