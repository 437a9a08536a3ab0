import type { TakeCountyTickets } from '#shared/contract/target-contract'
import { type County, startCounty } from '../support/county'
import { picture, upload } from '../support/county/files'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

type Announced = TakeCountyTickets['files'][number]
const { content, ...page } = picture(1)
const announced: Announced = { ...page, use: 'attendance' }
const asking = (...files: Partial<Announced>[]) => ({ files: files.map(file => ({ ...announced, ...file })) })
const verdictOf = (input: object, openid = 'office') => county.as(openid).verdict('county.ticket', input)
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['a unit', 'chair-township-a', 'permission.denied'],
    ['a leader', 'leader', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf(asking({}), openid)).toBe(code))

  it.each<[string, Partial<Announced>, string]>([
    ['a table in the old form of Excel', { use: 'table', type: 'application/vnd.ms-excel' }, 'table.unreadable'],
    ['a picture of a table', { use: 'table' }, 'table.unreadable'],
    ['a 签到册 as a Word file', { type: word }, 'material.wrong-type'],
    ['a page beyond 10 MB', { bytes: 10_000_001 }, 'material.too-large'],
    ['a rubric beyond 10 MB', { use: 'rubric', type: word, bytes: 10_000_001 }, 'material.too-large'],
    ['an empty file', { bytes: 0 }, 'call.invalid-input'],
    ['no real hash', { sha256: '../../etc' }, 'call.invalid-input'],
  ])('for %s', async (_what, file, code) => expect(await verdictOf(asking(file))).toBe(code))

  it.each([
    ['a unit’s use', { files: [{ ...announced, use: 'picture' }] }],
    ['a type that nobody can open', { files: [{ ...announced, type: 'text/html' }] }],
    ['an operator for a use', { files: [{ ...announced, use: { $ne: '' } }] }],
    ['a path of its own', { files: [{ ...announced, path: 'attendance/2026/x.png' }] }],
    ['none', { files: [] }],
    ['21', { files: Array(21).fill(announced) }],
  ])('for %s', async (_what, input) => expect(await verdictOf(input)).toBe('call.invalid-input'))
})

describe('is given', () => {
  it.each<[string, Partial<Announced>]>([
    ['a page as a scan', { type: 'application/pdf', bytes: 10_000_000 }],
    ['a table', { use: 'table', type: excel }],
    ['a rubric, even as a scan, of which its reader says what to do', { use: 'rubric', type: 'application/pdf' }],
    ['a rubric in the old form of Word', { use: 'rubric', type: 'application/msword' }],
  ])('for %s', async (_what, file) => expect(await verdictOf(asking(file))).toBe('ok'))

  it('to the office and to departments, each for a path of its own that nobody can guess', async () => {
    for (const openid of ['office', 'reviewer-publicity']) {
      const { tickets } = await county.as(openid).get('county.ticket', asking({}, {}))
      expect(new Set(tickets.map(({ path }) => path)).size).toBe(2)
      for (const { path, put } of tickets) {
        expect(path).toMatch(/^incoming\/[\w-]{22}\.png$/)
        expect(put).toBeNull()
      }
      expect(await upload(county, openid, tickets[0]?.path ?? '', content)).toMatchObject({ fileID: expect.anything() })
    }
  })

  it('to a browser with an address for one PUT', async () => {
    const browser = county.overHttp(await county.signIn('office'))
    const { tickets } = await browser.get('county.ticket', asking({}))
    const put = tickets[0]?.put
    if (!put) throw new Error('a browser gets an address')
    const answer = await fetch(put.url, { method: 'PUT', headers: put.headers, body: new Uint8Array(content) })
    expect(answer.status).toBe(200)
  })
})
