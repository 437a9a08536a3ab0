import { readFileSync } from 'node:fs'
import type { FileAnnouncement } from '#shared/contract/material-contract'
import { type County, cycleId, startCounty } from '../support/county'
import {
  fileOf,
  pdf,
  picture,
  registration,
  type TestFile,
  takeTickets,
  upload,
  uploaded,
} from '../support/county/files'
import { newId } from '../support/county/sheets'
import { claiming, jpeg, polyglots, svg, withChunk, withMacro, zipBomb } from '../support/hostile-files'

// Every file goes the whole way: a ticket, storage, `material.register` in the built function. What the function takes at
// most is asked of its own processes afterwards.

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const filler = 'filler-township-a'
const mostMegabytes = 200
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function verdictOf(...files: TestFile[]): Promise<string> {
  const input = registration({ files: await uploaded(county, filler, files) })
  return county.as(filler).verdict('material.register', input)
}

/** The kernel's peak of each process that runs the function. */
function peakMegabytes(): number {
  const peaks = county.cloud
    .workers('api')
    .map(pid => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024)
  expect(peaks.length).toBeGreaterThan(0)
  return Math.max(...peaks)
}

const asPicture = (bytes: Buffer, type: FileAnnouncement['type'] = 'image/jpeg') => fileOf(bytes, 'picture', type)

describe('a file', () => {
  it.each(polyglots)('that is a picture and a web page %s is refused', async (_where, bytes) => {
    expect(await verdictOf(asPicture(bytes))).toBe('material.bears-more')
  })

  it.each<[string, TestFile, string]>([
    ['a PNG with words in it', asPicture(withChunk('tEXt', svg), 'image/png'), 'material.bears-more'],
    ['a PNG that says where it was taken', asPicture(withChunk('eXIf', svg), 'image/png'), 'material.bears-more'],
    ['an SVG with a script', asPicture(svg, 'image/png'), 'material.wrong-type'],
    ['a JPEG of 60,000 × 60,000 pixels', asPicture(jpeg(60_000, 60_000)), 'material.too-many-pixels'],
    ['a PNG of 60,000 × 60,000 pixels', asPicture(claiming(60_000, 60_000), 'image/png'), 'material.too-many-pixels'],
    ['a strip of a million pixels', asPicture(claiming(1_000_000, 1), 'image/png'), 'material.too-many-pixels'],
    ['a thumbnail of that size', fileOf(claiming(60_000, 60_000), 'thumbnail', 'image/png'), 'material.ticket-unknown'],
    ['a JPEG that ends before its end', asPicture(jpeg(100, 100).subarray(0, -2)), 'material.wrong-type'],
    ['a PDF as a picture', asPicture(pdf().content), 'material.wrong-type'],
    ['a picture as a PDF', fileOf(picture(1).content, 'document', 'application/pdf'), 'material.wrong-type'],
    ['a document with macros', fileOf(withMacro(), 'document', word), 'material.unsafe'],
  ])('%s is refused', async (_what, file, code) => {
    expect(await verdictOf(file)).toBe(code)
  })

  it('such as a plain JPEG is taken', async () => {
    expect(await verdictOf(asPicture(jpeg(2400, 1800)))).toBe('ok')
  })

  it('a zip bomb named .docx is refused, 50 MB too, and many large ones fit into the memory', async () => {
    expect(await verdictOf(fileOf(zipBomb(), 'document', word))).toBe('material.unsafe')
    const [ticket] = await takeTickets(county, filler, [pdf()])
    if (!ticket) throw new Error('no ticket')
    await upload(county, filler, ticket.path, Buffer.alloc(50_000_000, 0x25))
    const files = [{ ticketId: ticket.ticketId, thumbnailTicketId: null }]
    expect(await county.as(filler).verdict('material.register', registration({ files }))).toBe('material.too-large')
    const large = (shade: string) => {
      const bytes = Buffer.alloc(9_900_000, shade)
      bytes.write('%PDF-1.4\n')
      return fileOf(bytes, 'document', 'application/pdf')
    }
    expect(await verdictOf(...[...'abcdefghij'].map(large))).toBe('ok')
    expect(peakMegabytes()).toBeLessThan(mostMegabytes)
  })

  it('a browser hands in as a web page is refused, whatever its bytes are', async () => {
    const http = county.overHttp(await county.signIn(filler))
    const { content, ...announced } = pdf('<script>alert(1)</script>')
    const { tickets } = await http.get('material.ticket', { cycleId, unitId: 'township-a', files: [announced] })
    const [ticket] = tickets
    if (!ticket?.put) throw new Error('no address')
    const headers = { ...ticket.put.headers, 'content-type': 'text/html' }
    expect((await fetch(ticket.put.url, { method: 'PUT', headers, body: new Uint8Array(content) })).status).toBe(200)
    const files = [{ ticketId: ticket.ticketId, thumbnailTicketId: null }]
    expect(await http.verdict('material.register', registration({ files }))).toBe('material.wrong-type')
  })
})

describe('a path or an id', () => {
  it.each([
    '../materials/2026/township-a/x.png',
    'incoming/../materials/2026/township-a/x.png',
    'incoming/%2e%2e/materials/x.png',
    'incoming/..%2fmaterials%2fx.png',
    'incoming/.\\..\\materials\\x.png',
    'incoming/page.html',
    `incoming/${'a'.repeat(22)}.png/x.png`,
    'materials/2026/township-a/x.png',
    '/etc/passwd',
  ])('%s cannot be written by a client', async path => {
    const before = county.cloud.storage.paths()
    expect(await upload(county, filler, path, picture(30).content)).toMatchObject({ errCode: expect.any(Number) })
    expect(county.cloud.storage.paths()).toEqual(before)
  })

  it.each(['../x', '..%2fx', 'a/b', '%2e%2e', 'a.b', '$where', '__proto__', 'constructor', 'x'.repeat(65)])(
    '%s is no material, unit, cycle or ticket',
    async id => {
      const files = [{ ticketId: id, thumbnailTicketId: null }]
      for (const fields of [{ materialId: id }, { unitId: id }, { cycleId: id }, { items: [id] }, { files }]) {
        const verdict = await county.as(filler).verdict('material.register', { ...registration(), ...fields })
        expect(verdict).toBe('call.invalid-input')
      }
    },
  )

  it('of another unit opens nothing: neither its tickets nor its materials', async () => {
    const files = await uploaded(county, 'filler-township-b', [picture(31)], 'township-b')
    const theirs = registration({ files, unitId: 'township-b' })
    expect(await county.as(filler).verdict('material.register', registration({ files }))).toBe(
      'material.ticket-unknown',
    )
    expect(await county.as(filler).verdict('material.register', theirs)).toBe('permission.denied')
    await county.as('filler-township-b').get('material.register', theirs)
    const { materialId } = theirs
    const seen = { cycleId, unitId: 'township-a', size: 'full', materials: [materialId] }
    expect(await county.as(filler).verdict('material.view', seen)).toBe('material.unknown')
    const removal = { cycleId, unitId: 'township-a', operationId: newId(), materialId }
    expect(await county.as(filler).verdict('material.remove', removal)).toBe('material.unknown')
  })
})
