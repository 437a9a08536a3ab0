import { problem } from '#shared/errors/problems'
import { statusText } from '../../../miniprogram/outbox/status'
import { waitingIn } from '../../../miniprogram/outbox/waiting'
import { ScriptedCounty } from './scripted-county'
import { ScriptedPhone } from './scripted-phone'

/* A person is told before anything could be lost, and why nothing is sent. */

const SHEET = '2026:madian'
const draft = (remark: string) => ({ score: 450, notApplicable: null, remark })
const words = (phone: ScriptedPhone) => statusText(phone.outbox.status(), 0, '手机')

test('a full phone says so until what was typed has reached the county, and loses nothing of before', async () => {
  const county = new ScriptedCounty()
  const phone = new ScriptedPhone(county)
  expect(phone.outbox.fill(SHEET, 'a1-01', draft('存得下'), 0)).toBeNull()
  phone.room = (phone.stored.get('outbox/box') ?? '').length
  expect(phone.outbox.fill(SHEET, 'a1-02', draft('存不下了'), 0)).toMatchObject({ code: 'phone.full' })
  expect(words(phone)).toBe('手机存满了，刚填的还没存住，先不要关')
  await phone.flush()
  expect(county.items.get('a1-02')).toMatchObject({ remark: '存不下了' })
  expect(phone.outbox.status().kind).toBe('received')
})

test('killed while full, what was on the phone before is still there', () => {
  const phone = new ScriptedPhone(new ScriptedCounty())
  phone.outbox.fill(SHEET, 'a1-01', draft('存得下'), 0)
  phone.room = (phone.stored.get('outbox/box') ?? '').length
  phone.outbox.fill(SHEET, 'a1-02', draft('存不下了'), 0)
  phone.kill()
  expect(Object.keys(phone.outbox.box().selfScores[SHEET] ?? {})).toEqual(['a1-01'])
})

test.each([
  ['call.outdated', '请更新小程序，1项都在手机里'],
  ['identity.session-ended', '请重新登录，1项都在手机里'],
  ['identity.not-a-member', '还没加入考核，1项都在手机里'],
] as const)('%s keeps the box, and the line says what to do', async (code, expected) => {
  const county = new ScriptedCounty()
  const phone = new ScriptedPhone(county)
  county.refuses = () => problem(code)
  phone.outbox.fill(SHEET, 'a1-01', draft('留着'), 0)
  await phone.flush()
  expect(words(phone)).toBe(expected)
  county.refuses = () => null
  await phone.flush()
  expect(county.items.get('a1-01')).toMatchObject({ remark: '留着' })
  expect(phone.outbox.status().kind).toBe('received')
})

test('fifty long remarks go in calls that WeChat takes', async () => {
  const county = new ScriptedCounty()
  const phone = new ScriptedPhone(county)
  const items = Array.from({ length: 50 }, (_, at) => `a1-${String(at + 1).padStart(2, '0')}`)
  for (const item of items) phone.outbox.fill(SHEET, item, draft('长'.repeat(2000)), 0)
  await phone.flush()
  expect([...county.items.keys()].sort()).toEqual(items)
  for (const { input } of phone.calls) expect(Buffer.byteLength(input)).toBeLessThan(100_000)
  expect(phone.calls.length).toBeLessThan(8)
})

test('a saved picture that is gone is named, with its page; the others arrive', async () => {
  const county = new ScriptedCounty()
  const phone = new ScriptedPhone(county)
  const photo = (path: string) => ({ path, type: 'image/jpeg' as const, bytes: 1, sha256: '', thumbnail: null })
  const paper = { name: '会议纪要', documentNumber: '', date: '', whereabouts: '' }
  phone.gone.add('two')
  phone.outbox.addMaterial(SHEET, { description: paper, files: [photo('one'), photo('two')], items: [] })
  phone.outbox.addMaterial(SHEET, { description: { ...paper, name: '照片' }, files: [photo('three')], items: [] })
  await phone.flush()
  const [waiting] = waitingIn(phone.outbox.box())
  expect(waiting?.reason).toMatchObject({
    kind: 'refused',
    problem: { message: '找不到资料「会议纪要」的第2张了，别的都还在。请重新拍一张。' },
  })
  expect([...county.materials.values()].map(({ name }) => name)).toEqual(['照片'])
})
