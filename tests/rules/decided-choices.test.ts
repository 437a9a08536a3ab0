import { shippedDepartments } from '#rubrics/shipped-rubrics'
import { parseRubric } from '#shared/rubric/parse-rubric'
import { findItem, type Item } from '#shared/rubric/rubric'
import { decidedValues, namedChoices } from '#shared/rules/decided-choices'
import { evaluateItem } from '#shared/rules/evaluate'
import township from '../../rubrics/annex-1-township.json'
import system from '../../rubrics/annex-2-system.json'
import partyGovernment from '../../rubrics/annex-3-party-government.json'
import enterprise from '../../rubrics/annex-4-enterprise.json'
import { recordsOf } from './unit-records'

const files = [township, system, partyGovernment, enterprise]

/** An item of annex 1 as the county decided. */
function itemDecided(id: string, chosen: Record<string, string>): Item {
  const decided = decidedValues(files, chosen)
  if (!decided) throw new Error('an option of the file was refused')
  const parsed = parseRubric(township, shippedDepartments, decided)
  const item = 'rubric' in parsed ? findItem(parsed.rubric, id) : undefined
  if (!item) throw new Error('annex 1 does not parse as decided')
  return item
}

const sentences = (item: Item, told: Parameters<typeof recordsOf>[0]) =>
  evaluateItem(item, recordsOf(told))
    .trail()
    .map(({ sentence }) => sentence)

describe('what the office may decide for a cycle', () => {
  it('meets each choice once, with the option that stands', () => {
    const choices = namedChoices(files)
    expect(choices.map(({ name, standing }) => [name, standing])).toEqual([
      ['两人缺席同一次会议算几次', '按人次，两人缺席算2次'],
      ['请假、代会算不算缺席', '都不算'],
      ['缺席扣分的底线', '扣到0分为止'],
      ['建会率和入会率怎么核对', '分开核对'],
      ['企业文化示范点几家算完成', '1家就算完成'],
      ['“创争”和职工书屋示范点几家算完成', '1家就算完成'],
      ['稿件和报刊征订怎么核对', '分开核对'],
    ])
    for (const { options } of choices) expect(options.length).toBeGreaterThan(1)
  })

  it.each(namedChoices(files).flatMap(({ name, options }) => options.map(option => [name, option])))(
    '%s: %s leaves every annex whole',
    (name, option) => {
      const decided = decidedValues(files, { [name]: option })
      for (const file of files) expect(parseRubric(file, shippedDepartments, decided ?? {})).toHaveProperty('rubric')
    },
  )

  it('takes no choice and no option that the annexes do not have', () => {
    expect(decidedValues(files, { 别的: '都不算' })).toBeNull()
    expect(decidedValues(files, { 缺席扣分的底线: '扣到负分' })).toBeNull()
    expect(decidedValues(files, { constructor: '都不算' })).toBeNull()
  })
})

describe('请假 counted like 缺席', () => {
  // 2 分; one absence and two leaves are three times 0.5.
  const told = { counts: { absences: 1, leaves: 2, proxies: 4 } }

  it('only where the county decided so', () => {
    expect(evaluateItem(itemDecided('a1-04', {}), recordsOf(told)).figure).toBe(150)
    const item = itemDecided('a1-04', { '请假、代会算不算缺席': '请假算缺席' })
    expect(evaluateItem(item, recordsOf(told)).figure).toBe(50)
    expect(sentences(item, told)).toContain('缺席 1 次、请假 2 次 × 0.5 分，扣 1.5 分，得 0.5 分；依据：县总签到记录')
  })

  it('names only what happened', () => {
    const item = itemDecided('a1-04', { '请假、代会算不算缺席': '请假、代会都算缺席' })
    const some = { counts: { absences: 0, leaves: 0, proxies: 1 } }
    expect(sentences(item, some)).toContain('代会 1 次 × 0.5 分，扣 0.5 分，得 1.5 分；依据：县总签到记录')
  })

  it('is not worked out while 请假 was never recorded', () => {
    const item = itemDecided('a1-04', { '请假、代会算不算缺席': '请假算缺席' })
    expect(evaluateItem(item, recordsOf({ counts: { absences: 1 } })).figure).toBeNull()
  })

  it('counts meetings instead of people', () => {
    const item = itemDecided('a1-04', { 两人缺席同一次会议算几次: '按会议，一次会议只算1次' })
    expect(evaluateItem(item, recordsOf({ counts: { absences: 3, 'absent-meetings': 2 } })).figure).toBe(100)
  })
})

describe('two rates under one 95%', () => {
  const firms = (unionized: number) => ({ 'unionized-private-enterprises': unionized, 'private-enterprises': 100 })
  const last = (choice: string, counts: Record<string, number>) =>
    sentences(itemDecided('a1-08', { 建会率和入会率怎么核对: choice }), { counts })[2]
  const both = { ...firms(95), members: 95, employees: 100 }
  const one = { ...firms(95), members: 94, employees: 100 }
  const none = { ...firms(94), members: 94, employees: 100 }

  it('are only said apart while nobody decides', () => {
    expect(sentences(itemDecided('a1-08', {}), { counts: both })).toHaveLength(3)
  })

  it('all must be reached', () => {
    expect(last('两样都要达到', both)).toBe('这2个数字要都达到：达到2个，算达到')
    expect(last('两样都要达到', one)).toBe('这2个数字要都达到：达到1个，不算达到')
    expect(last('两样都要达到', firms(95))).toBe('这2个数字要都达到：达到1个，还有1个不知道')
    expect(last('两样都要达到', firms(94))).toBe('这2个数字要都达到：达到0个，不算达到')
  })

  it('one is enough', () => {
    expect(last('达到一样就算', one)).toBe('这2个数字达到一个就算：达到1个，算达到')
    expect(last('达到一样就算', none)).toBe('这2个数字达到一个就算：达到0个，不算达到')
    expect(last('达到一样就算', firms(94))).toBe('这2个数字达到一个就算：达到0个，还有1个不知道')
    expect(last('达到一样就算', firms(95))).toBe('这2个数字达到一个就算：达到1个，算达到')
  })

  it('scores nothing either way', () => {
    const { figure, bound } = evaluateItem(
      itemDecided('a1-08', { 建会率和入会率怎么核对: '两样都要达到' }),
      recordsOf({ counts: both }),
    )
    expect([figure, bound]).toEqual([null, { least: 0, most: 200 }])
  })
})
