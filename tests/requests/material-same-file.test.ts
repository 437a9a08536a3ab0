import { createHash } from 'node:crypto'
import type { RegisterMaterial } from '#shared/contract/material-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { picture, registration, uploaded } from '../support/county/files'
import { newId } from '../support/county/sheets'

// The same file in two folders: told to the department that looks, never to a unit, and normal within one unit.

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

/** One choice on a phone is one hash, however it was shrunk before it travelled. */
const chosen = (photograph: string) => createHash('sha256').update(photograph).digest('hex')
let shade = 0

/** Registers a picture that was made of this photograph; every making gives other bytes. */
async function handIn(unitId: string, photograph: string | null): Promise<RegisterMaterial> {
  shade += 1
  const [file] = await uploaded(county, `filler-${unitId}`, [picture(shade)], unitId)
  if (!file) throw new Error('not uploaded')
  const files = [photograph === null ? file : { ...file, sourceSha256: chosen(photograph) }]
  const material = registration({ unitId, files, items: ['a1-01'] })
  await county.as(`filler-${unitId}`).get('material.register', material)
  return material
}

/** What 办公室, which scores the item, is told of the unit's materials. */
async function toldOf(unitId: string) {
  await county.arrange(unitId, { stage: 'submitted' })
  const input = { cycleId, departmentId: 'general-office', unitId }
  const { sameFiles } = await county.as('head-general-office').get('review.open', input)
  await county.arrange(unitId, { stage: 'filling' })
  return sameFiles
}

it('is refused where it is no sha-256', async () => {
  const input = registration({
    files: [{ ticketId: 'ticket', thumbnailTicketId: null, sourceSha256: 'x'.repeat(64) }],
  })
  expect(await county.as('filler-township-a').verdict('material.register', input)).toBe('call.invalid-input')
})

it('one file for several materials of one unit is normal', async () => {
  await handIn('township-a', 'meeting')
  await handIn('township-a', 'meeting')
  expect(await toldOf('township-a')).toBeUndefined()
})

it('another unit with the same photograph is named to the department, to either side', async () => {
  const { materialId } = await handIn('township-b', 'meeting')
  expect(await toldOf('township-b')).toEqual({ [materialId]: [{ unitName: '城关镇总工会', cycleId }] })
  const told = await toldOf('township-a')
  expect(Object.values(told ?? {})).toEqual([
    [{ unitName: '河口镇总工会', cycleId }],
    [{ unitName: '河口镇总工会', cycleId }],
  ])
})

it('the same unit’s file of last year is named with its year', async () => {
  const { materialId } = await handIn('township-a', 'minutes')
  const source = chosen('minutes')
  const lastYear = { cycleId: '2025', unitId: 'township-a', materialId: 'm-1', unitName: '城关镇总工会', at: 1 }
  await county.database.collection('file-hashes').add({ _id: `${source}:2025:township-a:m-1`, source, ...lastYear })
  expect((await toldOf('township-a'))?.[materialId]).toEqual([{ unitName: '城关镇总工会', cycleId: '2025' }])
})

it('a file that was not shrunk is known by itself', async () => {
  shade = 100
  const first = await handIn('township-a', null)
  shade = 100
  const second = await handIn('township-b', null)
  expect((await toldOf('township-a'))?.[first.materialId]).toEqual([{ unitName: '河口镇总工会', cycleId }])
  expect((await toldOf('township-b'))?.[second.materialId]).toEqual([{ unitName: '城关镇总工会', cycleId }])
})

it('a delivery that is repeated is noted once', async () => {
  const material = await handIn('township-a', 'once')
  expect(await county.as('filler-township-a').verdict('material.register', material)).toBe('ok')
  const { data } = await county.database
    .collection('file-hashes')
    .where({ source: chosen('once') })
    .get()
  expect(data).toHaveLength(1)
})

describe('what was removed was not handed in', () => {
  const usesOf = async (photograph: string) =>
    (
      await county.database
        .collection('file-hashes')
        .where({ source: chosen(photograph) })
        .get()
    ).data.length
  const remove = (unitId: string, materialId: string, operationId = newId()) => {
    const input = { operationId, cycleId, unitId, materialId }
    return county.as(`filler-${unitId}`).verdict('material.remove', input)
  }

  it('and is told to nobody; the same file in another of its materials still is', async () => {
    const [first, second] = [await handIn('township-a', 'removed'), await handIn('township-a', 'removed')]
    const { materialId } = await handIn('township-b', 'removed')
    expect(await remove('township-a', first.materialId)).toBe('ok')
    expect((await toldOf('township-b'))?.[materialId]).toEqual([{ unitName: '城关镇总工会', cycleId }])
    expect(await remove('township-a', second.materialId)).toBe('ok')
    expect((await toldOf('township-b'))?.[materialId]).toBeUndefined()
    expect(await usesOf('removed')).toBe(1)
  })

  it('refused, it stays noted; delivered again, it finishes what a dying function has left', async () => {
    const { materialId } = await handIn('township-a', 'half removed')
    await county.arrange('township-a', { selfOpenUntil: Date.now() - 1 })
    expect(await remove('township-a', materialId)).toBe('assessment.closed')
    expect(await usesOf('half removed')).toBe(1)
    await county.arrange('township-a', { selfOpenUntil: Date.now() + 86_400_000 })
    const operationId = newId()
    expect(await remove('township-a', materialId, operationId)).toBe('ok')
    const use = { source: chosen('half removed'), cycleId, unitId: 'township-a', materialId, unitName: '', at: 1 }
    await county.database.collection('file-hashes').add({ _id: 'left', ...use })
    expect(await remove('township-a', materialId, operationId)).toBe('ok')
    expect(await usesOf('half removed')).toBe(0)
  })
})

it('a unit is never told', async () => {
  const sheet = await county.as('filler-township-b').get('assessment.open', { cycleId, unitId: 'township-b' })
  expect(JSON.stringify(sheet)).not.toContain('sameFiles')
  expect(JSON.stringify(sheet)).not.toContain('城关镇')
})
