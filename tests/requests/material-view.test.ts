import type { RegisterMaterial } from '#shared/contract/material-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { pdf, picture, registration, takeTickets, upload } from '../support/county/files'

const filler = 'filler-township-a'
let county: County
let input: RegisterMaterial
beforeAll(async () => {
  county = await startCounty()
  const files = [picture(1), picture(2, 'thumbnail'), pdf()]
  const tickets = await takeTickets(county, filler, files)
  await Promise.all(
    tickets.map(({ path }, index) => upload(county, filler, path, files[index]?.content ?? Buffer.of())),
  )
  const [photo, thumbnail, list] = tickets.map(ticket => ticket.ticketId)
  input = registration({
    items: ['a1-01'],
    files: [
      { ticketId: photo ?? '', thumbnailTicketId: thumbnail ?? '' },
      { ticketId: list ?? '', thumbnailTicketId: null },
    ],
  })
  await county.as(filler).get('material.register', input)
})
afterAll(() => county.close())
beforeEach(() => county.arrange('township-a', { stage: 'submitted' }))

const asking = (size: 'thumbnail' | 'full' = 'full') => ({
  cycleId,
  unitId: 'township-a',
  size,
  materials: [input.materialId],
})
const verdictOf = (openid: string, fields: object = {}) =>
  county.as(openid).verdict('material.view', { ...asking(), ...fields })

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['another unit', 'chair-township-b', 'permission.denied'],
    ['a department that neither scores nor reads what it proves', 'head-welfare', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf(openid)).toBe(code))

  it('to a department before 报送', async () => {
    await county.arrange('township-a', { stage: 'filling' })
    expect(await verdictOf('head-general-office')).toBe('assessment.not-submitted')
    expect(await verdictOf(filler)).toBe('ok')
  })

  it('for a material that is not there, or for 51', async () => {
    expect(await verdictOf(filler, { materials: ['no-such'] })).toBe('material.unknown')
    expect(await verdictOf(filler, { materials: Array(51).fill(input.materialId) })).toBe('call.invalid-input')
  })
})

it.each(['filler-township-a', 'chair-township-a', 'reviewer-general-office', 'office', 'leader'])(
  'shows it to %s',
  async openid => expect(await verdictOf(openid)).toBe('ok'),
)

it('signs an address for every file, in order, that opens it and nothing else', async () => {
  const { addresses } = await county.as(filler).get('material.view', asking())
  const [photo, list] = addresses[input.materialId] ?? []
  const read = async (address: string | null | undefined) =>
    Buffer.from(await (await fetch(address ?? '')).arrayBuffer())
  expect(await read(photo)).toEqual(picture(1).content)
  expect(await read(list)).toEqual(pdf().content)
  const tampered = await fetch((photo ?? '').replace(/sign=./, 'sign=x'))
  expect(tampered.status).toBe(403)
})

it('has no thumbnail of a document', async () => {
  const { addresses } = await county.as(filler).get('material.view', asking('thumbnail'))
  expect(addresses[input.materialId]).toEqual([expect.stringContaining('http'), null])
})
