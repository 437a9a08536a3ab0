import type { ReviewScore } from '#shared/assessment/assessment'
import { problem } from '#shared/errors/problems'
import { sendInTurn } from '../../../miniprogram/outbox/in-turn'
import { makeLane } from '../../../miniprogram/outbox/lane'
import type { Sent } from '../../../miniprogram/outbox/means'
import { ScriptedCounty } from './scripted-county'
import { ScriptedPhone } from './scripted-phone'

/* What goes wrong with one thing is never in the way of the others; what the county asks for is done. */

const SHEET = '2026:madian'
const draft = (remark: string) => ({ score: 450, notApplicable: null, remark })

describe('one of several', () => {
  test('a change that the county cannot read is told; the others of its sheet arrive', async () => {
    const county = new ScriptedCounty()
    const phone = new ScriptedPhone(county)
    county.refuses = (_, body) => (body.includes('坏') ? problem('call.invalid-input', { field: '备注' }) : null)
    phone.outbox.fill(SHEET, 'a1-01', draft('好'), 0)
    phone.outbox.fill(SHEET, 'a1-02', draft('坏'), 0)
    phone.outbox.fill(SHEET, 'a1-03', draft('好'), 0)
    await phone.flush()
    expect([...county.items.keys()]).toEqual(['a1-01', 'a1-03'])
    expect(phone.outbox.status()).toEqual({ kind: 'look', count: 1 })
    expect(phone.outbox.box().selfScores[SHEET]?.['a1-02']?.trouble).toMatchObject({ kind: 'refused' })
  })

  test('so with reviewers’ drafts', async () => {
    const county = new ScriptedCounty()
    const phone = new ScriptedPhone(county)
    county.refuses = (_, body) => (body.includes('坏') ? problem('call.invalid-input', { field: '说明' }) : null)
    const score = (comment: string): ReviewScore => ({
      ...draft(''),
      notApplicableAgreed: false,
      reasons: [],
      seen: [],
      comment,
    })
    const place = (itemId: string) => ({ cycleId: '2026', departmentId: 'zuzhi', unitId: 'madian', itemId })
    phone.outbox.keepReviewDraft(place('a1-01'), score('坏'))
    phone.outbox.keepReviewDraft(place('a1-02'), score('好'))
    await phone.flush()
    expect([...county.drafts.keys()]).toEqual(['madian:a1-02'])
    expect(phone.outbox.status()).toEqual({ kind: 'look', count: 1 })
  })

  test('a conflict and a refusal on one sheet leave another sheet alone', async () => {
    const county = new ScriptedCounty()
    const phone = new ScriptedPhone(county)
    county.fillByOther('a1-01', draft('小李的'))
    phone.outbox.fill(SHEET, 'a1-01', draft('我的'), 0)
    phone.outbox.fill('2026:xinan', 'a1-02', draft('另一张'), 0)
    await phone.flush()
    expect(county.items.get('a1-02')).toMatchObject({ remark: '另一张' })
  })

  test('what never gets through a weak network does not keep the others from trying', async () => {
    const tried: string[] = []
    const errand = errandNoting(tried)
    const send = sendInTurn(() => [
      errand('too large', 'unreachable'),
      errand('small', 'done'),
      errand('busy', 'later'),
    ])
    expect(await send()).toBe('unreachable')
    expect(tried).toEqual(['too large'])
    expect(await send()).toBe('unreachable')
    expect(tried).toEqual(['too large', 'small', 'busy', 'too large'])
  })

  test('a sign-in that is missing is said, and what only waits for a while goes on', async () => {
    const tried: string[] = []
    const errand = errandNoting(tried)
    expect(await sendInTurn(() => [errand('a', 'held'), errand('b', 'later'), errand('c', 'done')])()).toBe('held')
    expect(tried).toEqual(['a', 'b', 'c'])
  })
})

function errandNoting(tried: string[]) {
  return (name: string, sent: Sent) => ({
    name,
    async send() {
      tried.push(name)
      return sent
    },
  })
}

describe('a county that wants to be left alone', () => {
  function lane(random: number, send: () => Promise<Sent>) {
    const waits: { milliseconds: number; run: () => void }[] = []
    const later = (milliseconds: number, run: () => void) => {
      const wait = { milliseconds, run }
      waits.push(wait)
      return () => void waits.splice(waits.indexOf(wait), 1)
    }
    return { waits, lane: makeLane(send, { random: () => random, later }, () => {}) }
  }

  test('is left alone for at least that long, whatever the person or the network does meanwhile', async () => {
    let calls = 0
    const made = lane(0.5, async () => {
      calls += 1
      if (calls === 1) made.lane.leaveAlone(20_000)
      return calls === 1 ? 'later' : 'done'
    })
    await made.lane.run()
    made.lane.nudge()
    await made.lane.run()
    expect(calls).toBe(1)
    expect(made.waits.map(({ milliseconds }) => milliseconds)).toEqual([25_000])
    made.waits[0]?.run()
    await made.lane.run()
    expect(calls).toBeGreaterThan(1)
  })

  test('closing ends the wait', async () => {
    const made = lane(0, async () => {
      made.lane.leaveAlone(20_000)
      return 'later'
    })
    await made.lane.run()
    made.lane.close()
    expect(made.waits).toEqual([])
  })
})
