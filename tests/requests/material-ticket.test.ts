import type { FileAnnouncement } from '#shared/contract/material-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { picture, registration, takeTickets, upload } from '../support/county/files'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const filler = 'filler-township-a'
const { content, ...announced } = picture(1)
const asking = (files: Partial<FileAnnouncement>[] = [{}]) => ({
  cycleId,
  unitId: 'township-a',
  files: files.map(file => ({ ...announced, ...file })),
})
const verdictOf = (input: object, openid = filler) => county.as(openid).verdict('material.ticket', input)

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['another unit’s chair', 'chair-township-b', 'permission.denied'],
    ['a department', 'reviewer-welfare', 'permission.denied'],
    ['the office, which has no materials', 'office', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf(asking(), openid)).toBe(code))

  it('to the unit for a paper sheet, which the office enters', async () => {
    expect(await verdictOf(asking([{ use: 'sheet' }]))).toBe('permission.denied')
    expect(await verdictOf(asking([{ use: 'sheet' }]), 'office')).toBe('ok')
  })

  it.each<[string, Partial<FileAnnouncement>, string]>([
    ['too large a picture', { bytes: 2_000_001 }, 'material.too-large'],
    ['too large a thumbnail', { use: 'thumbnail', bytes: 60_001 }, 'material.too-large'],
    ['a document as a picture', { type: 'application/pdf' }, 'material.wrong-type'],
    ['a picture as a document', { use: 'document' }, 'material.wrong-type'],
    ['an empty file', { bytes: 0 }, 'call.invalid-input'],
    ['half a byte', { bytes: 1.5 }, 'call.invalid-input'],
    ['no real hash', { sha256: 'x' }, 'call.invalid-input'],
  ])('for %s', async (_what, file, code) => expect(await verdictOf(asking([file]))).toBe(code))

  it('for a type that nobody can open', async () => {
    expect(await verdictOf({ ...asking(), files: [{ ...announced, type: 'text/html' }] })).toBe('call.invalid-input')
  })

  it('for none, or for 21', async () => {
    expect(await verdictOf(asking([]))).toBe('call.invalid-input')
    expect(await verdictOf(asking(Array(21).fill({})))).toBe('call.invalid-input')
  })
})

describe('on the phone', () => {
  it('gives each file a path of its own that nobody can guess, for half an hour', async () => {
    const tickets = await takeTickets(county, filler, [picture(1), picture(2)])
    expect(new Set(tickets.map(ticket => ticket.path)).size).toBe(2)
    for (const { path, put, expiresAt } of tickets) {
      expect(path).toMatch(/^incoming\/[\w-]{22}\.png$/)
      expect(put).toBeNull()
      expect(expiresAt).toBeGreaterThan(Date.now() + 29 * 60_000)
      expect(expiresAt).toBeLessThanOrEqual(Date.now() + 30 * 60_000)
    }
  })

  it('takes two round trips', async () => {
    const before = county.log.length
    await takeTickets(county, filler, [picture(1)])
    expect(county.log.slice(before).join()).toContain('"roundTrips":2')
  })

  it('nobody else can write where the first writer has written', async () => {
    const [ticket] = await takeTickets(county, filler, [picture(1)])
    await upload(county, filler, ticket?.path ?? '', content)
    const answer = await upload(county, 'filler-township-b', ticket?.path ?? '', picture(2).content)
    expect(answer).toMatchObject({ errCode: expect.anything() })
  })
})

describe('on a computer', () => {
  it('comes with a signed address for one PUT, after which it can be registered', async () => {
    const browser = county.overHttp(await county.signIn(filler))
    const { tickets } = await browser.get('material.ticket', asking())
    const [ticket] = tickets
    if (!ticket?.put) throw new Error('a browser gets an address')
    const { url, headers } = ticket.put
    const put = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(content) })
    expect([put.status, await put.text()]).toEqual([200, ''])
    const elsewhere = url.replace('incoming/', 'materials/')
    expect((await fetch(elsewhere, { method: 'PUT', headers, body: new Uint8Array(content) })).status).toBe(403)
    const files = [{ ticketId: ticket.ticketId, thumbnailTicketId: null }]
    expect(await browser.verdict('material.register', registration({ files }))).toBe('ok')
  })
})
