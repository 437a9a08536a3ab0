import { problem } from '#shared/errors/problems'
import { openBox } from '../../../miniprogram/outbox/open-box'
import { waitingIn } from '../../../miniprogram/outbox/waiting'
import { ScriptedCounty } from './scripted-county'
import { ScriptedPhone } from './scripted-phone'

const SHEET = '2026:madian'
const draft = { score: 450, notApplicable: null, remark: '' }
const described = { name: '会议纪要', documentNumber: '', date: '', whereabouts: '' }
const picture = (path: string) => ({ path, type: 'image/jpeg' as const, bytes: 100, sha256: path, thumbnail: null })

describe('what waits', () => {
  test('is told in plain words, oldest first', () => {
    const { outbox } = new ScriptedPhone(new ScriptedCounty())
    outbox.fill(SHEET, 'a1-03', draft, 0)
    outbox.fill(SHEET, 'a1-04', { ...draft, score: null, notApplicable: '没有企业' }, 0)
    outbox.addMaterial(SHEET, { description: described, files: [picture('a'), picture('b')], items: [] })
    outbox.addMaterial(SHEET, { description: { ...described, whereabouts: '1号盒' }, files: [], items: [] })
    outbox.linkMaterials(SHEET, ['material-of-old'], ['a1-03'])
    expect(waitingIn(outbox.box()).map(({ words }) => words)).toEqual([
      '自评4.5',
      '自评不涉及',
      '照片「会议纪要」2张',
      '登记原件「会议纪要」',
      '1份资料归项',
    ])
    const aged = structuredClone(outbox.box())
    const [first] = aged.materials[SHEET] ?? []
    if (first) first.at = 1
    expect(waitingIn(aged)[0]).toMatchObject({ words: '照片「会议纪要」2张', at: 1, reason: { kind: 'waits' } })
  })

  test('says why: two values, or the county’s reason', async () => {
    const county = new ScriptedCounty()
    const phone = new ScriptedPhone(county)
    county.fillByOther('a1-03', draft)
    county.refuses = (_, body) => (body.includes('a1-04') ? problem('call.invalid-input', { field: '备注' }) : null)
    phone.outbox.fill(SHEET, 'a1-03', { ...draft, score: 500 }, 0)
    phone.outbox.fill(SHEET, 'a1-04', draft, 0)
    await phone.flush()
    const reasons = Object.fromEntries(waitingIn(phone.outbox.box()).map(({ key, reason }) => [key, reason]))
    expect(reasons[`${SHEET}:a1-03`]).toEqual({ kind: 'conflict' })
    expect(reasons[`${SHEET}:a1-04`]).toMatchObject({ kind: 'refused', problem: { code: 'call.invalid-input' } })
  })

  test('is nothing once the county has it', async () => {
    const phone = new ScriptedPhone(new ScriptedCounty())
    phone.outbox.fill(SHEET, 'a1-03', draft, 0)
    await phone.flush()
    expect(waitingIn(phone.outbox.box())).toEqual([])
  })
})

describe('a box under one key of WeChat’s storage, 1 MB at most', () => {
  test('25 items with long remarks and 60 pictures with their tickets take less than a fifth of it', async () => {
    const phone = new ScriptedPhone(new ScriptedCounty(), ['answered', 'lost', 'lost', 'lost', 'lost'])
    for (let item = 1; item <= 25; item += 1) {
      phone.outbox.fill(SHEET, `a1-${item}`, { ...draft, remark: '县'.repeat(500) }, 0)
    }
    const path = (page: number) => `wxfile://usr/pictures/${'0'.repeat(60)}-${page}.jpg`
    const thumbnail = (page: number) => ({ path: `${path(page)}-small`, bytes: 9_000, sha256: '0'.repeat(64) })
    for (let page = 0; page < 60; page += 1) {
      const file = { ...picture(path(page)), sha256: '0'.repeat(64), thumbnail: thumbnail(page) }
      const named = { ...described, name: '资料 11月28日 第20页', documentNumber: '党委会纪要〔2026〕5号' }
      phone.outbox.addMaterial(SHEET, { description: named, files: [file], items: ['a1-1', 'a1-2', 'a1-3'] })
    }
    await phone.flush()
    const bytes = Buffer.byteLength(phone.stored.get('outbox/box') ?? '')
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThan(200_000)
    expect(openBox(JSON.parse(phone.stored.get('outbox/box') ?? ''))).toEqual(phone.outbox.box())
  })
})
