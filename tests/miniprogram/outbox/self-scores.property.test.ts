import fc from 'fast-check'
import type { SelfScoreDraft } from '#shared/scoring/check-self-score'
import { ScriptedCounty } from './scripted-county'
import { fates, ScriptedPhone } from './scripted-phone'

const SHEET = '2026:madian'
const items = ['a1-01', 'a1-02', 'a1-03']

const item = fc.constantFrom(...items)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('fill' as const), item }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('fill-by-other' as const), item }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('flush' as const), item }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('fill-during-flush' as const), item }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('open-sheet' as const), item }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('kill' as const), item }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('resolve-mine' as const), item }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('resolve-theirs' as const), item }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** One person with one phone, and what they have seen of others' work. Every filling is told apart by its remark. */
class Person {
  readonly county = new ScriptedCounty()
  readonly phone: ScriptedPhone
  private readonly shown = new Map<string, number>()
  readonly seen = new Set<string>()
  readonly latest = new Map<string, string>()
  readonly order: string[] = []
  private readonly givenUp = new Set<string>()
  private count = 0

  constructor(script: (typeof fates)[number][]) {
    this.phone = new ScriptedPhone(this.county, [...script])
    this.phone.onSaved = saved => {
      for (const [itemId, { self }] of Object.entries(saved.items)) this.see(itemId, self?.revision ?? 0, self?.remark)
    }
  }

  async act({ act, item: itemId }: Step): Promise<void> {
    const { outbox } = this.phone
    switch (act) {
      case 'fill':
        return this.fill(itemId)
      case 'fill-by-other':
        return this.county.fillByOther(itemId, this.draft('other'))
      case 'flush':
        return this.phone.flush()
      case 'fill-during-flush': {
        const flushed = this.phone.flush()
        this.fill(itemId)
        return flushed
      }
      case 'open-sheet':
        for (const [id, self] of this.county.items) this.see(id, self.revision, self.remark)
        return
      case 'kill':
        return this.phone.kill()
      case 'resolve-mine':
      case 'resolve-theirs': {
        const pending = outbox.box().selfScores[SHEET]?.[itemId]
        if (pending?.trouble?.kind !== 'conflict') return
        this.see(itemId, pending.trouble.theirs?.revision ?? 0, pending.trouble.theirs?.remark)
        if (act === 'resolve-theirs') this.givenUp.add(this.latest.get(itemId) ?? '')
        outbox.resolve(SHEET, itemId, act === 'resolve-mine' ? 'mine' : 'theirs')
      }
    }
  }

  /** Everything that still waits goes out, and every conflict is decided for the person's own value. */
  async settle(): Promise<void> {
    this.phone.script.length = 0
    for (let round = 0; round < 5; round += 1) {
      for (const itemId of items) await this.act({ act: 'resolve-mine', item: itemId })
      await this.phone.flush()
    }
  }

  /** What the person typed last of each item, unless they gave it up for another's. */
  wanted(): string[] {
    return [...this.latest.values()].filter(remark => !this.givenUp.has(remark))
  }

  private fill(itemId: string): void {
    const draft = this.draft('mine')
    this.latest.set(itemId, draft.remark)
    this.order.push(draft.remark)
    expect(this.phone.outbox.fill(SHEET, itemId, draft, this.shown.get(itemId) ?? 0)).toBeNull()
  }

  private draft(whose: string): SelfScoreDraft {
    this.count += 1
    return { score: 50 * (this.count % 10), notApplicable: null, remark: `${whose} ${this.count}` }
  }

  private see(itemId: string, revision: number, remark: string | undefined): void {
    this.shown.set(itemId, revision)
    if (remark !== undefined) this.seen.add(remark)
  }
}

test('whatever is lost, repeated or killed on the way, every filling arrives once or is given up by the person', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.array(fc.constantFrom(...fates), { maxLength: 25 }),
      async (steps, script) => {
        const person = new Person(script)
        for (const each of steps) await person.act(each)
        await person.settle()

        const { applied, reused } = person.county
        const arrived = applied.map(({ draft }) => draft.remark)
        expect(reused).toEqual([])
        // Nothing lost: what was typed last has arrived.
        expect(arrived).toEqual(expect.arrayContaining(person.wanted()))
        // Nothing doubled.
        expect(new Set(arrived).size).toBe(arrived.length)
        // Each item in the order in which it was typed.
        for (const itemId of items) {
          const ofItem = applied
            .filter(each => each.itemId === itemId)
            .map(each => person.order.indexOf(each.draft.remark))
          expect(ofItem).toEqual([...ofItem].sort((a, b) => a - b))
        }
        // Nobody's work was written over unseen.
        for (const { over } of applied) if (over?.signature.name === '小李') expect(person.seen).toContain(over.remark)
        expect(person.phone.outbox.status()).toMatchObject({ kind: 'received' })
      },
    ),
    { numRuns: 1000 },
  )
})

test('what was sent goes out again byte for byte until its fate is known', async () => {
  const person = new Person(['answer-lost', 'lost', 'killed-after', 'killed-before', 'busy'])
  await person.act({ act: 'fill', item: 'a1-01' })
  await person.act({ act: 'flush', item: 'a1-01' })
  await person.act({ act: 'fill', item: 'a1-01' })
  await person.settle()
  const sent = person.phone.calls.map(call => call.input)
  expect(sent.length).toBeGreaterThan(2)
  expect(new Set(sent.slice(0, -1)).size).toBe(1)
  expect(person.county.items.get('a1-01')).toMatchObject({ revision: 2, remark: 'mine 2' })
})
