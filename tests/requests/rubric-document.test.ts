import { Workbook } from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { unreadable } from '#shared/rubric-import/unreadable'
import { type County, startCounty } from '../support/county'
import { newWords, readRubric, rubricTicket, wordFile } from '../support/county/rubrics'
import { newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const fileName = '2027年细则.docx'
const verdict = (input: object) => county.as('office').verdict('rubric.read-document', { fileName, ...input })

describe('rubric.read-document', () => {
  it('refuses what is no ticket, and one that was never given', async () => {
    expect(await verdict({ ticketId: { $gt: '' } })).toBe('call.invalid-input')
    expect(await verdict({ ticketId: newId(), fileName: '' })).toBe('call.invalid-input')
    expect(await verdict({ ticketId: newId() })).toBe('material.ticket-unknown')
  })

  it("refuses another person's ticket, one for something else, and a file that has not come", async () => {
    const content = await wordFile()
    const another = await rubricTicket(county, content, 'head-welfare')
    expect(await verdict({ ticketId: another })).toBe('material.ticket-unknown')
    const tickets = county.database.collection('upload-tickets')
    const ticketId = await rubricTicket(county, content)
    await tickets.doc(ticketId).update({ use: 'table' })
    expect(await verdict({ ticketId })).toBe('material.ticket-unknown')
    await tickets.doc(ticketId).update({ use: 'rubric', path: 'incoming/never-sent.docx' })
    expect(await verdict({ ticketId })).toBe('material.not-uploaded')
  })

  it('refuses a file that is not the one that was announced', async () => {
    const ticketId = await rubricTicket(county, await wordFile())
    await county.database
      .collection('upload-tickets')
      .doc(ticketId)
      .update({ sha256: '0'.repeat(64) })
    expect(await verdict({ ticketId })).toBe('material.altered')
  })

  const ole = (stream: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(1024),
      Buffer.from(stream, 'utf16le'),
    ])
  it.each([
    ['an old Word file', 'old-word', () => ole('WordDocument')],
    ['a file with a password', 'encrypted', () => ole('EncryptedPackage')],
    ['a PDF', 'pdf', () => Buffer.from('%PDF-1.7\n')],
    ['a picture', 'picture', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['RTF', 'other-word', () => Buffer.from('{\\rtf1 考评内容}')],
    ['text', 'not-word', () => Buffer.from('考评内容')],
    ['another zip', 'other-zip', () => Buffer.from(zipSync({ 'a.txt': strToU8('x') }))],
    ['an Excel file', 'other-office', excelFile],
    ['a file that is cut off', 'damaged', async () => (await wordFile()).subarray(0, 4000)],
  ] as const)('says of %s what to do, each time it is asked', async (_what, reason, make) => {
    const ticketId = await rubricTicket(county, await make())
    const ask = () => county.as('office').ask('rubric.read-document', { ticketId, fileName })
    for (const reply of [await ask(), await ask()]) {
      expect(reply).toMatchObject({ ok: false, problem: { code: 'document.unreadable', message: unreadable[reason] } })
    }
  })

  it('understands the document beside this year and keeps what it understood', async () => {
    const read = await readRubric(county)
    const [annex] = read.annexes
    expect(read).toMatchObject({ fileName, by: '考核办', revision: 0, changed: null, unplaced: [], notices: [] })
    expect(annex).toMatchObject({ carriedFrom: 'party-government', rubricVersionId: null })
    expect(annex?.findings.map(({ weight, kind, documentPlace }) => [weight, kind, documentPlace])).toEqual([
      ['look', 'sum', null],
      ['must', 'sum', null],
      ['look', 'item-reworded', '第1张表第2行'],
      ['look', 'rule-left-out', '第1张表第2行'],
      ['must', 'item-new', '第1张表第5行'],
    ])
    expect(annex?.file.categories[0]?.items[3]).toMatchObject({ id: 'a3-14', number: 4, text: newWords, points: 2 })
    expect(await county.as('office').get('rubric.upload', { uploadId: read.uploadId })).toEqual(read)
    const { uploads } = await county.as('office').get('rubric.uploads', {})
    expect(uploads.find(({ uploadId }) => uploadId === read.uploadId)).toMatchObject({
      fileName,
      annexes: ['附件3'],
      published: 0,
    })
  })

  it('delivered twice, also at once, it is read once and says the same', async () => {
    const ticketId = await rubricTicket(county, await wordFile())
    const ask = () => county.as('office').get('rubric.read-document', { ticketId, fileName })
    const [first, second] = await Promise.all([ask(), ask()])
    expect(second).toEqual(first)
    expect(await ask()).toEqual(first)
  })
})

it('rubric.upload knows only what was uploaded', async () => {
  expect(await county.as('office').verdict('rubric.upload', { uploadId: 'never' })).toBe('upload.unknown')
  expect(await county.as('office').verdict('rubric.upload', { uploadId: { $gt: '' } })).toBe('call.invalid-input')
})

async function excelFile(): Promise<Buffer> {
  const book = new Workbook()
  book.addWorksheet('目标').addRow(['单位', '任务'])
  return Buffer.from(await book.xlsx.writeBuffer())
}
