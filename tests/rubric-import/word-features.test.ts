import type { CategoryDraft } from '#shared/rubric-import/rubric-draft'
import { readRubricDocument } from '../../cloudfunctions/documents/word/read-rubric-document'
import { known, understood } from './known'
import { headingLines, headingRow, paragraph, rawWordFile, row, run, table } from './raw-word-file'

/** What a table of these rows is understood as, without anything known beforehand. */
async function read(body: string, parts: Record<string, string> = {}) {
  const document = await readRubricDocument(rawWordFile(body, parts), { ...known, files: [] })
  const { annexes, unplaced, notices } = understood(document)
  const categories = annexes.flatMap(({ file }) => file.categories)
  return { categories: categories.map(shown), unplaced, notices, annexes }
}

function shown({ name, points, departmentsAsWritten, items }: CategoryDraft) {
  return [name, points, departmentsAsWritten.join('+'), items.map(({ text, points, basis }) => [text, points, basis])]
}

function itemRow(text: string, category = '', department = ''): string {
  return row([category, run(text), run('见资料。'), '', '', department])
}

const first = itemRow('甲项工作。（4分）', run('党政重视10分'), run('办公室'))
const second = itemRow('乙项工作。（6分）')
const twoItems = [
  ['甲项工作。', 4, '见资料。'],
  ['乙项工作。', 6, '见资料。'],
]
const expected = [['党政重视', 10, '办公室', twoItems]]

test('words and points come from the document, with nothing known', async () => {
  const { categories, unplaced } = await read(headingLines + table([headingRow, first, second]))
  expect(categories).toEqual(expected)
  expect(unplaced).toEqual([])
})

describe('what Word puts between rows and words', () => {
  test('修订: inserted words are read, deleted ones and deleted rows are not, and it is said', async () => {
    const text = `${run('甲')}<w:ins w:id="1">${run('项')}</w:ins><w:del w:id="2"><w:r><w:delText>旧词</w:delText></w:r></w:del>${run('工作。（4分）')}`
    const revised = row([run('党政重视10分'), text, run('见资料。'), '', '', run('办公室')])
    const gone = row(['', run('丙'), '', '', '', ''], '<w:trPr><w:del w:id="3"/></w:trPr>')
    const { categories, notices, unplaced } = await read(headingLines + table([headingRow, revised, gone, second]))
    expect(categories).toEqual(expected)
    expect(notices).toEqual(['文件里有还没接受的修订，按全部接受以后的文字读。'])
    expect(unplaced).toEqual([{ place: '文本框、公式或域', words: '丙' }])
  })

  test('content controls, around words, cells and whole tables', async () => {
    const controlled = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const inCell = row([
      run('党政重视10分'),
      controlled(run('甲项工作。（4分）')),
      run('见资料。'),
      '',
      '',
      run('办公室'),
    ])
    const { categories } = await read(headingLines + controlled(table([headingRow, inCell, controlled(second)])))
    expect(categories).toEqual(expected)
  })

  test('bookmarks between merged rows', async () => {
    const merge = (value: string) => [`<w:vMerge w:val="${value}"/>`, '', '', '', '', `<w:vMerge w:val="${value}"/>`]
    const top = row(
      [run('党政重视10分'), run('甲项工作。（4分）'), run('见资料。'), '', '', run('办公室')],
      '',
      merge('restart'),
    )
    const below = row(['', run('乙项工作。（6分）'), run('见资料。'), '', '', ''], '', merge('continue'))
    const bookmark = '<w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/>'
    const { categories } = await read(headingLines + table([headingRow, top, bookmark, below]))
    expect(categories).toEqual(expected)
  })

  test('a row that begins further to the right', async () => {
    const short = row([run('乙项工作。（6分）'), run('见资料。')], '<w:trPr><w:gridBefore w:val="1"/></w:trPr>')
    const { categories } = await read(headingLines + table([headingRow, first, short]))
    expect(categories).toEqual(expected)
  })

  test('gridSpan: a cell over two columns of a finer grid', async () => {
    const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
    const heading = row(['项目', '考评内容', '评分细则', '自评', '得分', '责任部室'].map(run), '', [
      '',
      span(3),
      '',
      '',
      '',
      '',
    ])
    const cells = [run('党政重视10分'), run('甲项工作。（4分）'), run('见资料。'), run('办公室')]
    const spanned = row(cells, '', ['', span(2), span(2), ''])
    const rest = row(['', run('乙项工作。（6分）'), run('见资料。'), '', '', ''], '', ['', span(3), '', '', '', ''])
    const { categories, unplaced } = await read(headingLines + table([heading, spanned, rest]))
    // 办公室 stands where the finer grid has 得分: it is shown, not guessed.
    expect(categories).toEqual([['党政重视', 10, '', twoItems]])
    expect(unplaced).toEqual([{ place: '第1张表第2行第4栏', words: '办公室' }])
  })

  test('one basis cell for two items, one item over two basis cells', async () => {
    const merge = (at: number, value: string) => [0, 1, 2].map(c => (c === at ? `<w:vMerge w:val="${value}"/>` : ''))
    const rows = [
      headingRow,
      row(
        [run('党政重视10分'), run('甲项工作。（4分）'), run('见资料。'), '', '', run('办公室')],
        '',
        merge(2, 'restart'),
      ),
      row(['', run('乙项工作。（6分）'), '', '', '', ''], '', merge(2, 'continue')),
      row(['', run('丙项工作。（2分）'), run('看文件。'), '', '', ''], '', merge(1, 'restart')),
      row(['', '', run('看现场。'), '', '', ''], '', merge(1, 'continue')),
    ]
    const { categories, annexes } = await read(headingLines + table(rows))
    expect(categories[0]?.[3]).toEqual([...twoItems, ['丙项工作。', 2, '看文件。看现场。']])
    const joined = annexes[0]?.findings.filter(({ kind }) => kind === 'layout').map(({ message }) => message)
    expect(joined).toEqual(['附件1“党政重视”第3项的评分细则是两格连起来的（第1张表第5行），请看对不对。'])
  })
})

describe('words outside the table', () => {
  test('headers, notes, comments, text boxes and fields are shown with their place', async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${paragraph(run('框里的字'))}</w:txbxContent></mc:Choice></mc:AlternateContent></w:r>`
    const twice = drawing
      .replaceAll('框里的字', '另一框')
      .replace(
        '</mc:Choice>',
        `</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(run('另一框'))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>`,
      )
    const field = `<w:fldSimple w:instr="DATE">${run('二〇二六年')}</w:fldSimple>`
    const body =
      headingLines + paragraph(drawing) + paragraph(twice) + paragraph(field) + table([headingRow, first, second])
    const { unplaced, categories } = await read(body, {
      'word/header1.xml': `<w:hdr ${w}>${paragraph(run('内部&amp;资料'))}</w:hdr>`,
      'word/footer1.xml': `<w:ftr ${w}>${paragraph(run('— 第 ') + run('1') + run(' 页 —'))}</w:ftr>`,
      'word/footnotes.xml': `<w:footnotes ${w}>${paragraph(run('按人次计'))}</w:footnotes>`,
      'word/comments.xml': `<w:comments ${w}>${paragraph(run('再核一下'))}</w:comments>`,
    })
    expect(categories).toEqual(expected)
    expect(unplaced.map(({ place, words }) => [place, words.trim()])).toEqual([
      ['正文第6段', '另一框'],
      ['页眉', '内部&资料'],
      ['脚注', '按人次计'],
      ['批注', '再核一下'],
      ['文本框、公式或域', '框里的字'],
      ['文本框、公式或域', '二〇二六年'],
    ])
  })

  test('automatic numbers are no words, and it is said', async () => {
    const numbered = `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run('乙项工作。（6分）')}`
    const { categories, notices } = await read(
      headingLines + table([headingRow, first, row(['', numbered, run('见资料。'), '', '', ''])]),
    )
    expect(categories).toEqual(expected)
    expect(notices).toEqual(['文件里有1段用了 Word 自动编号，编号不是文字，没有读进来，请对照原件。'])
  })

  test('a frame of one cell around everything is looked through', async () => {
    const frame = `<w:tbl><w:tr><w:tc>${headingLines}${table([headingRow, first, second])}</w:tc></w:tr></w:tbl>`
    expect((await read(frame)).categories).toEqual(expected)
  })
})
