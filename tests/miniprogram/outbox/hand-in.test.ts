import { problem } from '#shared/errors/problems'
import { ScriptedCounty } from './scripted-county'
import { ScriptedPhone } from './scripted-phone'

/* 报送 waits for words and never for pictures. */

const SHEET = '2026:madian'
const description = { name: '纪要', documentNumber: '', date: '', whereabouts: '1号盒' }
const photo = (path: string) => ({
  ...{ path, type: 'image/jpeg' as const, bytes: 7, sha256: 'f'.repeat(64) },
  thumbnail: { path: `${path}-small`, bytes: 1, sha256: 'e'.repeat(64) },
})

function phoneWith(files: ReturnType<typeof photo>[]) {
  const phone = new ScriptedPhone(new ScriptedCounty())
  const { materialId } = phone.outbox.addMaterial(SHEET, { description, files, items: ['a1-01'] })
  return { phone, materialId }
}

test('a picture is announced with its bytes and hash; its thumbnail is not', () => {
  const { phone, materialId } = phoneWith([photo('one'), photo('two')])
  const file = { bytes: 7, sha256: 'f'.repeat(64) }
  expect(phone.outbox.handingIn(SHEET)).toEqual({ isReady: true, manifest: [{ materialId, files: [file, file] }] })
})

test('a score, and an original that is only named, must have arrived; sending the words is enough', async () => {
  const { phone } = phoneWith([photo('one')])
  phone.outbox.fill(SHEET, 'a1-01', { score: 50, notApplicable: null, remark: '' }, 0)
  phone.outbox.addMaterial(SHEET, { description, files: [], items: [] })
  expect(phone.outbox.handingIn(SHEET).isReady).toBe(false)
  await phone.outbox.flushWords()
  expect(phone.outbox.handingIn(SHEET)).toMatchObject({ isReady: true, manifest: [{}] })
  expect(phone.calls.map(({ request }) => request).sort()).toEqual(['assessment.save', 'material.register'])
})

test('a change of what the county knows goes without waiting for pictures', async () => {
  const { phone, materialId } = phoneWith([])
  await phone.outbox.flushWords()
  phone.outbox.addMaterial(SHEET, { description, files: [photo('one')], items: [] })
  phone.outbox.describeMaterial(SHEET, materialId, { ...description, name: '党委会纪要' })
  expect(phone.outbox.handingIn(SHEET).isReady).toBe(false)
  await phone.outbox.flushWords()
  expect(phone.outbox.handingIn(SHEET).isReady).toBe(true)
})

test('what was refused is neither announced nor in the way', async () => {
  const { phone } = phoneWith([photo('one')])
  phone.county.refuses = request => (request === 'material.register' ? problem('material.wrong-type') : null)
  await phone.flush()
  expect(phone.outbox.status()).toMatchObject({ kind: 'look' })
  expect(phone.outbox.handingIn(SHEET)).toEqual({ isReady: true, manifest: [] })
})

test('one that must be uploaded anew does not hold up the others', async () => {
  const { phone } = phoneWith([photo('one')])
  let refusals = 1
  phone.county.refuses = request => {
    if (request !== 'material.register' || refusals === 0) return null
    refusals -= 1
    return problem('material.altered')
  }
  for (const path of ['two', 'three', 'four', 'five']) {
    phone.outbox.addMaterial(SHEET, { description, files: [photo(path)], items: [] })
  }
  await phone.flush()
  expect(phone.outbox.handingIn(SHEET).manifest).toHaveLength(1)
  await phone.flush()
  expect(phone.outbox.isSent(SHEET)).toBe(true)
})
