import { type County, cycleId } from '../../support/county'
import { decision } from '../../support/county/decisions'
import { newId, rubricOf } from '../../support/county/sheets'
import type { HeldText } from './written'

const unit = { cycleId, unitId: 'township-a' }
const department = { cycleId, departmentId: 'general-office' }
const [chair, filler, head] = ['chair-township-a', 'filler-township-a', 'head-general-office']

/** 疑问 about a score, and what the department says to it. */
export function heldScoreDoubts(county: County): Record<'score-doubt' | 'score-doubt-answer', HeldText> {
  const as = (openid: string) => county.as(openid)
  const sheetAs = (openid: string) => () => as(openid).get('assessment.open', unit)
  const noticesOf = (openid: string) => () => as(openid).get('notice.list', {})
  const review = (openid: string) => () => as(openid).get('review.open', { ...unit, ...department })
  const onTheLeadersList = () => as('leader').get('score-check.list', { cycleId })
  const byItem = async () => {
    const { rubricVersionId } = await county.stored('township-a')
    return as(head).get('review.by-item', { ...department, rubricVersionId, itemId: 'a1-01' })
  }

  const raise = async (text: string) => {
    const decisions = [decision(rubricOf('township'), 'a1-01')]
    await as(head).get('review.decide', { ...department, decisions })
    await county.arrangeCycle({ phase: 'score-check' })
    await as(chair).get('score-check.doubt', { ...unit, itemId: 'a1-01', operationId: newId(), revision: 0, text })
  }
  const leaders = { 'a leader': sheetAs('leader'), 'a leader’s list': onTheLeadersList }
  return {
    'score-doubt': {
      author: chair,
      write: raise,
      own: sheetAs(filler),
      others: {
        ...leaders,
        'the department': review('reviewer-general-office'),
        'the department by item': byItem,
      },
      by: null,
    },
    'score-doubt-answer': {
      author: head,
      write: async text => {
        await raise('签到册上有我们')
        const of = { ...unit, ...department, itemId: 'a1-01', operationId: newId(), revision: 1 }
        await as(head).get('score-check.answer', { ...of, answer: { kind: 'kept', text } })
      },
      own: review('reviewer-general-office'),
      others: { ...leaders, 'the unit': sheetAs(chair), 'the unit in its notices': noticesOf(filler) },
      by: '办公室',
    },
  }
}
