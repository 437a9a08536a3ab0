import { choicesIn, settleChoices, undecided } from '#shared/rules/choices'
import { decidedValues, namedChoices } from '#shared/rules/decided-choices'

const floor = {
  choice: '扣分的底线',
  value: 0,
  options: [
    { text: '扣到0分为止', value: 0 },
    { text: '扣到1分为止', value: 1 },
  ],
}
const open = { choice: '表彰前几名' }

describe('choices in a file', () => {
  test('are found with what stands, what can be decided and where they are', () => {
    expect(choicesIn({ items: [{ rule: { floor } }, { most: open }], title: '无' })).toEqual([
      { name: '扣分的底线', value: 0, options: floor.options, path: ['items', 0, 'rule', 'floor'] },
      { name: '表彰前几名', value: undefined, options: [], path: ['items', 1, 'most'] },
    ])
  })

  test('are not looked for inside of a choice', () => {
    expect(choicesIn({ choice: '底线', value: open })).toMatchObject([{ name: '底线', value: open }])
  })

  test('are none where the word means something else', () => {
    for (const file of [null, 'choice', 3, { choice: 3 }, { choice: null, value: 1 }, { choices: '底线' }])
      expect(choicesIn(file)).toEqual([])
  })

  test('take only options with words and a value', () => {
    const options = [
      null,
      '1家',
      { text: '1家' },
      { value: 1 },
      { text: 1, value: 1 },
      { text: '2家', value: 2, why: '' },
    ]
    expect(choicesIn({ choice: '几家', options })[0]?.options).toEqual([{ text: '2家', value: 2 }])
    expect(choicesIn({ choice: '几家', options: { text: '1家', value: 1 } })[0]?.options).toEqual([])
  })

  test('are found down to 64 levels, deeper than any rubric', () => {
    const nested = (levels: number) => {
      let file: unknown = open
      for (let level = 0; level < levels; level += 1) file = { rule: file }
      return file
    }
    expect(choicesIn(nested(64))).toHaveLength(1)
    expect(choicesIn(nested(65))).toEqual([])
    expect(JSON.stringify(settleChoices(nested(64), { 表彰前几名: 3 }))).toContain(':3}')
    expect(JSON.stringify(settleChoices(nested(65), { 表彰前几名: 3 }))).toContain(':null}')
  })

  test('and lists nest as deep as objects do', () => {
    let list: unknown = open
    for (let level = 0; level < 65; level += 1) list = [list]
    expect(choicesIn(list)).toEqual([])
    expect(JSON.stringify(settleChoices(list))).toContain('null')
  })
})

describe('deciding', () => {
  const file = { floor, list: [open, 1, null], text: '原文' }

  test('what the cycle decided stands before what the file says', () => {
    expect(settleChoices(file, { 扣分的底线: 1, 表彰前几名: 3 })).toEqual({
      floor: 1,
      list: [3, 1, null],
      text: '原文',
    })
    expect(settleChoices(file, { 扣分的底线: 0 })).toEqual({ floor: 0, list: [open, 1, null], text: '原文' })
    expect(settleChoices(file)).toEqual({ floor: 0, list: [open, 1, null], text: '原文' })
  })

  test('what nobody decided is told', () => {
    expect(undecided(file).map(({ name }) => name)).toEqual(['表彰前几名'])
    expect(undecided(file, { 表彰前几名: 3 })).toEqual([])
  })

  test('a name that every object has decides nothing', () => {
    const named = { choice: 'constructor' }
    expect(undecided(named)).toHaveLength(1)
    expect(settleChoices(named, {})).toBe(named)
  })
})

describe('the office', () => {
  test('meets each name once, in the order of the file, with the words of what stands', () => {
    const other = { ...floor, value: 1 }
    expect(namedChoices([{ a: floor, b: open }, { c: other }])).toEqual([
      { name: '扣分的底线', options: ['扣到0分为止', '扣到1分为止'], standing: '扣到0分为止' },
      { name: '表彰前几名', options: [], standing: null },
    ])
    expect(namedChoices([other])[0]?.standing).toBe('扣到1分为止')
    expect(namedChoices([{ ...floor, value: 7 }])[0]?.standing).toBeNull()
    expect(namedChoices([])).toEqual([])
  })

  test('compares whole values, not only numbers', () => {
    const event = (measure: string) => ({ measure, name: '缺席' })
    const choice = {
      choice: '算几次',
      value: event('b'),
      options: [
        { text: '按人次', value: event('a') },
        { text: '按会议', value: event('b') },
      ],
    }
    expect(namedChoices([choice])[0]?.standing).toBe('按会议')
    expect(decidedValues([choice], { 算几次: '按人次' })).toEqual({ 算几次: event('a') })
  })

  test('decides by the words of an option, of whichever annex has it', () => {
    expect(decidedValues([{ floor }], {})).toEqual({})
    expect(decidedValues([{ floor }, { open }], { 扣分的底线: '扣到1分为止' })).toEqual({ 扣分的底线: 1 })
    const further = { ...floor, options: [{ text: '不设底线', value: -1 }] }
    expect(decidedValues([{ floor }, { further }], { 扣分的底线: '不设底线' })).toEqual({ 扣分的底线: -1 })
  })

  test('one option that no annex has leaves all undecided', () => {
    const another = { choice: '几家', options: [{ text: '扣到1分为止', value: 9 }] }
    expect(decidedValues([floor, another], { 扣分的底线: '扣到1分为止', 几家: '2家' })).toBeNull()
    expect(decidedValues([floor, another], { 扣分的底线: '扣到1分为止' })).toEqual({ 扣分的底线: 1 })
    expect(decidedValues([open], { 表彰前几名: '3' })).toBeNull()
  })
})
