import fc from 'fast-check'
import { type Department, parseDepartments } from '#shared/rubric/department'
import { parseRubric } from '#shared/rubric/parse-rubric'

const departments: Department[] = [
  { id: 'organization', name: '组织部', writtenAs: ['组织部'] },
  { id: 'publicity', name: '宣教部', writtenAs: ['宣教部', '宣传部'] },
]

/** A small annex without fault: two categories, three items, one of them joint. */
function file() {
  return {
    id: 'party-government',
    annex: '附件3',
    title: '考核评分细则',
    audience: 'party-government',
    audienceAsWritten: '党群',
    columns: ['项目', '考评内容', '评分细则', '自评', '得分', '考核责任部室'],
    categories: [
      { id: 'c1', name: '组织建设', points: 5, departmentsAsWritten: ['组织部'], items: [item(1, 4.5), item(2, 0.5)] },
      {
        id: 'c2',
        name: '组宣工作',
        points: 9,
        departmentsAsWritten: ['组织部', '宣传部'],
        items: [
          { ...item(3, 9), readers: ['publicity'], departmentToBeConfirmed: true, notApplicableReasons: ['无企业'] },
        ],
      },
    ],
  }
}

function item(number: number, points: number) {
  return {
    id: `i${number}`,
    number,
    points,
    text: '积极组织活动。',
    basis: '以完成情况计分。',
    department: 'organization',
    shortName: '组织活动',
    preparation: '拍活动通知首页',
    evidence: 'material',
  }
}

/** The file with the value at a dotted path replaced, or taken out where the value is undefined. */
function fileWith(path: string, value: unknown): unknown {
  const changed: unknown = JSON.parse(JSON.stringify(file()))
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let parent: unknown = changed
  for (const key of keys) parent = Reflect.get(Object(parent), key)
  if (value === undefined) Reflect.deleteProperty(Object(parent), last)
  else Reflect.set(Object(parent), last, value)
  return changed
}

function messages(input: unknown): string[] {
  const parsed = parseRubric(input, departments)
  return 'problems' in parsed ? parsed.problems.map(problem => problem.message) : []
}

describe('a file without fault', () => {
  test('points become hundredths, what was omitted is empty, words stay', () => {
    const parsed = parseRubric(file(), departments)
    if ('problems' in parsed) throw new Error(parsed.problems.map(problem => problem.message).join())
    const [organization, joint] = parsed.rubric.categories
    expect(organization?.points).toBe(500)
    expect(organization?.items[0]).toEqual({
      ...item(1, 450),
      readers: [],
      departmentToBeConfirmed: false,
      notApplicableReasons: [],
    })
    expect(joint?.items[0]).toMatchObject({ readers: ['publicity'], departmentToBeConfirmed: true })
    expect(joint?.departmentsAsWritten).toEqual(['组织部', '宣传部'])
  })

  test('the same file is read alike twice, and is not altered', () => {
    const input = file()
    expect(parseRubric(input, departments)).toEqual(parseRubric(input, departments))
    expect(input).toEqual(file())
  })
})

const PLACE = '附件3“组织建设”第1项'

describe('a field that is missing, empty or of another kind', () => {
  test.each([
    ['annex', undefined, '这份文件缺少附件号。'],
    ['title', '', '附件3的标题还空着。'],
    ['title', 5, '附件3的标题要写成文字。'],
    ['audience', 'village', '附件3的考核对象类别只能写 township、system、party-government 或 enterprise。'],
    ['columns', ['项目'], '附件3的表头不全。'],
    ['categories', [], '附件3的项目表还空着。'],
    ['categories.0.name', undefined, '附件3第1个项目缺少名称。'],
    ['categories.0.items', {}, '附件3“组织建设”的考评内容表要写成一列。'],
    ['categories.0.items.0.number', undefined, '附件3“组织建设”第1行缺少序号。'],
    ['categories.0.items.0.preparation', undefined, `${PLACE}缺少怎么准备。`],
    ['categories.0.items.0.shortName', ' ', `${PLACE}的短名还空着。`],
    ['categories.0.items.0.evidence', 'none', `${PLACE}的佐证方式只能写 material 或 county-record。`],
    ['categories.0.items.0.readers', [7], `${PLACE}的可查看的部室要写成文字。`],
    ['categories.0.items.0.maximum', 5, `${PLACE}多了一栏“maximum”。`],
  ])('%s = %j', (path, value, message) => {
    expect(messages(fileWith(path, value))).toContain(message)
  })

  test('what is no rubric at all', () => {
    expect(messages([])).toContain('这份文件缺少附件号。')
    expect(messages('附件1')).toEqual(['这份文件不是评分细则。'])
  })

  test('a problem tells its place in the file too', () => {
    const parsed = parseRubric(fileWith('categories.0.items.0.points', 0), departments)
    expect(parsed).toMatchObject({ problems: [{ path: ['categories', 0, 'items', 0, 'points'] }] })
  })

  test('each of several faults is told', () => {
    const found = messages(fileWith('categories.0.items.0', { id: 'i1', number: 1, points: 4.5 }))
    expect(found).toHaveLength(6)
  })
})

describe('points', () => {
  test.each([0, -5, 4.555, 0.001, 1e21, 12345])('%d is refused', points => {
    expect(messages(fileWith('categories.0.items.0.points', points))).toEqual([`${PLACE}的分值要大于0，最多两位小数。`])
  })

  test.each(['4.5', null, Number.NaN])('%p is no number', points => {
    expect(messages({ ...file(), categories: [{ ...file().categories[0], points }] })).toEqual([
      '附件3“组织建设”的分值要写成数字。',
    ])
  })

  test('a category that is not the sum of its items tells both', () => {
    expect(messages(fileWith('categories.0.points', 6))).toEqual(['附件3“组织建设”写的是6分，各项相加是5分。'])
  })
})

describe('ids and numbers', () => {
  test.each(['a.1', '$set'])('%s cannot be an id', id => {
    expect(messages(fileWith('categories.0.items.0.id', id))).toEqual([`${PLACE}的编号不能有“.”，也不能以“$”开头。`])
  })

  test('an id used twice is told where it comes again', () => {
    expect(messages(fileWith('categories.1.items.0.id', 'i1'))).toEqual([
      '附件3“组宣工作”第3项的编号“i1”前面已经用过。',
    ])
    expect(messages(fileWith('categories.1.id', 'c1'))).toEqual(['附件3“组宣工作”的编号“c1”前面已经用过。'])
  })

  test('numbers run on from category to category', () => {
    expect(messages(fileWith('categories.1.items.0.number', 4))).toEqual([
      '附件3“组宣工作”第4项的序号不连续，这里应是3。',
    ])
  })
})

describe('departments', () => {
  const JOINT = '附件3“组宣工作”第3项'

  test.each([
    ['categories.0.items.0.department', 'welfare', `${PLACE}的责任部室“welfare”不在部室表里。`],
    ['categories.0.departmentsAsWritten', ['宣保部'], '附件3“组织建设”的责任部室“宣保部”不在部室表里。'],
    ['categories.1.items.0.readers', ['welfare'], `${JOINT}可查看的部室“welfare”不在部室表里。`],
    ['categories.1.items.0.readers', ['organization'], `${JOINT}可查看的部室“organization”就是责任部室，不用再写。`],
    ['categories.1.items.0.readers', ['publicity', 'publicity'], `${JOINT}可查看的部室“publicity”写了两次。`],
  ])('%s = %j', (path, value, message) => {
    expect(messages(fileWith(path, value))).toEqual([message])
  })

  test.each([
    [{}, '部室表要写成一列部室。'],
    [[], '部室表还空着。'],
    [[{ id: 'a', writtenAs: ['甲'] }], '部室表第1个部室缺少名称。'],
    [[{ id: 'a', name: '甲', writtenAs: [] }], '部室表第1个部室的写法还空着。'],
    [[departments[0], departments[0]], '部室表里编号“organization”用了两次。'],
  ])('a list of departments %j', (input, message) => {
    const parsed = parseDepartments(input)
    expect('problems' in parsed && parsed.problems[0]?.message).toBe(message)
  })
})

test('whatever JSON comes in, the answer is a list of sentences, never an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), input => {
      const found = messages(input)
      expect(found.length).toBeGreaterThan(0)
      for (const message of found) expect(message).toMatch(/。$/)
    }),
  )
})
