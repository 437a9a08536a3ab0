import { emptyBox } from '../../../miniprogram/outbox/box'
import { joinBoxes } from '../../../miniprogram/outbox/join-boxes'
import { ScriptedCounty } from './scripted-county'
import { ScriptedPhone } from './scripted-phone'

/* An older program finds the box of a newer one: it leaves it whole, and works in one beside it until it is updated. */

const SHEET = '2026:madian'
const draft = (remark: string) => ({ score: 450, notApplicable: null, remark })
const format = `"format":${emptyBox.format}`
const description = { name: '纪要', documentNumber: '', date: '', whereabouts: '1号盒' }

test('after the update both boxes are one, and what was done last counts', async () => {
  const county = new ScriptedCounty()
  const phone = new ScriptedPhone(county)
  phone.outbox.fill(SHEET, 'a1-01', draft('新版填的'), 0)
  phone.outbox.fill(SHEET, 'a1-02', draft('新版先填的'), 0)
  const newer = (phone.stored.get('outbox/box') ?? '').replace(format, '"format":99')
  phone.stored.set('outbox/box', newer)

  phone.kill()
  expect(phone.outbox.status().kind).toBe('received')
  phone.clock += 1000
  phone.outbox.fill(SHEET, 'a1-02', draft('旧版后填的'), 0)
  phone.outbox.addMaterial(SHEET, { description, files: [], items: [] })
  expect(phone.stored.get('outbox/box')).toBe(newer)

  phone.stored.set('outbox/box', newer.replace('"format":99', format))
  phone.kill()
  expect(phone.stored.has('outbox/box/beside')).toBe(false)
  await phone.flush()
  expect(county.items.get('a1-01')).toMatchObject({ remark: '新版填的' })
  expect(county.items.get('a1-02')).toMatchObject({ remark: '旧版后填的' })
  expect(county.materials.size).toBe(1)
  expect(phone.outbox.status().kind).toBe('received')
})

test('joined twice, as after a kill in between, they come to the same', () => {
  const phone = new ScriptedPhone(new ScriptedCounty())
  phone.outbox.fill(SHEET, 'a1-01', draft('一'), 0)
  phone.outbox.addMaterial(SHEET, { description, files: [], items: [] })
  const beside = phone.outbox.box()
  const once = joinBoxes(emptyBox, beside)
  expect(joinBoxes(once, beside)).toEqual(once)
})
