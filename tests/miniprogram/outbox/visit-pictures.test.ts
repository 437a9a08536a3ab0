import * as fc from 'fast-check'
import { problem } from '#shared/errors/problems'
import { waitingIn } from '../../../miniprogram/outbox/waiting'
import { ScriptedCounty } from './scripted-county'
import { fates, ScriptedPhone } from './scripted-phone'

const unit = { cycleId: '2026', groupId: 'group-2', unitId: 'madian' }
const file = (path: string) => ({
  path,
  type: 'image/jpeg' as const,
  bytes: 100,
  sha256: path,
  thumbnail: { path: `${path}-small`, bytes: 10, sha256: path },
})

test('pictures taken without network go by themselves, and the phone keeps no copy', async () => {
  const county = new ScriptedCounty()
  const phone = new ScriptedPhone(county, ['lost'])
  phone.outbox.addVisitPicture(unit, 'place', file('a'))
  phone.outbox.addVisitPicture(unit, 'record', file('b'))
  expect(waitingIn(phone.outbox.box()).map(({ words }) => words)).toEqual(['现场照片', '实地考核记录的照片'])
  await phone.flush()
  expect(phone.outbox.status()).toMatchObject({ kind: 'no-signal', count: 2 })
  await phone.flush()
  expect([...county.visitPictures.values()]).toEqual(['place', 'record'])
  expect(phone.removedFiles).toEqual(['a', 'a-small', 'b', 'b-small'])
  expect(phone.outbox.status().kind).toBe('received')
})

test('whatever is lost, busy or killed on the way, each arrives once and none is sent twice with another body', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...fates), { maxLength: 25 }), fc.nat(3), async (script, expiry) => {
      const county = new ScriptedCounty()
      const phone = new ScriptedPhone(county, [...script])
      for (const path of ['a', 'b', 'c']) phone.outbox.addVisitPicture(unit, 'place', file(path))
      for (let time = 0; time < 40 && phone.outbox.status().kind !== 'received'; time += 1) {
        await phone.flush()
        if (time === expiry) county.expireTickets()
      }
      expect(county.visitPictures.size).toBe(3)
      expect(county.reused).toEqual([])
      expect(phone.outbox.status().kind).toBe('received')
    }),
    { seed: 20261126, numRuns: 200 },
  )
})

test('a refused one says why, is tried again when the person wants it, or given up with its files', async () => {
  const county = new ScriptedCounty()
  const phone = new ScriptedPhone(county)
  county.refuses = request => (request === 'visit.ticket' ? problem('visit.not-your-unit') : null)
  phone.outbox.addVisitPicture(unit, 'place', file('a'))
  phone.outbox.addVisitPicture(unit, 'place', file('b'))
  await phone.flush()
  const [first, second] = waitingIn(phone.outbox.box()).flatMap(entry => (entry.kind === 'visit' ? [entry] : []))
  expect(first?.reason).toMatchObject({ kind: 'refused', problem: { code: 'visit.not-your-unit' } })
  if (first) phone.outbox.giveUpVisit(first.of)
  expect(phone.removedFiles).toEqual(['a', 'a-small'])
  county.refuses = () => null
  if (second) phone.outbox.retryVisit(second.of)
  await phone.flush()
  expect([...county.visitPictures.values()]).toEqual(['place'])
  expect(waitingIn(phone.outbox.box())).toEqual([])
})

test('a refused 限期补充 or note can be given up; what was taken stays', async () => {
  const county = new ScriptedCounty()
  const phone = new ScriptedPhone(county)
  const place = { ...unit, itemId: 'a1-01' }
  phone.outbox.askOnVisit(place, { reason: '补签到册', until: 5 })
  await phone.flush()
  county.refuses = request => (request.startsWith('visit.') ? problem('visit.not-your-unit') : null)
  phone.outbox.askOnVisit(place, { reason: '补会议纪要', until: 5 })
  phone.outbox.keepVisitNote(place, { looking: true, score: null })
  await phone.flush()
  const waiting = waitingIn(phone.outbox.box())
  expect(waiting.map(({ words }) => words).sort()).toEqual(['实地考核：我来看', '限期补充「补会议纪要」'])
  for (const entry of waiting) if (entry.kind === 'visit') phone.outbox.giveUpVisit(entry.of)
  expect(waitingIn(phone.outbox.box())).toEqual([])
  expect(Object.values(phone.outbox.box().visitReturns).map(({ input }) => input.reason)).toEqual(['补签到册'])
})
