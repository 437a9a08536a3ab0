import { dayText } from '#shared/cycle/beijing-time'
import { type County, cycleId, startCounty } from '../support/county'
import { picture, registration, uploaded } from '../support/county/files'
import { makeVisitGroup } from '../support/county/visits'

// Personal papers: who else opens them is noted and shown to the unit; in time their files go, the paper's name stays.

const filler = 'filler-township-a'
const unitId = 'township-a'
let county: County
let personal: string
let plain: string
beforeAll(async () => {
  county = await startCounty()
  personal = await handIn(10, { personal: true, whereabouts: '原件在1号盒' })
  plain = await handIn(20, {})
  await county.arrange(unitId, { stage: 'submitted' })
})
afterAll(() => county.close())

async function handIn(shade: number, fields: object): Promise<string> {
  const [full, small] = await uploaded(county, filler, [picture(shade), picture(shade + 1, 'thumbnail')])
  if (!full || !small) throw new Error('not uploaded')
  const files = [{ ...full, thumbnailTicketId: small.ticketId }]
  const material = registration({ files, items: ['a1-01'], ...fields })
  await county.as(filler).get('material.register', material)
  return material.materialId
}

const view = (openid: string, size: 'full' | 'thumbnail', materials: string[]) =>
  county.as(openid).get('material.view', { cycleId, unitId, size, materials })
const toldLooks = async () => (await view(filler, 'thumbnail', [personal, plain])).looks

it('is refused where the mark is no yes or no', async () => {
  const input = { ...registration(), personal: 'yes' }
  // As nobody's types allow, as a stranger may send it.
  expect(await county.as(filler).verdict('material.register', input as never)).toBe('call.invalid-input')
})

it('the unit’s own looks and other materials are not noted', async () => {
  await view(filler, 'full', [personal])
  await view('reviewer-general-office', 'thumbnail', [personal])
  await view('reviewer-general-office', 'full', [plain])
  expect(await toldLooks()).toBeUndefined()
})

describe('no thumbnail shows it to others than the unit, for nobody would have noted that look', () => {
  const thumbnailOf = async (materialId: string) =>
    (await county.stored(unitId)).materials[materialId]?.files[0]?.thumbnailId ?? 'none'
  const group = { cycleId, date: dayText(Date.now()) }
  let groupId: string
  beforeAll(async () => {
    const days = [{ date: group.date, unitIds: [unitId] }]
    groupId = (await makeVisitGroup(county, ['reviewer-welfare'], { days })).groupId
  })

  it('not by material.view, to departments, office and leaders', async () => {
    for (const openid of ['reviewer-general-office', 'head-general-office', 'office', 'leader']) {
      const { addresses } = await view(openid, 'thumbnail', [personal, plain])
      expect(addresses[personal]).toEqual([null])
      expect(addresses[plain]).toEqual([expect.stringContaining('http')])
    }
    expect((await view(filler, 'thumbnail', [personal])).addresses[personal]).toEqual([expect.stringContaining('http')])
  })

  it('not with the opened sheet of a department, which names none', async () => {
    const input = { cycleId, departmentId: 'general-office', unitId }
    const review = await county.as('reviewer-general-office').get('review.open', input)
    expect(Object.keys(review.thumbnails)).toEqual([await thumbnailOf(plain)])
    expect(review.materials[personal]).toMatchObject({ personal: true, files: [{ thumbnailId: null }] })
    expect(JSON.stringify(review)).not.toContain(await thumbnailOf(personal))
  })

  it('not in the pack of a visit, nor fetched for it', async () => {
    const made = await county.as('reviewer-welfare').get('visit.pack', { ...group, groupId })
    expect(made.thumbnails.count).toBe(1)
    const pack = await (await fetch(made.address)).text()
    expect(pack).toContain(await thumbnailOf(plain))
    expect(pack).not.toContain(await thumbnailOf(personal))
    const asked = { cycleId, groupId, unitId, materials: [personal, plain] }
    const { addresses } = await county.as('reviewer-welfare').get('visit.thumbnails', asked)
    expect(Object.keys(addresses)).toEqual([await thumbnailOf(plain)])
  })

  it('nor the full picture in the office’s list of what WeChat thinks risky', async () => {
    county.cloud.wechat.deem(picture(10).content, 'risky')
    county.cloud.wechat.deem(picture(20).content, 'risky')
    await county.cloud.fireTimer('clock')
    await county.cloud.wechat.pushResults()
    const { pictures } = await county.as('office').get('content.list', { cycleId })
    const seen = pictures.map(({ address, personal: page }) => [page?.materialId, page?.place, address !== null])
    expect(seen).toHaveLength(2)
    expect(seen).toEqual(
      expect.arrayContaining([
        [personal, 0, false],
        [undefined, undefined, true],
      ]),
    )
    for (const { fileKey } of pictures)
      await county.as('office').get('content.decide', { cycleId, unitId, fileKey, shown: true })
  })
})

it('every look of a department and of the office is told to the unit, without a person’s name', async () => {
  await view('reviewer-general-office', 'full', [personal, plain])
  await view('head-general-office', 'full', [personal])
  const seen = await view('office', 'full', [personal])
  expect(seen.looks).toBeUndefined()
  const looks = await toldLooks()
  expect(Object.keys(looks ?? {})).toEqual([personal])
  expect(looks?.[personal]?.map(({ who }) => who)).toEqual(['考核办', '办公室', '办公室'])
  const { data } = await county.database.collection('views').get()
  expect(new Set(data.map(({ memberId }: { memberId: string }) => memberId)).size).toBe(3)
})

it('takes two round trips, looking and noting', async () => {
  const before = county.log.length
  await view('head-general-office', 'full', [personal])
  expect(county.log.slice(before).join()).toContain('"roundTrips":2')
})

it('the unit reads when the files go: thirty days after the departments’ time', async () => {
  const { materials } = await county.as(filler).get('assessment.open', { cycleId, unitId })
  const { reviewOpenUntil } = await county.stored(unitId)
  expect(dayText(materials[personal]?.purgeAt ?? 0)).toBe(dayText(reviewOpenUntil + 30 * 24 * 3_600_000))
  expect(materials[plain]?.purgeAt).toBeUndefined()
})

it('a day before nothing goes; then the files go from storage and sheet, and nothing else', async () => {
  const day = 24 * 3_600_000
  const [before] = [await county.stored(unitId)]
  const fileId = before.materials[personal]?.files[0]?.fileId ?? ''
  const path = fileId.slice(fileId.indexOf('/materials/') + 1)
  await county.arrange(unitId, { reviewOpenUntil: Date.now() - 29 * day })
  await county.cloud.fireTimer('clock')
  expect(county.cloud.storage.paths()).toContain(path)

  await county.arrange(unitId, { reviewOpenUntil: Date.now() - 31 * day })
  await county.cloud.fireTimer('clock')
  await county.cloud.fireTimer('clock')
  const { materials, history } = await county.stored(unitId)
  expect(county.cloud.storage.paths()).not.toContain(path)
  expect(materials[personal]).toMatchObject({ files: [], name: '党委会议纪要', whereabouts: '原件在1号盒' })
  expect(materials[plain]).toEqual(before.materials[plain])
  const uses = await county.database.collection('file-hashes').where({ unitId }).get()
  expect(uses.data).toMatchObject([{ materialId: plain }])
  expect(history.filter(({ part }) => part === 'material.purge')).toHaveLength(1)
})
