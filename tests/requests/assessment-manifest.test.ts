import type { Manifest } from '#shared/materials/manifest'
import { type County, cycleId, startCounty } from '../support/county'
import { picture, registration, type TestFile, uploaded } from '../support/county/files'
import { filledSheet } from '../support/county/sheets'

/* 报送 while pictures still queue: what is announced with it may come after it, exactly as announced. */

const unitId = 'township-a'
const filler = 'filler-township-a'
const chair = 'chair-township-a'
const DAY = 86_400_000

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

beforeEach(() =>
  county.arrange(unitId, {
    stage: 'filling',
    ...{ submission: null, sentToChair: null, manifest: [], openedBy: {} },
    ...filledSheet('township'),
    ...{ materials: {}, history: [] },
    ...{ selfDueAt: Date.now() + DAY, selfOpenUntil: Date.now() + 2 * DAY, reviewOpenUntil: Date.now() + 2 * DAY },
  }),
)

const announced = (materialId: string, files: TestFile[]): Manifest[number] => ({
  materialId,
  files: files.map(({ bytes, sha256 }) => ({ bytes, sha256 })),
})
const submit = (manifest: Manifest, openid = chair) =>
  county.as(openid).get('assessment.submit', { cycleId, unitId, manifest })
// As nobody's types allow, as a stranger may send it.
const refusal = (manifest: unknown) =>
  county.as(chair).verdict('assessment.submit', { cycleId, unitId, manifest } as never)
async function registers(materialId: string, files: TestFile[], openid = filler) {
  const tickets = await uploaded(county, openid, files)
  return county.as(openid).ask('material.register', registration({ materialId, files: tickets }))
}

it.each([
  ['an operator for an id', [{ materialId: { $gt: '' }, files: [] }]],
  ['an id with a dot', [{ materialId: 'a.b', files: [] }]],
  ['a hash that is none', [{ materialId: 'photo-00000001', files: [{ bytes: 1, sha256: 'abc' }] }]],
  ['a file of no bytes', [{ materialId: 'photo-00000001', files: [{ bytes: 0, sha256: '0'.repeat(64) }] }]],
  ['something that is no list', 'everything'],
])('%s is no announcement', async (_what, manifest) => {
  expect(await refusal(manifest)).toBe('call.invalid-input')
  expect((await county.stored(unitId)).stage).toBe('filling')
})

it('more than 400 files are too many to announce', async () => {
  const files = Array.from({ length: 20 }, () => ({ bytes: 1, sha256: '0'.repeat(64) }))
  const manifest = Array.from({ length: 21 }, (_, at) => ({ materialId: `photo-${at}`, files }))
  expect(await refusal(manifest)).toBe('assessment.too-much-coming')
})

it('the sheet is in, and says what is still to come; a department sees it too', async () => {
  const sheet = await submit([announced('photo-1', [picture(1), picture(2)])])
  const { selfDueAt } = await county.stored(unitId)
  expect(sheet).toMatchObject({ stage: 'submitted', submission: { late: false } })
  expect(sheet.coming).toEqual({ files: { 'photo-1': 2 }, until: selfDueAt })
  const review = await county
    .as('head-organization')
    .get('review.open', { cycleId, departmentId: 'organization', unitId })
  expect(review.coming).toEqual(sheet.coming)
})

it('what was announced arrives afterwards and is part of the 报送; anything else is 补交', async () => {
  const photo = [picture(3)]
  await submit([announced('photo-1', photo)])
  expect(await registers('photo-1', photo)).toMatchObject({ ok: true })
  expect(await registers('photo-2', [picture(4)])).toMatchObject({ ok: true })
  const sheet = await county.as(chair).get('assessment.open', { cycleId, unitId })
  expect(sheet.coming.files).toEqual({})
  expect(sheet.materials['photo-1']?.supplied).toBe(false)
  expect(sheet.materials['photo-2']?.supplied).toBe(true)
})

it('another file under its name is refused, in whatever order, and nothing is written', async () => {
  const [one, two] = [picture(5), picture(6)]
  await submit([announced('photo-1', [one, two])])
  for (const files of [[one], [two, one], [one, picture(7)]]) {
    expect(await registers('photo-1', files)).toMatchObject({
      ok: false,
      problem: { code: 'material.not-as-announced', retryable: false },
    })
  }
  expect((await county.stored(unitId)).materials).toEqual({})
  expect(await registers('photo-1', [one, two])).toMatchObject({ ok: true })
})

it('what comes after deadline and grace is 补交', async () => {
  const photo = [picture(8)]
  await submit([announced('photo-1', photo)])
  const { submission } = await county.stored(unitId)
  await county.arrange(unitId, { selfDueAt: (submission?.signature.at ?? 0) + 1 })
  expect(await registers('photo-1', photo)).toMatchObject({
    ok: true,
    output: { materials: { 'photo-1': { supplied: true } } },
  })
})

it('of a sheet that was late itself, it belongs to it as long as the sheet is open', async () => {
  await county.arrange(unitId, { selfDueAt: Date.now() - 1 })
  const photo = [picture(9)]
  const sheet = await submit([announced('photo-1', photo)])
  expect(sheet.submission?.late).toBe(true)
  expect(await registers('photo-1', photo)).toMatchObject({
    output: { materials: { 'photo-1': { supplied: false } } },
  })
})

it('what the filler’s phone still holds is announced to the chair, and handed in with what the chair’s holds', async () => {
  const photo = [picture(10)]
  await county.as(filler).get('assessment.send-to-chair', {
    cycleId,
    unitId,
    manifest: [announced('photo-1', photo), announced('photo-2', photo)],
  })
  expect(await registers('photo-2', photo)).toMatchObject({ ok: true })
  const sheet = await submit([announced('photo-3', photo)])
  expect(sheet.coming.files).toEqual({ 'photo-1': 1, 'photo-3': 1 })
})

it('撤回 forgets the announcement: everything may be changed again', async () => {
  await submit([announced('photo-1', [picture(11)])])
  const sheet = await county.as(chair).get('assessment.withdraw', { cycleId, unitId })
  expect(sheet.coming.files).toEqual({})
  expect(await registers('photo-1', [picture(12)])).toMatchObject({ ok: true })
  expect((await county.stored(unitId)).manifest).toEqual([])
})

it('the same 报送 again changes nothing of what was announced', async () => {
  const manifest = [announced('photo-1', [picture(13)])]
  const first = await submit(manifest)
  const again = await county.as(chair).get('assessment.submit', { cycleId, unitId, manifest: [] })
  expect(again.coming).toEqual(first.coming)
  expect((await county.stored(unitId)).history.filter(({ part }) => part === 'stage')).toHaveLength(1)
})

it('an older phone that announces nothing hands in as before', async () => {
  const sheet = await county.as(chair).get('assessment.submit', { cycleId, unitId })
  expect(sheet).toMatchObject({ stage: 'submitted', coming: { files: {} } })
})
