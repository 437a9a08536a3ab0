import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printJson } from '../../rubrics/command/print-json'
import { shippedFiles } from './known'
import { cutByPages } from './table-styles'
import { wordDocument } from './word-document'

const folder = mkdtempSync(join(tmpdir(), 'rubric-'))
const names = ['annex-1-township', 'annex-2-system', 'annex-3-party-government', 'annex-4-enterprise'].map(
  n => `${n}.json`,
)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function rubric(...words: string[]) {
  const command = ['node_modules/tsx/dist/cli.mjs', 'rubrics/command/rubric.ts', ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
  return { status, lines: stdout.trimEnd().split('\n'), error: stderr.trimEnd() }
}

test.each(names)('%s is written as it is kept, to the byte', name => {
  const kept = readFileSync(join('rubrics', name), 'utf8')
  expect(printJson(JSON.parse(kept))).toBe(kept)
})

test('a list that would not fit a line stands below each other', () => {
  const long = '工'.repeat(30)
  expect(printJson({ a: [long, long], b: [1, 2], c: [], d: {} })).toBe(
    `{\n  "a": [\n    "${long}",\n    "${long}"\n  ],\n  "b": [1, 2],\n  "c": [],\n  "d": {}\n}\n`,
  )
})

test('import writes the four files of the project; check and diff find nothing', async () => {
  const [document, out] = [join(folder, 'four.docx'), join(folder, 'four')]
  writeFileSync(document, await wordDocument(shippedFiles().flatMap(cutByPages)))
  const imported = rubric('import', document, '--out', out)
  expect(imported.status).toBe(0)
  expect(imported.lines[0]).toBe('附件1 全县工会工作目标考核评分细则（开发区、乡镇） 接着township')
  expect(imported.lines).toContain('没有放进评分细则的文字（8）')
  for (const name of names) expect(readFileSync(join(out, name))).toEqual(readFileSync(join('rubrics', name)))
  expect(rubric('check', out)).toMatchObject({ status: 0 })
  expect(rubric('diff', 'rubrics', out)).toMatchObject({ status: 0, lines: ['没有变化。'] })
})

test('next year: what is to be decided is printed, check refuses until it is, diff reads as sentences', async () => {
  const [document, out] = [join(folder, 'next.docx'), join(folder, 'next')]
  const [annex] = shippedFiles()
  const [category] = annex?.categories ?? []
  const [first] = category?.items ?? []
  if (!annex || !category || !first) throw new Error('annex 1 has items')
  first.text = first.text.replace('不少于1次', '不少于2次')
  category.items.push({ ...first, text: '关心关爱新就业形态劳动者。', points: 1 })
  category.points = 11
  writeFileSync(document, await wordDocument(cutByPages(annex)))

  const imported = rubric('import', document, '--out', out)
  expect(imported.status).toBe(0)
  expect(imported.lines).toContain('要先定下来的（1）')
  expect(imported.lines).toContain(
    '  附件1“党政重视”第5项是新的一项，编号给a1-26，请写怎么准备，并看短名“关心关爱新就业形态劳”好不好。（第1张表第6行）',
  )
  const file = join(out, names[0] ?? '')
  expect(rubric('check', out)).toMatchObject({ status: 1, lines: [file, '  附件1“党政重视”第5项的怎么准备还空着。'] })
  expect(rubric('diff', 'rubrics', out).status).toBe(2)

  writeFileSync(file, readFileSync(file, 'utf8').replace('"preparation": ""', '"preparation": "拍慰问活动照片"'))
  expect(rubric('diff', join('rubrics', names[0] ?? ''), file).lines).toEqual([
    '调了分值 附件1“党政重视”的分值由10分调为11分。',
    '改了文字 附件1“党政重视”第1项“纳入考核和听取汇报”改了考评内容。',
    '  党委把工会工作纳入全年工作考核内容；每年听取汇报并讨论研究工会工作不少于[删：1][增：2]次。',
    '改了计分方法 附件1“党政重视”第1项“纳入考核和听取汇报”不再核对“听取汇报并讨论研究”。',
    '新增 附件1“党政重视”第5项“关心关爱新就业形态劳”（1分）：关心关爱新就业形态劳动者。',
  ])
})

test('what cannot be read or was not asked rightly is said, and ends with 2', () => {
  const pdf = join(folder, 'scan.pdf')
  writeFileSync(pdf, '%PDF-1.7')
  expect(rubric('import', pdf)).toMatchObject({ status: 2, error: expect.stringContaining('这是 PDF 文件') })
  expect(rubric('import', 'nowhere.docx')).toMatchObject({ status: 2, error: '找不到 nowhere.docx。' })
  expect(rubric('import', '--colour')).toMatchObject({ status: 2, error: expect.stringContaining('用法') })
  expect(rubric().lines[0]).toBe('用法：')
})
