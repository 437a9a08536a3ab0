import fc from 'fast-check'
import { type CountyMaterial, ScriptedCounty } from './scripted-county'
import { fates, ScriptedPhone } from './scripted-phone'

const SHEET = '2026:madian'
const items = ['a1-01', 'a1-02', 'a1-03']

const act = fc.constantFrom(
  'photograph',
  'link',
  'link',
  'unlink',
  'describe',
  'remove',
  'flush',
  'flush',
  'kill',
  'expire',
)
const step = fc.record({
  act: act as fc.Arbitrary<'photograph' | 'link' | 'unlink' | 'describe' | 'remove' | 'flush' | 'kill' | 'expire'>,
  item: fc.constantFrom(...items),
  which: fc.nat({ max: 20 }),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** One person with a folder of papers; `wanted` is the folder as they have left it. */
class Person {
  readonly county = new ScriptedCounty()
  readonly phone: ScriptedPhone
  readonly wanted = new Map<string, CountyMaterial>()
  private count = 0

  constructor(script: (typeof fates)[number][]) {
    this.phone = new ScriptedPhone(this.county, [...script])
  }

  async act({ act, item, which }: Step): Promise<void> {
    const { outbox } = this.phone
    if (act === 'flush') return this.phone.flush()
    if (act === 'kill') return this.phone.kill()
    if (act === 'expire') return this.county.expireTickets()
    if (act === 'photograph') return this.photograph(item)
    const ids = [...this.wanted.keys()]
    const id = ids[which % Math.max(1, ids.length)]
    const other = ids[(which + 1) % Math.max(1, ids.length)]
    const material = id === undefined ? undefined : this.wanted.get(id)
    if (id === undefined || other === undefined || !material) return
    if (act === 'remove') {
      this.wanted.delete(id)
      outbox.removeMaterial(SHEET, id)
    } else if (act === 'describe') {
      const name = this.name()
      this.wanted.set(id, { ...material, name })
      outbox.describeMaterial(SHEET, id, { ...described, name })
    } else {
      const both = [...new Set([id, other])]
      for (const each of both) this.relink(each, act, item)
      if (act === 'link') outbox.linkMaterials(SHEET, both, [item])
      else outbox.unlinkMaterials(SHEET, both, [item])
    }
  }

  async settle(): Promise<void> {
    this.phone.script.length = 0
    for (let round = 0; round < 5; round += 1) await this.phone.flush()
  }

  private photograph(item: string): void {
    const name = this.name()
    const thumbnail = { path: `${name}-small`, bytes: 10, sha256: '0' }
    const files = [{ path: name, type: 'image/jpeg' as const, bytes: 100, sha256: '1', thumbnail }]
    const added = this.phone.outbox.addMaterial(SHEET, { description: { ...described, name }, files, items: [item] })
    expect(added.problem).toBeNull()
    this.wanted.set(added.materialId, { name, items: [item], files: 1 })
  }

  private relink(id: string, act: 'link' | 'unlink', item: string): void {
    const before = this.wanted.get(id)
    if (!before) return
    const others = before.items.filter(each => each !== item)
    this.wanted.set(id, { ...before, items: act === 'link' ? [...others, item] : others })
  }

  private name(): string {
    this.count += 1
    return `资料${this.count}`
  }
}

const described = { documentNumber: '', date: '', whereabouts: '' }

function sorted(materials: ReadonlyMap<string, CountyMaterial>) {
  return Object.fromEntries(
    [...materials].map(([id, material]) => [id, { ...material, items: [...material.items].sort() }]),
  )
}

test('whatever is lost, repeated, expired or killed on the way, the county ends with the folder as it was left', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 30 }),
      fc.array(fc.constantFrom(...fates), { maxLength: 30 }),
      async (steps, script) => {
        const person = new Person(script)
        for (const each of steps) await person.act(each)
        await person.settle()
        expect(person.phone.outbox.box().materials).toEqual({})
        expect(person.county.reused).toEqual([])
        expect(sorted(person.county.materials)).toEqual(sorted(person.wanted))
        expect(person.phone.mostUploadsAtOnce).toBeLessThanOrEqual(3)
      },
    ),
    { numRuns: 800 },
  )
})

test('a folder of ten pages goes up three at a time, and its pictures leave the phone once the county has them', async () => {
  const person = new Person([])
  for (let page = 0; page < 10; page += 1) await person.act({ act: 'photograph', item: 'a1-01', which: 0 })
  await person.settle()
  expect(person.county.materials.size).toBe(10)
  expect(person.phone.mostUploadsAtOnce).toBe(3)
  expect(person.phone.removedFiles).toHaveLength(20)
})

test('sorting pages before they are registered costs no call of its own', async () => {
  const person = new Person([])
  await person.act({ act: 'photograph', item: 'a1-01', which: 0 })
  await person.act({ act: 'link', item: 'a1-02', which: 0 })
  await person.settle()
  expect(person.phone.calls.map(call => call.request)).toEqual(['material.ticket', 'material.register'])
  expect([...person.county.materials.values()]).toEqual([{ name: '资料1', items: ['a1-01', 'a1-02'], files: 1 }])
})

test('a change of a material waits until the county has it', async () => {
  // Ticket, picture and thumbnail arrive; its registration is lost, and lost again.
  const person = new Person(['answered', 'answered', 'answered', 'lost', 'lost'])
  await person.act({ act: 'photograph', item: 'a1-01', which: 0 })
  await person.act({ act: 'flush', item: 'a1-01', which: 0 })
  await person.act({ act: 'link', item: 'a1-02', which: 0 })
  await person.act({ act: 'flush', item: 'a1-01', which: 0 })
  expect(person.phone.calls.map(call => call.request)).toEqual(['material.ticket'])
  await person.settle()
  expect([...person.county.materials.values()]).toEqual([{ name: '资料1', items: ['a1-01', 'a1-02'], files: 1 }])
})
