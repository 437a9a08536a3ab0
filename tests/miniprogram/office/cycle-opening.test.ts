import type { CycleView } from '#shared/contract/cycle-contract'
import type { RubricVersionRow } from '#shared/contract/rubric-contract'
import {
  chosenVersions,
  newOpening,
  openChoices,
  openingRequest,
} from '../../../miniprogram/office/cycle-opening/opening'

const beijing = (text: string) => Date.parse(`${text}+08:00`)
const last: CycleView = {
  cycleId: '2026',
  title: '2026年度考核',
  documentNumber: '县工〔2026〕11号',
  phase: 'archived',
  selfDeadline: beijing('2026-12-15T18:00'),
  grace: 24 * 3_600_000,
  lockAfterDeadline: true,
  reviewDeadline: beijing('2027-01-10T09:05'),
  departmentStep: 10,
  notApplicable: 'rescale',
  decidedBy: 'any-reviewer',
  rubricVersionIds: { township: 't@1', system: 's@1', 'party-government': 'p@1', enterprise: 'e@1' },
}
const floor = { name: '缺席扣分的底线', options: ['扣到0分为止', '最少留1分'], standing: '扣到0分为止' }
const version = (rubricVersionId: string, fields: Partial<RubricVersionRow> = {}): RubricVersionRow => ({
  rubricVersionId,
  annex: '附件',
  title: '',
  audience: 'township',
  audienceAsWritten: '',
  items: 1,
  origin: 'shipped',
  usedBy: [],
  choices: [],
  ...fields,
})
const versions = [
  version('t@2', { choices: [floor] }),
  version('t@1'),
  version('s@1', { audience: 'system', choices: [floor, { name: '没有选项', options: [], standing: null }] }),
]

describe('a year to begin', () => {
  it('is as last year was, a year on', () => {
    const opening = newOpening(last, 0)
    expect(opening).toMatchObject({
      year: 2027,
      title: '2027年度考核',
      documentNumber: '',
      selfDay: '12月15日',
      selfClock: '18:00',
      graceHours: '24',
      lockAfterDeadline: true,
      reviewDay: '2028年1月10日',
      reviewClock: '9:05',
      departmentStep: 10,
    })
    expect(openingRequest({ ...opening, documentNumber: '县工〔2027〕3号' }, versions)).toMatchObject({
      input: {
        cycleId: '2027',
        selfDeadline: beijing('2027-12-15T18:00'),
        graceHours: 24,
        reviewDeadline: beijing('2028-01-10T09:05'),
      },
    })
  })

  it('without one before it is this year by the county clock', () => {
    expect(newOpening(null, beijing('2027-01-01T00:30'))).toMatchObject({ year: 2027, selfDay: '', graceHours: '0' })
  })

  it('takes the newest version unless another is chosen, and each open choice once', () => {
    expect(chosenVersions(versions, {}).township?.rubricVersionId).toBe('t@2')
    const chosen = chosenVersions(versions, { township: 't@1' })
    expect(chosen.township?.rubricVersionId).toBe('t@1')
    expect(chosen.enterprise).toBeUndefined()
    expect(openChoices(chosenVersions(versions, {}))).toEqual([floor])
  })

  it('sends every version and every choice as it is shown', () => {
    const opening = { ...newOpening(last, 0), documentNumber: '县工〔2027〕3号' }
    expect(openingRequest(opening, versions)).toMatchObject({
      input: { rubricVersionIds: { township: 't@2', system: 's@1' }, decided: { [floor.name]: '扣到0分为止' } },
    })
    const decided = { ...opening, decided: { [floor.name]: '最少留1分' } }
    expect(openingRequest(decided, versions)).toMatchObject({ input: { decided: { [floor.name]: '最少留1分' } } })
  })

  it.each([
    [{ title: ' ' }, { title: '请写考核名称' }],
    [{ documentNumber: '' }, { documentNumber: '请写依据文号' }],
    [{ selfDay: '' }, { self: '请写日期' }],
    [{ selfDay: '2月30日' }, { self: '不是日期，如：12月15日' }],
    [{ selfClock: '25:00' }, { self: '时间要写成 18:00' }],
    [{ graceHours: '1.5' }, { grace: '要写0到240的整数' }],
    [{ graceHours: '241' }, { grace: '要写0到240的整数' }],
    [{ reviewDay: '12月14日' }, { review: '评分截止不能早于报送截止' }],
  ])('with %j says what is wrong', (fields, faults) => {
    expect(openingRequest({ ...newOpening(last, 0), documentNumber: '3号', ...fields }, versions)).toEqual({ faults })
  })
})
