import { documentFileName } from '#shared/results/document-name'
import { materialsList } from '#shared/results/materials-list'
import { itemsOf } from '#shared/rubric/rubric'
import { annexOf } from '../support/annexes'
import { sampleForm, sampleMaterials, sampleMaterialsList } from '../support/sample-sheet'

const rubric = annexOf('附件1')

describe('资料目录', () => {
  const { rows } = sampleMaterialsList(rubric)

  test('names every item of the annex, in its order', () => {
    const numbers = [...new Set(rows.map(row => row.number))]
    expect(numbers).toEqual([...itemsOf(rubric).map(item => item.number), null])
  })

  test('a paper that proves two items stands in both places', () => {
    const named = rows.filter(row => row.documentNumber === '马发〔2026〕5号')
    expect(named.map(row => [row.number, row.files])).toEqual([
      [1, '3页'],
      [2, '3页'],
    ])
  })

  test('a paper whose original alone exists says where it is, and has no pages here', () => {
    expect(rows.find(row => row.name.startsWith('党委会议纪要'))).toMatchObject({
      whereabouts: '原件在1号盒第3页',
      files: '',
    })
  })

  test('an item without material is one row of blanks; one that the county proves says so', () => {
    const blank = { name: '', documentNumber: '', date: '', whereabouts: '', files: '' }
    expect(rows.filter(row => row.number === 5)).toEqual([{ number: 5, shortName: '一网一卡', ...blank }])
    expect(rows.find(row => row.number === 4)).toMatchObject({ ...blank, name: '（县总有记录，不用准备）' })
  })

  test('what is not sorted yet comes last and is not forgotten', () => {
    expect(rows.at(-1)).toMatchObject({ number: null, name: '年度工作照片', files: '1份' })
  })

  test('papers of one item stand in the order in which they were registered', () => {
    const materials = Object.fromEntries(Object.entries(sampleMaterials(rubric)).reverse())
    expect(materialsList({ rubric, unitName: '马店镇工会', year: '2026年度', materials }).rows).toEqual(rows)
  })
})

describe('the name of a file', () => {
  const form = sampleForm(rubric, 'self')

  test.each([
    ['self', '马店镇工会 2026年度 自评表.docx'],
    ['scored', '马店镇工会 2026年度 评分表.docx'],
    ['materials', '马店镇工会 2026年度 资料目录.docx'],
  ] as const)('%s', (kind, name) => expect(documentFileName(kind, form)).toBe(name))

  test('a blank form is named after its annex', () => {
    expect(documentFileName('blank', sampleForm(rubric, 'none'))).toBe('附件1（开发区、乡镇） 2026年度 空表.docx')
  })

  test('characters that Windows or a path refuse are replaced', () => {
    const name = documentFileName('self', { ...form, unitName: 'A/B:C工会' })
    expect(name).toBe('A、B、C工会 2026年度 自评表.docx')
  })
})
