import { printPhone } from '../../../miniprogram/components/people/print-phone'
import { boardRow } from '../../../miniprogram/office/progress/board-row'
import { boardUnits, progressOf } from '../../../miniprogram/office/progress/progress'
import { overdueText, progressSentence, progressText } from '../../../miniprogram/office/progress/progress-text'
import { cycle, deadline, notSubmitted, overdue, overviewUnit } from './overview-units'

const hour = 3_600_000
const extension = { reason: '换届', by: '考核办', at: deadline - 1 }
const sentence = (units: Parameters<typeof progressOf>[0]) => progressSentence(progressOf(units))

describe('the sentence to say aloud', () => {
  test('after the deadline names who is late', () => {
    const units = [overviewUnit('产业集聚区'), overviewUnit('城关镇'), overviewUnit('赵岗乡', overdue)]
    expect(sentence(units)).toEqual({ said: '应报3家，已报2家', late: '逾期1家' })
  })

  test('before it nobody is late', () => {
    const units = [overviewUnit('产业集聚区'), overviewUnit('赵岗乡', notSubmitted)]
    expect(sentence(units)).toEqual({ said: '应报2家，已报1家，还有1家没报', late: '' })
  })

  test('when all are in there is nothing to add', () => {
    expect(sentence([overviewUnit('产业集聚区')])).toEqual({ said: '应报1家，已报1家', late: '' })
  })

  test('who has 展期 is counted apart, as long as it lasts', () => {
    const extended = overviewUnit('马店镇', { ...notSubmitted, extension, dueAt: deadline + 48 * hour })
    const units = [overviewUnit('产业集聚区'), extended, overviewUnit('赵岗乡', notSubmitted)]
    expect(sentence(units).said).toBe('应报3家，已报1家，还有2家没报，其中展期1家')
    expect(sentence([extended, overviewUnit('赵岗乡', overdue)])).toEqual({
      ...{ said: '应报2家，已报0家，展期1家', late: '逾期1家' },
    })
    const over = { ...extended, overdue: true }
    expect(sentence([over])).toEqual({ said: '应报1家，已报0家', late: '逾期1家' })
    expect(sentence([overviewUnit('马店镇', { extension })])).toEqual({ said: '应报1家，已报1家', late: '' })
    expect(boardRow(1, extended, deadline)).toMatchObject({ late: null, extended: '展期到12月17日' })
    expect(progressText({ cycle, units }, deadline)).toContain('展期：马店镇到12月17日。')
  })

  test('a unit that submitted late is not overdue any more', () => {
    expect(sentence([overviewUnit('赵岗乡', { late: true })])).toEqual({ said: '应报1家，已报1家', late: '' })
  })
})

describe('days late', () => {
  test.each([
    [1, '逾期1天，还没有报送'],
    [22 * hour, '逾期1天，还没有报送'],
    [25 * hour, '逾期2天，还没有报送'],
  ])('%d ms after the deadline', (after, text) => expect(overdueText({ dueAt: deadline }, deadline + after)).toBe(text))

  test('count from the unit’s own day', () => {
    const unit = overviewUnit('赵岗乡', { ...overdue, extension, dueAt: deadline + 24 * hour })
    expect(boardRow(1, unit, deadline + 25 * hour)).toMatchObject({
      late: '展期到12月16日，逾期1天，还没有报送',
      extended: null,
    })
  })
})

describe('rows of the board', () => {
  const units = [
    overviewUnit('产业集聚区', { state: 'reviewed', score: { total: 9650, complete: true } }),
    overviewUnit('商务系统', { audience: 'system' }),
    overviewUnit('马店镇', { state: 'supplementing' }),
    overviewUnit('赵岗乡', overdue),
  ]
  const names = (filter: Parameters<typeof boardUnits>[2]) =>
    boardUnits(units, 'township', filter).map(({ number, unit }) => `${number} ${unit.name}`)

  test('keep the number of the county’s order, whatever is left out', () => {
    expect(names('all')).toEqual(['1 产业集聚区', '2 马店镇', '3 赵岗乡'])
    expect(names('not-submitted')).toEqual(['3 赵岗乡'])
    expect(names('supplementing')).toEqual(['2 马店镇'])
    expect(names('not-reviewed')).toEqual(['2 马店镇'])
  })
})

test('今日情况 as text', () => {
  const units = [
    overviewUnit('产业集聚区', { state: 'reviewed', score: { total: 9650, complete: true } }),
    overviewUnit('马店镇', { state: 'supplementing' }),
    overviewUnit('赵岗乡', overdue),
    overviewUnit('商务系统', { audience: 'system', ...overdue }),
  ]
  expect(progressText({ cycle, units }, deadline + 22 * hour)).toBe(
    [
      '2026年度考核　12月16日 周三 16:00',
      '应报4家，已报2家，逾期2家。',
      '开发区、乡镇：应报3家，已报2家。',
      '系统：应报1家，已报0家。',
      '逾期：赵岗乡、商务系统。',
      '待补充：马店镇。',
      '部室评完1家。',
    ].join('\n'),
  )
})

test.each([
  ['13800000312', '138 0000 0312'],
  ['0376-4921234', '0376-4921234'],
  ['', ''],
])('%s is read out as %s', (phone, printed) => expect(printPhone(phone)).toBe(printed))
