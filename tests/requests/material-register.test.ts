import type { RegisterMaterial } from '#shared/contract/material-contract'
import { emptyTally } from '#shared/scoring/tally'
import { type County, cycleId, startCounty } from '../support/county'
import { fileOf, pdf, picture, registration, takeTickets, upload, uploaded } from '../support/county/files'
import { change, newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const filler = 'filler-township-a'
const register = (input: RegisterMaterial, openid = filler) => county.as(openid).get('material.register', input)
const verdictOf = (input: object, openid = filler) => county.as(openid).verdict('material.register', input)
const empty = { self: emptyTally, byDepartment: {}, supplementsOpen: 0, doubtsOpen: 0, doubtsAnswered: 0, materials: 0 }

beforeEach(() =>
  county.arrange('township-a', {
    stage: 'filling',
    items: {},
    materials: {},
    history: [],
    summary: empty,
    selfOpenUntil: Date.now() + 86_400_000,
    reviewOpenUntil: Date.now() + 86_400_000,
  }),
)

/** Nothing was half written. */
async function expectNothing() {
  const { materials, history, summary } = await county.stored('township-a')
  expect({ materials, history, summary }).toEqual({ materials: {}, history: [], summary: empty })
}

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['another unit’s filler', 'filler-township-b', 'permission.denied'],
    ['the office', 'office', 'permission.denied'],
    ['a department', 'head-welfare', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => {
    expect(await verdictOf(registration(), openid)).toBe(code)
    await expectNothing()
  })

  it.each([
    ['an operator for a name', { name: { $gt: '' } }],
    ['no name', { name: ' ' }],
    ['a day that does not exist', { date: '2026-13-40' }],
    ['an id with a dot', { materialId: 'a.b' }],
  ])('with %s', async (_what, fields) => {
    expect(await verdictOf({ ...registration(), ...fields })).toBe('call.invalid-input')
  })

  it('without a file and without a place', async () => {
    expect(await verdictOf(registration({ whereabouts: ' ' }))).toBe('material.without-proof')
  })

  it('for an item of another annex', async () => {
    expect(await verdictOf(registration({ items: ['a2-01'] }))).toBe('item.unknown')
  })

  it('when the sheet is closed', async () => {
    await county.arrange('township-a', { selfOpenUntil: 1 })
    expect(await verdictOf(registration())).toBe('assessment.closed')
  })

  it('beyond 300', async () => {
    await county.arrange('township-a', { summary: { ...empty, materials: 300 } })
    expect(await verdictOf(registration())).toBe('material.too-many')
  })

  it('with a ticket that nobody gave', async () => {
    const files = [{ ticketId: newId(), thumbnailTicketId: null }]
    expect(await verdictOf(registration({ files }))).toBe('material.ticket-unknown')
  })

  it('with a ticket of a colleague, or of the same person for another purpose', async () => {
    const ofChair = await uploaded(county, 'chair-township-a', [picture(1)])
    expect(await verdictOf(registration({ files: ofChair }))).toBe('material.ticket-unknown')
    const files = await uploaded(county, filler, [picture(2)])
    await register(registration({ files }))
    expect(await verdictOf(registration({ files }))).toBe('material.ticket-unknown')
  })

  it('with one ticket twice', async () => {
    const [file] = await uploaded(county, filler, [picture(3)])
    if (!file) throw new Error('no ticket')
    expect(await verdictOf(registration({ files: [file, file] }))).toBe('material.ticket-unknown')
  })

  it('with a ticket that has run out', async () => {
    const files = await uploaded(county, filler, [picture(4)])
    await county.database.collection('upload-tickets').where({ _id: files[0]?.ticketId }).update({ expiresAt: 1 })
    expect(await verdictOf(registration({ files }))).toBe('material.ticket-unknown')
  })

  it('with a thumbnail in place of a picture', async () => {
    const files = await uploaded(county, filler, [picture(5, 'thumbnail')])
    expect(await verdictOf(registration({ files }))).toBe('material.ticket-unknown')
    await expectNothing()
  })
})

describe('what arrives in storage', () => {
  it('that was never uploaded may be sent later', async () => {
    const file = picture(10)
    const [ticket] = await takeTickets(county, filler, [file])
    if (!ticket) throw new Error('no ticket')
    const input = registration({ files: [{ ticketId: ticket.ticketId, thumbnailTicketId: null }] })
    const reply = await county.as(filler).ask('material.register', input)
    expect(reply).toMatchObject({ ok: false, problem: { code: 'material.not-uploaded', retryable: true } })
    await expectNothing()
    await upload(county, filler, ticket.path, file.content)
    expect(await verdictOf(input)).toBe('ok')
  })

  it('that is too large is refused and removed', async () => {
    const [ticket] = await takeTickets(county, filler, [picture(11)])
    if (!ticket) throw new Error('no ticket')
    await upload(county, filler, ticket.path, Buffer.alloc(2_000_001))
    const files = [{ ticketId: ticket.ticketId, thumbnailTicketId: null }]
    expect(await verdictOf(registration({ files }))).toBe('material.too-large')
    expect(remains(ticket.path)).toBe(false)
    await expectNothing()
  })

  it('that is not what it claims to be is refused and removed', async () => {
    const page = fileOf(Buffer.from('<script>alert(1)</script>'), 'picture', 'image/png')
    const files = await uploaded(county, filler, [page])
    expect(await verdictOf(registration({ files }))).toBe('material.wrong-type')
    const renamed = fileOf(picture(12).content, 'picture', 'image/jpeg')
    expect(await verdictOf(registration({ files: await uploaded(county, filler, [renamed]) }))).toBe(
      'material.wrong-type',
    )
    await expectNothing()
  })

  it('that is not what was announced is refused and removed', async () => {
    const [ticket] = await takeTickets(county, filler, [picture(13)])
    if (!ticket) throw new Error('no ticket')
    await upload(county, filler, ticket.path, picture(14).content)
    const files = [{ ticketId: ticket.ticketId, thumbnailTicketId: null }]
    expect(await verdictOf(registration({ files }))).toBe('material.altered')
    expect(remains(ticket.path)).toBe(false)
    await expectNothing()
  })

  it('cannot be swapped afterwards: the uploader overwrites and deletes the old path, the material stays', async () => {
    const file = picture(15)
    const [ticket] = await takeTickets(county, filler, [file])
    if (!ticket) throw new Error('no ticket')
    await upload(county, filler, ticket.path, file.content)
    const input = registration({ files: [{ ticketId: ticket.ticketId, thumbnailTicketId: null }] })
    const { materials } = await register(input)
    await upload(county, filler, ticket.path, picture(16).content)
    const fileId = materials[input.materialId]?.files[0]?.fileId ?? ''
    const path = fileId.slice(fileId.indexOf('/materials/') + 1)
    expect(path).toMatch(/^materials\/2026\/township-a\/[\w-]{22}\.png$/)
    expect(await county.cloud.storage.read(path)).toEqual(file.content)
    expect(await upload(county, filler, path, picture(16).content)).toMatchObject({ errCode: expect.anything() })
    expect(await county.cloud.storage.read(path)).toEqual(file.content)
  })
})

describe('a registered material', () => {
  it('belongs to the unit, proves its items and is in the history', async () => {
    const files = await uploaded(county, filler, [picture(20), pdf()])
    const input = registration({ files, items: ['a1-01', 'a1-02', 'a1-01'], documentNumber: '马发〔2026〕5号' })
    const { materials, summary, state, abilities } = await register(input)
    expect(materials[input.materialId]).toMatchObject({
      revision: 1,
      name: '党委会议纪要',
      documentNumber: '马发〔2026〕5号',
      items: ['a1-01', 'a1-02'],
      files: [{ type: 'image/png' }, { type: 'application/pdf' }],
      signature: { name: '城关镇总工会填报人', fromPaper: false },
    })
    expect({ state, materials: summary.materials }).toEqual({ state: 'filling', materials: 1 })
    expect(abilities).toMatchObject({ 'material.register': true, 'material.remove': true })
    const stored = await county.stored('township-a')
    expect(stored.summary.materials).toBe(1)
    expect(stored.history).toMatchObject([{ part: 'material.register', operationId: input.operationId, from: null }])
  })

  it('needs no picture where its place is named', async () => {
    const input = registration()
    expect((await register(input)).materials[input.materialId]).toMatchObject({
      files: [],
      whereabouts: '原件在1号盒第3页',
    })
  })

  it('delivered twice is one material and one answer, by whichever operation', async () => {
    const input = registration({ files: await uploaded(county, filler, [picture(21)]) })
    const first = await register(input)
    expect(await register(input)).toEqual(first)
    expect(await register({ ...input, operationId: newId() })).toEqual(first)
    expect((await county.stored('township-a')).history).toHaveLength(1)
  })

  it('delivered three times at once has one effect', async () => {
    const input = registration({ files: await uploaded(county, filler, [picture(22)]) })
    const answers = await Promise.all([register(input), register(input), register(input)])
    expect(new Set(answers.map(answer => JSON.stringify(answer.materials)))).toHaveProperty('size', 1)
    expect((await county.stored('township-a')).history).toHaveLength(1)
  })

  it('keeps its id: other content under it is refused', async () => {
    const input = registration()
    await register(input)
    expect(await verdictOf({ ...input, operationId: newId(), name: '别的' })).toBe('material.exists')
    expect(await verdictOf({ ...input, name: '别的' })).toBe('operation.reused')
    expect(await verdictOf({ ...input, materialId: newId() })).toBe('operation.reused')
  })

  it('comes in after 报送 as 补交, until the departments’ time is over', async () => {
    await county.arrange('township-a', { stage: 'submitted', selfOpenUntil: 1 })
    const input = registration()
    expect(await verdictOf(input)).toBe('ok')
    await county.arrange('township-a', { reviewOpenUntil: 1 })
    expect(await verdictOf(registration())).toBe('assessment.closed')
    expect(await verdictOf(input)).toBe('ok')
  })

  it('does not collide with scores that are saved at the same time', async () => {
    const saving = county.as('chair-township-a').get('assessment.save', {
      cycleId,
      unitId: 'township-a',
      changes: [change('a1-01')],
    })
    const [saved] = await Promise.all([saving, ...[1, 2, 3].map(() => register(registration({ items: ['a1-01'] })))])
    expect(saved.verdicts).toMatchObject([{ kind: 'saved' }])
    const { summary, history } = await county.stored('township-a')
    expect([summary.materials, history.length]).toEqual([3, 4])
  })
})

function remains(incomingPath: string): boolean {
  const name = incomingPath.slice('incoming/'.length)
  return county.cloud.storage.paths().some(path => path.endsWith(name))
}
