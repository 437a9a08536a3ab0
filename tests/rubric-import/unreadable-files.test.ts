import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { type UnreadableReason, unreadable } from '#shared/rubric-import/unreadable'
import { readRubricDocument } from '../../cloudfunctions/documents/word/read-rubric-document'
import { known, shippedFiles } from './known'
import { paragraph, rawWordFile, run } from './raw-word-file'
import { trueMerges } from './table-styles'
import { wordDocument } from './word-document'

const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** An old Office container, of which a reader looks at the names of its streams. */
function container(...streams: string[]): Buffer {
  return Buffer.concat([ole, Buffer.alloc(1024), ...streams.map(name => Buffer.from(name, 'utf16le'))])
}

async function excelFile(): Promise<Uint8Array> {
  const book = new Workbook()
  book.addWorksheet('目标').addRow(['单位', '任务'])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const picture = '<w:r><w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r>'

const files: [string, UnreadableReason, () => Uint8Array | Promise<Uint8Array>][] = [
  ['an old Word file', 'old-word', () => container('WordDocument')],
  ['a Word file with a password', 'encrypted', () => container('EncryptionInfo', 'EncryptedPackage')],
  ['an old Excel file', 'other-office', () => container('Workbook')],
  ['RTF', 'other-word', () => Buffer.from('{\\rtf1\\ansi 考评内容}')],
  ['a web page saved as .doc', 'other-word', () => Buffer.from('<html><table></table></html>')],
  ['PDF', 'pdf', () => Buffer.from('%PDF-1.7\n%…')],
  ['JPEG', 'picture', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ['PNG', 'picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['a picture inside a Word file', 'scan', () => rawWordFile(paragraph(picture))],
  ['a letter without a table', 'no-table', () => rawWordFile(paragraph(run('各乡镇工会：')))],
  ['Excel', 'other-office', excelFile],
  ['some other zip', 'other-zip', () => zipSync({ '细则.docx': strToU8('x') })],
  ['an empty zip', 'damaged', () => zipSync({})],
  ['text', 'not-word', () => Buffer.from('考评内容')],
  ['nothing', 'not-word', () => Buffer.alloc(0)],
  ['XML that is cut off', 'damaged', () => zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') })],
]

test.each(files)('%s: %s', async (_name, reason, make) => {
  const document = await readRubricDocument(await make(), known)
  expect(document).toEqual({ kind: 'unreadable', reason, message: unreadable[reason] })
})

test('every sentence says what to do', () => {
  for (const sentence of Object.values(unreadable)) expect(sentence).toMatch(/^这.+。请.+。$|^这.+没有打开它。请.+。$/)
})

describe('a damaged file', () => {
  test('cut off anywhere, it is answered and never thrown', async () => {
    const whole = await wordDocument(shippedFiles().flatMap(trueMerges))
    for (let part = 1; part < 20; part += 1) {
      const document = await readRubricDocument(whole.subarray(0, Math.floor((whole.length * part) / 20)), known)
      expect(document).toMatchObject({ kind: 'unreadable', reason: 'damaged' })
    }
  })

  test('with a byte changed, it is refused or what was meant is read: never other words', async () => {
    const annex = shippedFiles().slice(2, 3)
    const whole = await wordDocument(annex.flatMap(trueMerges))
    for (let at = 0; at < whole.length; at += 67) {
      const changed = Uint8Array.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x10
      const document = await readRubricDocument(changed, known)
      if (document.kind === 'read') expect(document.annexes.map(({ file }) => file)).toEqual(annex)
    }
  })
})

test('the county’s text file itself is not mistaken for a Word file', async () => {
  const source = readFileSync(join(__dirname, '../rubrics/source.txt'))
  expect(await readRubricDocument(source, known)).toMatchObject({ reason: 'not-word' })
})
