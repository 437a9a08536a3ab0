import type { ReviewScore } from '#shared/assessment/assessment'
import { problem } from '#shared/errors/problems'
import { emptyBox } from '../../../miniprogram/outbox/box'
import { fateOf } from '../../../miniprogram/outbox/fate'
import { makeLane } from '../../../miniprogram/outbox/lane'
import type { Sent } from '../../../miniprogram/outbox/means'
import { openBox } from '../../../miniprogram/outbox/open-box'
import { statusText } from '../../../miniprogram/outbox/status'
import { ScriptedCounty } from './scripted-county'
import { ScriptedPhone } from './scripted-phone'

const SHEET = '2026:madian'
const draft = { score: 450, notApplicable: null, remark: '' }
const score = (comment: string): ReviewScore => ({
  score: 400,
  notApplicableAgreed: false,
  reasons: [],
  seen: [],
  comment,
})
const place = { cycleId: '2026', departmentId: 'zuzhi', unitId: 'madian', itemId: 'a1-01' }
const described = { name: '纪要', documentNumber: '', date: '', whereabouts: '1号盒' }

function phoneWith(...script: ConstructorParameters<typeof ScriptedPhone>[1] & {}) {
  const county = new ScriptedCounty()
  return { county, phone: new ScriptedPhone(county, script) }
}

describe('the status line', () => {
  const noon = Date.UTC(2026, 11, 8, 6, 32)

  test('says nothing where nothing was ever sent', () => {
    expect(statusText({ kind: 'received', at: null }, noon, '手机')).toBe('')
  })

  test('says when the county last took something, with the day where that was not today', () => {
    expect(statusText({ kind: 'received', at: noon }, noon, '手机')).toBe('县总已收到 14:32')
    expect(statusText({ kind: 'received', at: noon }, noon + 86_400_000, '手机')).toBe('县总已收到 12月8日 14:32')
  })

  test('follows a change from the phone to the county', async () => {
    const { phone } = phoneWith('lost')
    phone.outbox.fill(SHEET, 'a1-01', draft, 0)
    expect(statusText(phone.outbox.status(), noon, '手机')).toBe('已存手机')
    const sending = phone.flush()
    expect(statusText(phone.outbox.status(), noon, '手机')).toBe('已存手机，正在上传')
    await sending
    expect(statusText(phone.outbox.status(), noon, '手机')).toBe('没信号，先存手机：1项等着上传')
    await phone.flush()
    expect(phone.outbox.status()).toEqual({ kind: 'received', at: 2000 })
  })
})

test('a full phone is said, and what was typed still goes to the county', async () => {
  const { phone, county } = phoneWith()
  phone.room = 10
  expect(phone.outbox.fill(SHEET, 'a1-01', draft, 0)?.code).toBe('phone.full')
  await phone.flush()
  expect(county.items.get('a1-01')).toMatchObject({ score: 450 })
})

describe('reviewers’ drafts', () => {
  test('only the latest of an item is sent', async () => {
    const { phone, county } = phoneWith()
    phone.outbox.keepReviewDraft(place, score('一'))
    phone.outbox.keepReviewDraft(place, score('二'))
    await phone.flush()
    expect(phone.calls).toHaveLength(1)
    expect(county.drafts.get('madian:a1-01')).toMatchObject({ comment: '二' })
    expect(phone.outbox.status()).toMatchObject({ kind: 'received' })
  })

  test('what was changed while it was under way goes out after it', async () => {
    const { phone, county } = phoneWith()
    phone.outbox.keepReviewDraft(place, score('一'))
    const sending = phone.flush()
    phone.outbox.keepReviewDraft(place, score('二'))
    await sending
    expect(county.drafts.get('madian:a1-01')).toMatchObject({ comment: '二' })
  })

  test('survive a kill, and are dropped once there is a 定分', async () => {
    const { phone, county } = phoneWith()
    phone.outbox.keepReviewDraft(place, score('一'))
    phone.kill()
    phone.outbox.dropReviewDraft(place)
    await phone.flush()
    expect(county.drafts.size).toBe(0)
  })
})

describe('a refused material', () => {
  async function refused() {
    const both = phoneWith()
    const { materialId } = both.phone.outbox.addMaterial(SHEET, { description: described, files: [], items: ['a1-01'] })
    // Somebody else holds the id: the county refuses for good.
    both.county.materials.set(materialId, { name: '别的', items: [], files: 0 })
    await both.phone.flush()
    both.phone.outbox.linkMaterials(SHEET, [materialId, 'material-of-old'], ['a1-02'])
    return { ...both, materialId }
  }

  test('waits for the person with its reason', async () => {
    const { phone } = await refused()
    const [registration] = phone.outbox.box().materials[SHEET] ?? []
    expect(registration?.problem?.code).toBe('material.exists')
    expect(phone.outbox.status()).toEqual({ kind: 'look', count: 1 })
  })

  test('given up, it takes along what waited for it, and lets the rest through', async () => {
    const { phone, county } = await refused()
    county.materials.set('material-of-old', { name: '旧的', items: [], files: 0 })
    const [registration] = phone.outbox.box().materials[SHEET] ?? []
    if (registration?.kind !== 'register') throw new Error('no registration')
    phone.outbox.giveUpOperation(SHEET, registration.operationId)
    await phone.flush()
    expect(phone.outbox.box().materials).toEqual({})
    expect(county.materials.get('material-of-old')?.items).toEqual(['a1-02'])
  })
})

describe('what a refusal means for what was sent', () => {
  test('tells the caller’s troubles from those of what was called', () => {
    expect(fateOf(problem('network.unreachable'))).toBe('unreachable')
    expect(fateOf(problem('server.busy'))).toBe('later')
    expect(fateOf(problem('identity.session-ended'))).toBe('held')
    expect(fateOf(problem('call.outdated'))).toBe('held')
    expect(fateOf(problem('assessment.closed'))).toBeNull()
  })
})

describe('trying again', () => {
  /** Notes how long each wait would be; nothing runs by itself. */
  function noting(waits: number[], random: number) {
    const later = (milliseconds: number) => {
      waits.push(milliseconds)
      return () => {}
    }
    return { random: () => random, later }
  }

  test('waits longer each time, up to five minutes, and starts over after a success', async () => {
    const waits: number[] = []
    let answer: Sent = 'unreachable'
    const means = noting(waits, 1)
    const lane = makeLane(
      async () => answer,
      means,
      () => {},
    )
    for (let attempt = 0; attempt < 10; attempt += 1) await lane.run()
    expect(waits.slice(0, 3)).toEqual([2_000, 4_000, 8_000])
    expect(waits.at(-1)).toBe(300_000)
    answer = 'done'
    await lane.run()
    answer = 'later'
    await lane.run()
    expect(waits.at(-1)).toBe(2_000)
  })

  test('a keystroke does not hurry a dead network', async () => {
    const waits: number[] = []
    const means = noting(waits, 0)
    const lane = makeLane(
      async () => 'unreachable',
      means,
      () => {},
    )
    await lane.run()
    lane.nudge()
    expect(waits).toEqual([1_000])
  })
})

describe('opening a stored box', () => {
  test('nothing stored is an empty box', () => {
    expect(openBox(undefined)).toEqual(emptyBox)
  })

  test('a box from before there were visits keeps everything, and has room for them', () => {
    const { visitNotes: _notes, visitReturns: _returns, ...before } = { ...emptyBox, format: 1, receivedAt: 7 }
    expect(openBox(before)).toEqual({ ...emptyBox, receivedAt: 7 })
  })

  test('a box of a newer version, or of anything else, is left as it is', () => {
    const { phone } = phoneWith()
    for (const stored of [{ ...emptyBox, format: emptyBox.format + 1 }, 'broken', []]) {
      expect(openBox(stored)).toBe('unreadable')
      phone.stored.set('outbox/box', JSON.stringify(stored))
      phone.kill()
      phone.outbox.fill(SHEET, 'a1-01', draft, 0)
      expect(phone.stored.get('outbox/box')).toBe(JSON.stringify(stored))
    }
  })
})
