import { departmentsInCell } from '#shared/rubric-import/departments-in-cell'
import type { DocumentAsRead, ReadBlock } from '#shared/rubric-import/document-as-read'
import { categoryWithPoints, itemWithPoints, pointsAlone } from '#shared/rubric-import/points-as-written'
import { understandRubrics } from '#shared/rubric-import/understand-rubrics'
import { readRubricDocument } from '../../cloudfunctions/documents/word/read-rubric-document'
import { shippedDepartments } from '../../rubrics/shipped-rubrics'
import { known, understood } from './known'
import { cell, wordDocument } from './word-document'

describe('a 考核责任部室 cell', () => {
  test.each([
    ['办公室', ['办公室']],
    ['生产   保护部', ['生产保护部']],
    ['厂务\n公开\n办公室', ['厂务公开办公室']],
    ['组织部\n宣传部', ['组织部', '宣传部']],
    ['组织部 办公室', ['组织部', '办公室']],
    ['组织部、宣传部', ['组织部', '宣传部']],
    ['组织部宣传部', ['组织部', '宣传部']],
    ['厂务公开办公室\n办公室', ['厂务公开办公室', '办公室']],
    ['基层工作部\n组织部', ['基层工作部', '组织部']],
    ['基层\n工作部', ['基层工作部']],
    ['', []],
  ])('%j names %j', (cell, names) => {
    expect(departmentsInCell(cell, shippedDepartments)).toEqual(names)
  })

  test('a long text is no list of names, and takes no time', () => {
    const cell = '办公室'.repeat(50_000)
    expect(departmentsInCell(cell, shippedDepartments)).toEqual([cell])
  })
})

describe('points', () => {
  test.each([
    ['党政重视10分', '党政重视', 10],
    ['党政重视（10分）', '党政重视', 10],
    ['党政重视１０分', '党政重视', 10],
    ['党政重视4.5分', '党政重视', 4.5],
    ['10分', '', 10],
    ['党政重视', '党政重视', null],
    ['党政重视0分', '党政重视0分', null],
  ])('%s in a category cell', (cell, words, points) => {
    expect(categoryWithPoints(cell)).toEqual({ words, points })
  })

  test.each([
    ['建会。（5分）', '建会。', 5],
    ['建会。(5分)', '建会。', 5],
    ['建会。（０.５分）', '建会。', 0.5],
    ['建会（5分）。', '建会。', 5],
    ['每次扣1分（每年5分）。', '每次扣1分（每年5分）。', null],
    ['缺席一次扣0.5分。', '缺席一次扣0.5分。', null],
    ['（见资料）', '（见资料）', null],
  ])('%s at the end of an item', (cell, words, points) => {
    expect(itemWithPoints(cell)).toEqual({ words, points })
  })

  test('a cell of points and nothing else', () => {
    expect(['5', '5分', '（5 分）', '五分', '5项', ''].map(pointsAlone)).toEqual([5, 5, null, null, null, null])
  })
})

const columns = ['项目', '考评内容', '评分细则', '自评', '得分', '考核责任部室']
const items = [
  ['党政重视3分', '甲。（1分）', '见资料。', '', '', '办公室'],
  ['', '乙。（2分）', '见资料。', '', '', ''],
]

/** Paragraphs and tables in their order; a table is written as its rows. */
function read(blocks: (string | string[][])[]) {
  const toCell = (text: string) => ({ text, columnSpan: 1, rowSpan: 1 })
  const document: DocumentAsRead = {
    blocks: blocks.map(
      (block, index): ReadBlock =>
        typeof block === 'string'
          ? { kind: 'paragraph', place: `第${index + 1}段`, text: block }
          : { kind: 'table', place: `第${index + 1}张表`, rows: block.map(row => row.map(toCell)) },
    ),
    aside: [],
    notices: [],
  }
  const { annexes, unplaced } = understandRubrics(document, known)
  return {
    headings: annexes.map(({ file }) => [file.annex, file.title, file.audienceAsWritten]),
    counts: annexes.map(({ file }) => file.categories.map(category => category.items.length)),
    unplaced: unplaced.map(({ place, words }) => `${place} ${words}`),
  }
}

const title = '全县工会工作目标考核评分细则'

describe('the lines above a table', () => {
  test.each<[string, string[], string[]]>([
    ['three lines', ['附件1', title, '（开发区、乡镇）'], ['附件1', title, '开发区、乡镇']],
    ['one line', [`附件1：${title}（开发区、乡镇）`], ['附件1', title, '开发区、乡镇']],
    ['half-width brackets', ['附件 1', `${title}`, '(开发区、乡镇)'], ['附件1', title, '开发区、乡镇']],
    [
      'a title on two lines',
      ['附件1', '全县工会工作目标考核', '评分细则', '（开发区、乡镇）'],
      ['附件1', title, '开发区、乡镇'],
    ],
    [
      'another title',
      ['附件2', '2027年全县工会工作考核办法', '（系统）'],
      ['附件2', '2027年全县工会工作考核办法', '系统'],
    ],
    ['no 附件', [title, '（系统）'], ['', title, '系统']],
  ])('%s', (_name, lines, heading) => {
    const { headings, unplaced } = read([...lines, [columns, ...items]])
    expect(headings).toEqual([heading])
    expect(unplaced).toEqual([])
  })

  test('a covering letter that lists the annexes is no heading', () => {
    const letter = ['各乡镇工会：', '附件1：乡镇细则', '附件2：系统细则', '县总工会']
    const { headings, unplaced } = read([
      ...letter,
      '附件1',
      title,
      '单位：　　　2026年度',
      '（开发区、乡镇）',
      [columns, ...items],
    ])
    expect(headings).toEqual([['附件1', title, '开发区、乡镇']])
    expect(unplaced).toEqual(
      [...letter, '单位：　　　2026年度'].map((words, index) => `第${[1, 2, 3, 4, 7][index]}段 ${words}`),
    )
  })
})

describe('where one annex ends and the next begins', () => {
  const narrow = [...columns.slice(0, 5), '责任\n部室']

  test('a heading row without lines above it goes on with the annex, its category counted once', () => {
    const { headings, counts, unplaced } = read(['附件1', title, [columns, ...items], '', [narrow, ...items]])
    expect(headings).toHaveLength(1)
    expect(counts).toEqual([[4]])
    expect(unplaced).toEqual([])
  })

  test.each(['（接上页）', '注：具体见考核办法', '以上共2项'])(
    '%s between two halves is a note, not a heading',
    note => {
      const { headings, unplaced } = read(['附件1', title, [columns, ...items], note, [narrow, ...items]])
      expect(headings).toHaveLength(1)
      expect(unplaced).toEqual([`第4段 ${note}`])
    },
  )

  test('a table without a heading row goes on only directly below, with as many columns', () => {
    expect(read(['附件1', title, [columns, ...items], items]).counts).toEqual([[4]])
    const apart = read([
      '附件1',
      title,
      [columns, ...items],
      '另表：',
      [['姓名', '电话']],
      '附件2',
      '（系统）',
      [columns, ...items],
    ])
    expect(apart.counts).toEqual([[2], [2]])
    expect(apart.unplaced).toEqual(['第4段 另表：', '第5张表第1行第1栏 姓名', '第5张表第1行第2栏 电话'])
  })

  test('totals and remarks in rows are shown, not taken for items', () => {
    const total = [
      ['合计', '3分', '', '', '', ''],
      ['备注', '由考核办解释', '', '', '', ''],
    ]
    const { counts, unplaced } = read(['附件1', title, [columns, ...items, ...total]])
    expect(counts).toEqual([[2]])
    expect(unplaced.map(words => words.split(' ')[1])).toEqual(['合计', '3分', '备注', '由考核办解释'])
  })

  test('what already stands under 自评 and 得分 is shown', () => {
    const filled = [['党政重视1分', '甲。（1分）', '见资料。', '1', '0.5', '办公室']]
    expect(read(['附件1', title, [columns, ...filled]]).unplaced).toEqual([
      '第3张表第2行第4栏 1',
      '第3张表第2行第5栏 0.5',
    ])
  })
})

test('a heading of two rows: the lower one names the columns, the upper one is shown', async () => {
  const down = { rows: 2 }
  const heading = [
    [...columns.slice(0, 3).map(words => cell(words, down)), cell('考核情况', { columns: 2 }), cell('责任部室', down)],
    ['自评', '考核得分'].map(words => cell(words)),
  ]
  const rows = [...heading, ...items.map(row => row.map(words => cell(words)))]
  const file = await wordDocument([{ text: '附件1' }, { text: title }, { text: '（开发区、乡镇）' }, { rows }])
  const { annexes, unplaced } = understood(await readRubricDocument(file, known))
  expect(annexes.map(annex => annex.file.columns)).toEqual([
    ['项目', '考评内容', '评分细则', '自评', '考核得分', '责任部室'],
  ])
  expect(annexes[0]?.file.categories[0]).toMatchObject({ points: 3, departmentsAsWritten: ['办公室'] })
  expect(annexes[0]?.file.categories[0]?.items.map(({ text, points }) => [text, points])).toEqual([
    ['甲。', 1],
    ['乙。', 2],
  ])
  expect(unplaced).toEqual([{ place: '第1张表第1行第4栏', words: '考核情况' }])
})
