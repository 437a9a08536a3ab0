import { isDeepStrictEqual } from 'node:util'
import type { Assessment } from '#shared/assessment/assessment'
import { summarize } from '#shared/assessment/summarize'
import type { NearCounty } from '../../../support/county/near-county'
import { rubricOf } from '../../../support/county/sheets'
import type { History } from './arbitrary-history'
import { ModelCounty } from './model-county'
import { Network } from './network'
import { People, unitId } from './people'

const countNames = ['histories', 'operations', 'calls', 'kills', 'conflicts', 'lost', 'doubled'] as const

/** What all histories together came to. */
export class Counts {
  histories = 0
  operations = 0
  calls = 0
  kills = 0
  conflicts = 0
  lost = 0
  doubled = 0

  with(others: readonly Counts[]): Counts {
    const sum = new Counts()
    for (const counts of [this, ...others]) {
      for (const name of countNames) sum[name] += counts[name]
    }
    return sum
  }

  line(): string {
    return countNames.map(name => `${name} ${this[name]}`).join(', ')
  }
}

const rubric = rubricOf('township')

/** Lives one history to its end and answers everything that is not as it must be; nothing where all is well. */
export async function runHistory(county: NearCounty, history: History, counts: Counts): Promise<string[]> {
  await county.clear(unitId)
  const model = new ModelCounty()
  const network = new Network(county, [...history.calls], (_, call, reply) => model.arrived(call, reply))
  const people = new People(network, model, [...history.writes])
  for (const step of history.steps) await people.act(step)
  network.calm()
  await people.settle()
  const stored = await county.stored(unitId)

  const lost = lostWords(people, stored)
  const doubled = doubledOperations(stored)
  counts.histories += 1
  counts.operations += stored.history.length
  for (const count of network.met.values()) counts.calls += count
  for (const { device } of people.machines) for (const count of device.kills.values()) counts.kills += count
  counts.conflicts += model.conflicts
  counts.lost += lost.length
  counts.doubled += doubled.length
  return [
    ...model.wrong,
    ...lost.map(words => `${words} is lost`),
    ...doubled.map(words => `${words} is doubled`),
    ...differences(model, stored),
    ...unseen(people, model),
    ...outOfOrder(people, model),
    ...people.machines.flatMap(({ device }, at) => (device.outbox.status().kind === 'received' ? [] : [`${at} waits`])),
  ]
}

/** What somebody typed last of an item and never gave up must have been recorded, and every paper be as it was left. */
function lostWords(people: People, stored: Assessment): string[] {
  const recorded = new Set(stored.history.map(({ to }) => remarkOf(to)))
  const words = people.machines.flatMap(({ entered }) => [...entered.latest.values()])
  const papers = people.machines.flatMap(({ entered }) => [...entered.papers])
  const lost = papers.filter(([id, paper]) => {
    const found = stored.materials[id]
    return !found || found.name !== paper.name || !isDeepStrictEqual(new Set(found.items), paper.items)
  })
  return [...words.filter(remark => !recorded.has(remark)), ...lost.map(([, { name }]) => name)]
}

/** One operation, one entry; one filling, one entry; no paper twice, and none that was taken back. */
function doubledOperations(stored: Assessment): string[] {
  const remarks = stored.history.flatMap(({ part, to }) => (part === 'self' ? [remarkOf(to)] : []))
  return [...repeatedIn(stored.history.map(entry => entry.operationId)), ...repeatedIn(remarks)]
}

/** Items, revisions, history and figures are those of the model. */
function differences(model: ModelCounty, stored: Assessment): string[] {
  const items = Object.entries(stored.items).map(([id, { self }]) => [id, `${self?.revision} ${self?.remark}`])
  const expected = [...model.items].map(([id, { revision, remark }]) => [id, `${revision} ${remark}`])
  const same = isDeepStrictEqual(new Map(items as [string, string][]), new Map(expected as [string, string][]))
  const entries = inLanes(stored.history.map(({ operationId, part }) => [operationId, part === 'self']))
  const recorded = inLanes([...model.recorded].map(([operationId, { itemId }]) => [operationId, itemId !== null]))
  return [
    ...(same ? [] : [`the items are ${JSON.stringify(items)}, not ${JSON.stringify(expected)}`]),
    ...(isDeepStrictEqual(entries, recorded) ? [] : ['the history is not what was recorded']),
    ...(isDeepStrictEqual(stored.summary, summarize(rubric, stored)) ? [] : ['the summary is not that of the items']),
  ]
}

/**
 * Self-scores and materials each in their order. A phone sends one of each at the same time: which of two that are under
 * way together is recorded first is nobody's promise.
 */
function inLanes(operations: [id: string, isSelfScore: boolean][]): Record<'selfScores' | 'materials', string[]> {
  const lane = (wanted: boolean) => operations.flatMap(([id, isSelfScore]) => (isSelfScore === wanted ? [id] : []))
  return { selfScores: lane(true), materials: lane(false) }
}

/** Nobody's words were written over before the one who did had seen them. */
function unseen(people: People, model: ModelCounty): string[] {
  return [...model.recorded].flatMap(([operationId, { over }]) => {
    const machine = people.machines.find((_, at) => operationId.startsWith(`device${at}-`))
    const isOwn = over !== null && machine?.entered.order.includes(over)
    return over === null || isOwn || machine?.device.seen.has(over) ? [] : [`${over} was written over unseen`]
  })
}

/** What one person typed for an item arrives in the order of typing. */
function outOfOrder(people: People, model: ModelCounty): string[] {
  return people.machines.flatMap(({ entered }) => {
    const places = new Map<string, number>()
    return [...model.recorded.values()].flatMap(({ itemId, remark }) => {
      const place = remark === null ? -1 : entered.order.indexOf(remark)
      if (itemId === null || place < 0) return []
      const before = places.get(itemId) ?? -1
      places.set(itemId, place)
      return place > before ? [] : [`${remark} came after what was typed later`]
    })
  })
}

function repeatedIn(words: string[]): string[] {
  return words.filter((word, at) => words.indexOf(word) !== at)
}

function remarkOf(to: unknown): string {
  return typeof to === 'object' && to !== null && 'remark' in to ? String(to.remark) : ''
}
