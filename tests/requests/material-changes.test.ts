import type { RequestName } from '#shared/contract/api-contract'
import type { RegisterMaterial } from '#shared/contract/material-contract'
import { emptyTally } from '#shared/scoring/tally'
import { type County, cycleId, startCounty } from '../support/county'
import { picture, registration, uploaded } from '../support/county/files'
import { newId } from '../support/county/sheets'

let county: County
let first: RegisterMaterial
let second: RegisterMaterial
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const filler = 'filler-township-a'
const sheet = { cycleId, unitId: 'township-a' }
const ask = <Name extends RequestName>(name: Name, input: object, openid = filler) =>
  county.as(openid).verdict(name, { ...sheet, operationId: newId(), ...input })

beforeEach(async () => {
  await county.arrange('township-a', {
    stage: 'filling',
    materials: {},
    history: [],
    summary: { self: emptyTally, byDepartment: {}, supplementsOpen: 0, doubtsOpen: 0, doubtsAnswered: 0, materials: 0 },
    reviewOpenUntil: Date.now() + 86_400_000,
  })
  first = registration({ files: await uploaded(county, filler, [picture(1)]), items: ['a1-01'] })
  second = registration()
  for (const input of [first, second]) await county.as(filler).get('material.register', input)
})

const itemsOf = async () => {
  const { materials } = await county.stored('township-a')
  return [first, second].map(({ materialId }) => materials[materialId]?.items)
}

describe.each([
  [
    'material.describe',
    () => ({ materialId: first.materialId, name: '新名称', documentNumber: '', date: '', whereabouts: '' }),
  ],
  ['material.link', () => ({ materials: [first.materialId], items: ['a1-02'] })],
  ['material.unlink', () => ({ materials: [first.materialId], items: ['a1-01'] })],
  ['material.remove', () => ({ materialId: first.materialId })],
] as const)('%s', (name, input) => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['another unit’s chair', 'chair-township-b', 'permission.denied'],
    ['the office', 'office', 'permission.denied'],
    ['a department', 'head-general-office', 'permission.denied'],
  ])('is refused to %s', async (_who, openid, code) => expect(await ask(name, input(), openid)).toBe(code))

  it('is refused for a material that is not there', async () => {
    const unknown = { ...input(), materialId: newId(), materials: [newId()] }
    const { materialId, materials, ...rest } = unknown
    const named = 'materials' in input() ? { ...rest, materials } : { ...rest, materialId }
    expect(await ask(name, named)).toBe('material.unknown')
  })

  it('is refused for a name that every object has', async () => {
    const named = 'materials' in input() ? { materials: ['constructor'] } : { materialId: 'constructor' }
    expect(await ask(name, { ...input(), ...named })).toBe('call.invalid-input')
  })

  it('is for the unit’s people, chair and filler alike', async () => {
    expect(await ask(name, input(), 'chair-township-a')).toBe('ok')
  })

  it('delivered twice has one effect and one answer; another body under its id is refused', async () => {
    const operationId = newId()
    const { history } = await county.stored('township-a')
    expect(await ask(name, { ...input(), operationId })).toBe('ok')
    expect(await ask(name, { ...input(), operationId })).toBe('ok')
    expect((await county.stored('township-a')).history).toHaveLength(history.length + 1)
    const other =
      'materials' in input() ? { materials: [second.materialId], items: ['a1-03'] } : { materialId: newId() }
    const verdict = await ask(name, { ...input(), ...other, operationId })
    // Taking away what is not there changes nothing, so there is nothing to refuse.
    expect(verdict).toBe(name === 'material.unlink' ? 'ok' : 'operation.reused')
  })
})

describe('after 报送', () => {
  beforeEach(() => county.arrange('township-a', { stage: 'submitted' }))

  it('nothing is taken away, renamed or taken off an item', async () => {
    const { materialId } = first
    const words = { name: '新名称', documentNumber: '', date: '', whereabouts: '' }
    expect(await ask('material.remove', { materialId })).toBe('material.frozen')
    expect(await ask('material.describe', { materialId, ...words })).toBe('material.frozen')
    expect(await ask('material.unlink', { materials: [materialId], items: ['a1-01'] })).toBe('material.frozen')
    expect(await itemsOf()).toEqual([['a1-01'], []])
  })

  it('a material may still prove another item, until the departments’ time is over', async () => {
    expect(await ask('material.link', { materials: [second.materialId], items: ['a1-03'] })).toBe('ok')
    await county.arrange('township-a', { reviewOpenUntil: 1 })
    expect(await ask('material.link', { materials: [second.materialId], items: ['a1-04'] })).toBe('assessment.closed')
    expect(await itemsOf()).toEqual([['a1-01'], ['a1-03']])
  })
})

describe('linking', () => {
  it('several to several at once, each once', async () => {
    const materials = [first.materialId, second.materialId]
    expect(await ask('material.link', { materials, items: ['a1-01', 'a1-05'] })).toBe('ok')
    expect(await itemsOf()).toEqual([
      ['a1-01', 'a1-05'],
      ['a1-01', 'a1-05'],
    ])
    expect(await ask('material.unlink', { materials, items: ['a1-01'] })).toBe('ok')
    expect(await itemsOf()).toEqual([['a1-05'], ['a1-05']])
  })

  it('is refused for an item of another annex, whole', async () => {
    expect(await ask('material.link', { materials: [first.materialId], items: ['a1-02', 'a3-01'] })).toBe(
      'item.unknown',
    )
    expect(await itemsOf()).toEqual([['a1-01'], []])
  })

  it('by three people at once loses none', async () => {
    const links = ['a1-06', 'a1-07', 'a1-08'].map(itemId =>
      ask('material.link', { materials: [first.materialId], items: [itemId] }, filler),
    )
    expect(await Promise.all(links)).toEqual(['ok', 'ok', 'ok'])
    expect((await itemsOf())[0]?.slice().sort()).toEqual(['a1-01', 'a1-06', 'a1-07', 'a1-08'])
  })
})

describe('describing', () => {
  it('changes the words and nothing else', async () => {
    const words = { name: '会议纪要', documentNumber: '马发〔2026〕5号', date: '2026-03-01', whereabouts: '2号盒' }
    const { materials } = await county
      .as(filler)
      .get('material.describe', { ...sheet, operationId: newId(), materialId: first.materialId, ...words })
    expect(materials[first.materialId]).toMatchObject({ ...words, revision: 2, items: ['a1-01'], files: [{}] })
  })

  it('cannot take the place from what has no picture', async () => {
    const words = { name: '台账', documentNumber: '', date: '', whereabouts: '' }
    expect(await ask('material.describe', { materialId: second.materialId, ...words })).toBe('material.without-proof')
  })
})

describe('removing', () => {
  it('removes its files too and leaves the others alone', async () => {
    const { materials } = await county.stored('township-a')
    const fileId = materials[first.materialId]?.files[0]?.fileId ?? ''
    const path = fileId.slice(fileId.indexOf('/materials/') + 1)
    expect(county.cloud.storage.find(path)).toBeDefined()
    const changed = await county
      .as(filler)
      .get('material.remove', { ...sheet, operationId: newId(), materialId: first.materialId })
    expect(changed).toMatchObject({ materials: { [first.materialId]: null }, summary: { materials: 1 } })
    expect(county.cloud.storage.find(path)).toBeUndefined()
    expect((await county.stored('township-a')).summary.materials).toBe(1)
  })
  it('delivered again after another was registered under its id, leaves that one and its files alone', async () => {
    const removal = { ...sheet, operationId: newId(), materialId: second.materialId }
    await county.as(filler).get('material.remove', removal)
    const files = await uploaded(county, filler, [picture(2)])
    const again = registration({ materialId: second.materialId, files })
    await county.as(filler).get('material.register', again)
    await county.as(filler).get('material.remove', removal)
    const view = { ...sheet, size: 'full' as const, materials: [second.materialId] }
    const { addresses } = await county.as(filler).get('material.view', view)
    expect(addresses[second.materialId]).toEqual([expect.stringContaining('http')])
  })
})
