import type { AddVisitPicture } from '#shared/contract/visit-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { picture, type TestFile, upload } from '../support/county/files'
import { newId } from '../support/county/sheets'
import { handIn, makeVisitGroup } from '../support/county/visits'

/* What a group photographs: kept apart from the unit's materials, seen by the county's people and never by the unit. */
const [liu, wang] = ['reviewer-welfare', 'reviewer-publicity']
const sheet = { cycleId, unitId: 'township-a' }
let county: County
let groupId: string
beforeAll(async () => {
  county = await startCounty()
  await handIn(county, ['township-a'])
  groupId = (await makeVisitGroup(county, [liu, wang])).groupId
})
beforeEach(() => county.arrange('township-a', { visitPictures: {} }))
afterAll(() => county.close())

async function tickets(openid: string, full: 'scene' | 'picture', ...files: TestFile[]): Promise<string[]> {
  const announced = files.map(({ content: _content, use, ...file }) => {
    return { ...file, use: use === 'thumbnail' ? ('thumbnail' as const) : full }
  })
  const given = (await county.as(openid).get('visit.ticket', { ...sheet, groupId, files: announced })).tickets
  await Promise.all(given.map(({ path }, at) => upload(county, openid, path, files[at]?.content ?? Buffer.of())))
  return given.map(({ ticketId }) => ticketId)
}
async function taken(openid: string, shade: number, fields: Partial<AddVisitPicture> = {}): Promise<AddVisitPicture> {
  const [ticketId = '', thumbnailTicketId = null] = await tickets(
    openid,
    fields.kind === 'record' ? 'picture' : 'scene',
    picture(shade),
    picture(shade + 1, 'thumbnail'),
  )
  const ids = { operationId: newId(), pictureId: newId() }
  return { ...sheet, groupId, ...ids, kind: 'place', ticketId, thumbnailTicketId, ...fields }
}
const add = (openid: string, input: object) => county.as(openid).verdict('visit.add-picture', input)
const view = async (openid: string) => (await county.as(openid).get('visit.pictures', sheet)).pictures

it('is refused to who is not of the group, for other units, and as anything but a picture', async () => {
  const input = await taken(liu, 1)
  for (const openid of ['chair-township-a', 'reviewer-openness', 'office'])
    expect(await add(openid, input)).toBe('permission.denied')
  expect(await add('nobody', input)).toBe('identity.not-a-member')
  expect(await add(liu, { ...input, unitId: 'enterprise-a' })).toBe('visit.not-your-unit')
  expect(await add(liu, { ...input, groupId: 'no-group' })).toBe('permission.denied')
  expect(await add(liu, { ...input, kind: 'video' })).toBe('call.invalid-input')
  expect(await add(liu, { ...input, pictureId: 'a.b' })).toBe('call.invalid-input')
  expect(await add(liu, { ...input, ticketId: 'somebody-elses' })).toBe('material.ticket-unknown')
  expect(await add(wang, input)).toBe('material.ticket-unknown')
  const swapped = { ticketId: input.thumbnailTicketId, thumbnailTicketId: input.ticketId }
  expect(await add(liu, { ...input, ...swapped })).toBe('material.ticket-unknown')
  // Announced as a scene, it was allowed fewer bytes than a paper that must be read.
  expect(await add(liu, { ...input, kind: 'record' })).toBe('material.ticket-unknown')
  expect(await add(liu, { ...(await taken(liu, 1, { kind: 'record' })), kind: 'place' })).toBe(
    'material.ticket-unknown',
  )
  expect(await view(liu)).toEqual([])
})

it.each([
  ['scene', 900_000, 'ok'],
  ['scene', 900_001, 'material.too-large'],
  ['picture', 2_000_000, 'ok'],
  ['picture', 2_000_001, 'material.too-large'],
  ['thumbnail', 60_001, 'material.too-large'],
  ['document', 1000, 'call.invalid-input'],
])('as a %s of %i bytes the ticket is: %s', async (use, bytes, verdict) => {
  const { type, sha256 } = picture(1)
  const files = [{ use, type, bytes, sha256 }]
  expect(await county.as(liu).verdict('visit.ticket', { ...sheet, groupId, files })).toBe(verdict)
})

it('a place of more bytes than were announced is refused when it arrives', async () => {
  const input = await taken(liu, 11)
  const [large] = (
    await county.as(liu).get('visit.ticket', {
      ...sheet,
      groupId,
      files: [{ use: 'scene', type: 'image/png', bytes: 900_000, sha256: '0'.repeat(64) }],
    })
  ).tickets
  await upload(county, liu, large?.path ?? '', Buffer.alloc(900_001))
  expect(await add(liu, { ...input, ticketId: large?.ticketId })).toBe('material.too-large')
  expect(await view(liu)).toEqual([])
})

it('is seen by departments, office and leaders with who took it, never by the unit, and is no material', async () => {
  await county.as(liu).get('visit.add-picture', await taken(liu, 3, { kind: 'record' }))
  const [seen, ...others] = await view('reviewer-openness')
  expect(others).toEqual([])
  expect(seen).toMatchObject({ kind: 'record', groupName: '考核二组', memberName: '保障部评分人', mine: false })
  const bytes = await Promise.all([seen?.full, seen?.thumbnail].map(async at => (await fetch(at ?? '')).arrayBuffer()))
  expect(bytes.map(all => Buffer.from(all))).toEqual([picture(3).content, picture(4, 'thumbnail').content])
  for (const openid of ['office', 'leader', wang]) expect(await view(openid)).toHaveLength(1)
  expect(await county.as('chair-township-a').verdict('visit.pictures', sheet)).toBe('permission.denied')
  const opened = await county.as('chair-township-a').get('assessment.open', sheet)
  expect(JSON.stringify(opened)).not.toMatch(/visit-pictures|考核二组/)
  expect(opened.summary.materials).toBe(0)
})

it('delivered twice, at once or late, is one picture and one entry; another under its id is refused', async () => {
  await county.arrange('township-a', { history: [] })
  const input = await taken(liu, 5)
  expect(await Promise.all([add(liu, input), add(liu, input)])).toEqual(['ok', 'ok'])
  await county.arrangeCycle({ phase: 'archived' })
  expect(await add(liu, input)).toBe('ok')
  expect(await add(liu, { ...input, pictureId: newId() })).toBe('review.closed')
  await county.arrangeCycle({ phase: 'review' })
  expect(await add(liu, { ...input, kind: 'record' })).toBe('material.exists')
  expect(await view(liu)).toHaveLength(1)
  expect((await county.stored('township-a')).history).toHaveLength(1)
})

it('is taken away by whoever took it, with its file', async () => {
  const { pictureId, ...input } = await taken(liu, 7)
  await county.as(liu).get('visit.add-picture', { ...input, pictureId })
  const [seen] = await view(liu)
  const named = { ...sheet, groupId, pictureId, operationId: newId() }
  expect(await county.as(wang).verdict('visit.remove-picture', named)).toBe('permission.denied')
  await county.as(liu).get('visit.remove-picture', named)
  expect(await view(liu)).toEqual([])
  expect((await fetch(seen?.full ?? '')).status).toBe(404)
  expect(await county.as(liu).verdict('visit.remove-picture', named)).toBe('ok')
})

it('goes to WeChat; what it thinks risky stays with who took it and the office, until the office has looked', async () => {
  const { wechat } = county.cloud
  wechat.deem(picture(9).content, 'risky')
  await county.as(liu).get('visit.add-picture', await taken(liu, 9))
  await county.cloud.fireTimer('clock')
  await wechat.pushResults()
  const shown = async (openid: string) => (await view(openid)).map(({ full, isHidden }) => [full !== null, isHidden])
  expect(await shown('reviewer-openness')).toEqual([[false, true]])
  for (const openid of [liu, 'office']) expect(await shown(openid)).toEqual([[true, true]])
  const { pictures } = await county.as('office').get('content.list', { cycleId })
  expect(pictures).toMatchObject([{ materialName: '考核二组拍的照片', state: 'risky' }])
  const decided = { ...sheet, fileKey: pictures[0]?.fileKey ?? '', shown: true }
  await county.as('office').get('content.decide', decided)
  expect(await shown('reviewer-openness')).toEqual([[true, false]])
})

it('one that was taken in and that no sheet names is swept; one that a sheet names stays', async () => {
  await county.database.collection('upload-tickets').where({ closedAt: null }).remove()
  await county.as(liu).get('visit.add-picture', await taken(liu, 21))
  // As a function leaves it that dies between taking in and writing.
  await county.arrange('township-a', { visitPictures: {} })
  await county.as(liu).get('visit.add-picture', await taken(liu, 23, { kind: 'record' }))
  const lying = () => county.cloud.storage.paths().filter(path => path.startsWith('visit-pictures/'))
  const stands = Object.values((await county.stored('township-a')).visitPictures ?? {})
  const named = stands.flatMap(({ fileId, thumbnailId }) => [fileId, thumbnailId ?? ''])
  const before = lying().length
  const past = { expiresAt: Date.now() - 25 * 3_600_000 }
  const tickets = county.database.collection('upload-tickets')
  await tickets.where({ closedAt: null }).update(past)
  await county.cloud.fireTimer('clock')
  expect(lying()).toHaveLength(before)
  await tickets.where({ expiresAt: past.expiresAt }).update({ closedAt: Date.now() - 6 * 60_000 })
  await county.cloud.fireTimer('clock')
  const left = lying()
  expect(left).toHaveLength(before - 2)
  for (const fileId of named) expect(left.some(path => fileId.endsWith(path))).toBe(true)
  expect(await view('office')).toHaveLength(1)
})
