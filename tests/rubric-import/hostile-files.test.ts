import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { strToU8, zipSync } from 'fflate'
import type { UnreadableReason } from '#shared/rubric-import/unreadable'
import { rawWordFile } from './raw-word-file'

// Each file is read by a process of its own, bundled as the function is: what it takes at most is known afterwards.

const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
const reader = join(folder, 'reader.cjs')
const mostMegabytes = 200
const mostMilliseconds = 20_000

beforeAll(async () => {
  const contents = `
    import { existsSync, readFileSync } from 'node:fs'
    import { shippedDepartments } from '#rubrics/shipped-rubrics'
    import { readRubricDocument } from './cloudfunctions/documents/word/read-rubric-document'
    readRubricDocument(readFileSync(process.argv[2]), { files: [], departments: shippedDepartments }).then(answer => {
      // maxRSS would count what Jest itself held when it began this process; the kernel's peak of the program does not.
      const peak = /VmHWM:\\s+(\\d+)/.exec(existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '')
      const megabytes = Number(peak ? peak[1] : process.resourceUsage().maxRSS) / 1024
      console.log(JSON.stringify({ kind: answer.kind, reason: answer.reason, megabytes }))
    })`
  const stdin = { contents, resolveDir: process.cwd() }
  await build({ stdin, bundle: true, platform: 'node', target: 'node18', format: 'cjs', outfile: reader })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function read(bytes: Uint8Array): { kind: string; reason?: UnreadableReason; megabytes: number } {
  const file = join(folder, 'file.docx')
  writeFileSync(file, bytes)
  const { stdout } = spawnSync(process.execPath, [reader, file], { encoding: 'utf8', timeout: mostMilliseconds })
  return JSON.parse(stdout)
}

function blank(bytes: number): Uint8Array {
  return new Uint8Array(bytes).fill(32)
}

/** A zip whose directory says that its first entry is a thousand bytes long. */
function lying(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  for (let at = 0; at < zip.length - 46; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true)
  }
  return zip
}

const manyEntries = () =>
  Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`a/${index}`, new Uint8Array(0)]))
const externalEntity = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
const laughs =
  '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
const cell = '<w:tc><w:p/></w:tc>'
const wideCell = '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc>'

const refused: [string, UnreadableReason, () => Uint8Array][] = [
  ['a zip bomb', 'unsafe', () => zipSync({ 'word/document.xml': blank(60_000_000) })],
  ['a zip bomb that lies about its size', 'damaged', () => lying(zipSync({ 'word/document.xml': blank(60_000_000) }))],
  ['5000 entries', 'unsafe', () => zipSync({ 'word/document.xml': strToU8('<a/>'), ...manyEntries() })],
  ['50 MB', 'too-large', () => Buffer.concat([rawWordFile(''), Buffer.alloc(50_000_000)])],
  ['an entity from outside', 'unsafe', () => rawWordFile('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>', {}, externalEntity)],
  ['entities that multiply', 'unsafe', () => rawWordFile('<w:p><w:r><w:t>&c;</w:t></w:r></w:p>', {}, laughs)],
  ['an entity in a header', 'unsafe', () => rawWordFile('', { 'word/header1.xml': `${externalEntity}<a/>` })],
  ['as many empty paragraphs as fit', 'too-long', () => rawWordFile('<w:p/>'.repeat(900_000))],
  ['angle brackets', 'too-long', () => rawWordFile('<'.repeat(5_000_000))],
  ['angle brackets below the limit', 'damaged', () => rawWordFile('<'.repeat(58_000))],
  ['elements inside each other', 'damaged', () => rawWordFile('<w:p>'.repeat(28_000) + '</w:p>'.repeat(28_000))],
  [
    'attributes',
    'no-table',
    () => rawWordFile(`<w:p ${Array.from({ length: 55_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`),
  ],
  ['namespaces', 'too-long', () => rawWordFile(Array.from({ length: 5000 }, (_, n) => `<a xmlns="u${n}">`).join(''))],
]

test.each(refused)('%s: %s', (_name, reason, make) => {
  const answer = read(make())
  expect(answer).toMatchObject({ kind: 'unreadable', reason })
  expect(answer.megabytes).toBeLessThan(mostMegabytes)
})

const allowed: [string, () => string][] = [
  ['a table as large as is read', () => `<w:tr>${cell.repeat(60)}</w:tr>`.repeat(200)],
  ['cells that claim a hundred million columns', () => `<w:tr>${wideCell.repeat(30)}</w:tr>`.repeat(200)],
  [
    'one word of a million characters',
    () => `<w:tr><w:tc><w:p><w:r><w:t>${'1'.repeat(1_000_000)}</w:t></w:r></w:p></w:tc>${cell}</w:tr>`,
  ],
]

test.each(allowed)('%s is read within the same bounds', (_name, rows) => {
  const answer = read(rawWordFile(`<w:tbl>${rows()}</w:tbl>`))
  expect(answer.kind).toBe('read')
  expect(answer.megabytes).toBeLessThan(mostMegabytes)
})
