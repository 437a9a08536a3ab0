import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openOutbox } from '../../../miniprogram/outbox/outbox'
import { waitingIn } from '../../../miniprogram/outbox/waiting'
import { ScriptedCounty } from './scripted-county'
import { ScriptedPhone } from './scripted-phone'

/*
 * Boxes as earlier versions of the program have left them on phones. A format that was ever given out stays here for
 * good: its box must come through every later version, and what it holds must arrive.
 */

const SHEET = '2026:madian'
const stored = (format: number) => readFileSync(join(__dirname, 'boxes', `format-${format}.json`), 'utf8')

test('a box of format 1: what was sent and what was typed since arrive, and the paper with its links', async () => {
  const county = new ScriptedCounty()
  const phone = new ScriptedPhone(county)
  phone.stored.set('outbox/box', stored(1))
  phone.kill()
  expect(waitingIn(phone.outbox.box()).map(({ words }) => words)).toEqual([
    '自评4.5',
    '自评不涉及',
    '登记原件「会议纪要」',
    '评分草稿 4',
  ])
  await phone.flush()
  expect(phone.outbox.status().kind).toBe('received')
  expect(county.items.get('a1-01')).toMatchObject({ revision: 2, score: 450, remark: '后来改的' })
  expect(county.items.get('a1-02')).toMatchObject({ notApplicable: '没有企业' })
  expect([...county.materials.values()]).toEqual([{ name: '会议纪要', items: ['a1-01', 'a1-02'], files: 0 }])
  expect(county.drafts.size).toBe(1)
})

test('a box of format 2: a visit’s note and its 限期补充 arrive, and are named while they wait', async () => {
  const county = new ScriptedCounty()
  const phone = new ScriptedPhone(county)
  phone.stored.set('outbox/box', stored(2))
  phone.kill()
  expect(waitingIn(phone.outbox.box()).map(({ words }) => words)).toEqual([
    '限期补充「补职代会签到册原件」',
    '实地考核建议2.5',
  ])
  await phone.flush()
  expect(phone.outbox.status().kind).toBe('received')
  expect([...county.visitNotes.keys()]).toEqual(['madian:a1-01'])
  expect(county.returned).toHaveLength(1)
  expect(phone.outbox.box()).toMatchObject({ format: 3, visitPictures: {} })
})

test('every person’s box is their own: another one on the same phone sees and sends nothing of it', async () => {
  const county = new ScriptedCounty()
  const phone = new ScriptedPhone(county)
  phone.outbox.fill(SHEET, 'a1-01', { score: 450, notApplicable: null, remark: '小李的' }, 0)
  const { means } = phone
  phone.outbox.close()
  const other = openOutbox('other-person', means)
  expect(waitingIn(other.box())).toEqual([])
  await other.flush()
  expect(phone.calls).toEqual([])
  await phone.outbox.flush()
  expect(phone.calls).toEqual([])
  // The first comes back: it is all there.
  phone.kill()
  await phone.flush()
  expect(county.items.get('a1-01')).toMatchObject({ remark: '小李的' })
})

test.each([
  ['a day behind', -86_400_000],
  ['a day ahead', 86_400_000],
  ['set back to 1970', -2_000_000_000_000],
])('a phone whose clock is %s loses nothing, and orders by the county’s revisions', async (_, off) => {
  const county = new ScriptedCounty()
  const phone = new ScriptedPhone(county)
  const draft = (remark: string) => ({ score: 450, notApplicable: null, remark })
  phone.outbox.fill(SHEET, 'a1-01', draft('先填的'), 0)
  await phone.flush()
  phone.clock += off
  phone.outbox.fill(SHEET, 'a1-01', draft('后填的'), 1)
  phone.kill()
  await phone.flush()
  expect(county.items.get('a1-01')).toMatchObject({ revision: 2, remark: '后填的' })
  // What the status line says is the server's time.
  expect(phone.outbox.status()).toEqual({ kind: 'received', at: 2000 })
})
