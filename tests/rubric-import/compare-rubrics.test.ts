import fc from 'fast-check'
import { changedWords } from '#shared/rubric/changed-words'
import { compareRubrics } from '#shared/rubric/compare-rubrics'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { shippedDepartments, shippedRubrics } from '../../rubrics/shipped-rubrics'
import { annexOf } from '../support/annexes'

/** What the comparison says after annex 1 was changed. */
function changesAfter(alter: (rubric: Rubric) => void) {
  const after = structuredClone(annexOf('附件1'))
  alter(after)
  return compareRubrics(annexOf('附件1'), after, shippedDepartments)
}

function itemOf(rubric: Rubric, id: string) {
  const item = rubric.categories.flatMap(({ items }) => items).find(candidate => candidate.id === id)
  if (!item) throw new Error(id)
  return item
}

test.each(shippedRubrics)('nothing changed in $annex, nothing said, in whatever order the keys are stored', rubric => {
  const reordered = JSON.parse(JSON.stringify(rubric), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  )
  expect(compareRubrics(rubric, reordered, shippedDepartments)).toEqual([])
})

describe('one change, one line', () => {
  test('新增 and 取消 name the item, its points and its words', () => {
    const changes = changesAfter(rubric => {
      const [category] = rubric.categories
      const dropped = category?.items.splice(1, 1)[0]
      if (dropped) category?.items.push({ ...dropped, id: 'a1-26', number: 4, shortName: '建会', text: '推进建会。' })
    })
    expect(changes.map(({ label, itemId, message }) => [label, itemId, message])).toEqual([
      ['新增', 'a1-26', '附件1“党政重视”第4项“建会”（3分）：推进建会。'],
      ['取消', 'a1-02', '附件1“党政重视”第2项“党建带工建”（3分）：建立健全党建带工建长效工作机制，深化“党工共建”。'],
    ])
  })

  test('改了文字 marks the words that went and came', () => {
    const [change, ...others] = changesAfter(rubric => {
      const item = itemOf(rubric, 'a1-01')
      item.text = item.text.replace('不少于1次', '不少于2次')
    })
    expect(others).toEqual([])
    expect(change?.message).toBe('附件1“党政重视”第1项“纳入考核和听取汇报”改了考评内容。')
    expect(change?.words.map(({ change, text }) => [change, text])).toEqual([
      ['same', '党委把工会工作纳入全年工作考核内容；每年听取汇报并讨论研究工会工作不少于'],
      ['removed', '1'],
      ['added', '2'],
      ['same', '次。'],
    ])
  })

  test('调了分值, of the item and of its category', () => {
    const messages = changesAfter(rubric => {
      itemOf(rubric, 'a1-05').points = 650
      for (const category of rubric.categories) if (category.id === 'a1-c2') category.points = 1950
    }).map(({ label, message }) => `${label} ${message}`)
    expect(messages).toEqual([
      '调了分值 附件1“组织建设”的分值由18分调为19.5分。',
      '调了分值 附件1“组织建设”第5项“一网一卡”的分值由5分调为6.5分。',
    ])
  })

  test('换了部室', () => {
    const [change] = changesAfter(rubric => {
      itemOf(rubric, 'a1-05').department = 'publicity'
    })
    expect(change?.message).toBe('附件1“组织建设”第5项“一网一卡”由组织部改为宣教部。')
  })

  test('移了位置 names only the item that left, not those that closed up', () => {
    const changes = changesAfter(rubric => {
      const [first, second] = rubric.categories
      second?.items.push(...(first?.items.splice(0, 1) ?? []))
      itemsOf({ ...rubric }).forEach((item, index) => {
        item.number = index + 1
      })
    })
    expect(changes.map(({ label, message }) => [label, message])).toEqual([
      ['移了位置', '附件1“组织建设”第9项“纳入考核和听取汇报”，原来是附件1“党政重视”第1项“纳入考核和听取汇报”。'],
    ])
  })

  test('a rule or a fact that is no more', () => {
    const messages = changesAfter(rubric => {
      delete itemOf(rubric, 'a1-04').rule
      delete itemOf(rubric, 'a1-03').facts
    }).map(({ label, message }) => `${label} ${message}`)
    expect(messages).toEqual([
      '改了计分方法 附件1“党政重视”第3项“政府工会联席会议”不再核对“联席会议”。',
      '改了计分方法 附件1“党政重视”第4项“会议培训到会”不再按公式计分。',
    ])
  })

  test('title and name of a category', () => {
    const messages = changesAfter(rubric => {
      rubric.title = '全县工会工作考核评分细则'
      for (const category of rubric.categories) if (category.id === 'a1-c2') category.name = '基层建设'
    }).map(({ message }) => message)
    expect(messages).toEqual([
      '附件1的标题由“全县工会工作目标考核评分细则”改为“全县工会工作考核评分细则”。',
      '附件1“基层建设”原来叫“组织建设”。',
    ])
  })
})

test('pieces spell both wordings, whatever they are', () => {
  const wording = fc
    .array(fc.constantFrom('工', '会', '，', '1', '😀', '次'), { maxLength: 40 })
    .map(signs => signs.join(''))
  fc.assert(
    fc.property(wording, wording, (before, after) => {
      const pieces = changedWords(before, after)
      const spelled = (without: string) =>
        pieces.flatMap(({ change, text }) => (change === without ? [] : text)).join('')
      expect([spelled('added'), spelled('removed')]).toEqual([before, after])
      expect(pieces.every(({ text }) => text !== '')).toBe(true)
    }),
  )
})
