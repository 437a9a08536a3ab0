import { runSteps } from '../../cloudfunctions/clock/run-steps'
import type { Step } from '../../cloudfunctions/clock/step'
import { type County, startCounty } from '../support/county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
beforeEach(() => county.database.collection('clock-state').where({}).remove())

const MINUTE = 60_000
let heard: string[] = []
beforeEach(() => {
  heard = []
  // The lines for the log, of which each run writes several.
  for (const kind of ['log', 'error'] as const) jest.spyOn(console, kind).mockReturnValue()
})

/** A step that has so many goes to make, and says where each began. */
function step(name: string, goes = 1, during: () => unknown = () => undefined): Step {
  return {
    name,
    run: async ({ cursor }) => {
      heard.push(`${name} ${cursor ?? 'begin'}`)
      await during()
      const next = Number(cursor ?? 0) + 1
      return next < goes ? String(next) : null
    },
  }
}

/** Moves the clock, so that no test waits for its time to be used. */
function passes(milliseconds: number): void {
  const at = Date.now()
  jest.spyOn(Date, 'now').mockImplementation(() => at + milliseconds)
}
afterEach(() => jest.restoreAllMocks())

const later = () => new Promise(resolve => setTimeout(resolve, 30))
const fail = () => {
  throw new Error('went wrong')
}

it('gives each step its turn, in order, go after go', async () => {
  const run = await runSteps([[step('a', 3)], [step('b')]], MINUTE)
  expect(heard).toEqual(['a begin', 'a 1', 'a 2', 'b begin'])
  expect(run).toEqual({ done: ['a', 'b'], left: null })
})

it('stops when its time is used and the next run goes on where it stopped', async () => {
  const steps = [[step('a')], [step('b', 4, () => heard.length === 2 && passes(40_000))], [step('c')]]
  expect(await runSteps(steps, MINUTE)).toEqual({ done: ['a', 'b'], left: { step: 'b', cursors: { b: '1' } } })
  const stopped = heard.length
  jest.spyOn(Date, 'now').mockRestore()
  const { done, left } = await runSteps(steps, MINUTE)
  expect(heard[stopped]).toBe('b 1')
  expect({ done, left }).toEqual({ done: ['b', 'c', 'a'], left: null })
})

it('goes on to the others where one step fails', async () => {
  expect(await runSteps([[step('a', 1, fail)], [step('b')]], MINUTE)).toEqual({ done: ['a', 'b'], left: null })
})

it('does not begin again with the step that killed it', async () => {
  let isAlive: () => void = () => undefined
  const dead = new Promise<void>(resolve => {
    isAlive = resolve
  })
  const steps = [[step('a', 1, () => dead)], [step('b')]]
  // As a killed process leaves it: the step has begun and never comes back.
  void runSteps(steps, MINUTE)
  while (heard.length === 0) await later()
  await runSteps([[step('a')], [step('b')]], MINUTE)
  expect(heard).toEqual(['a begin', 'b begin', 'a begin'])
  isAlive()
})

it('gives the steps of a group their turns side by side, and the next group its turn after all of them', async () => {
  const run = await runSteps([[step('a', 2, later), step('b', 1, fail), step('c', 2, later)], [step('d')]], MINUTE)
  expect(heard).toEqual(['a begin', 'b begin', 'c begin', 'a 1', 'c 1', 'd begin'])
  expect(run).toEqual({ done: ['a', 'b', 'c', 'd'], left: null })
})

it('each step of a group goes on where its own time was over', async () => {
  const late = (name: string) => step(name, 3, () => heard.length === 4 && passes(40_000))
  const steps = [[late('a'), step('b', 1), late('c')], [step('d')]]
  expect(await runSteps(steps, MINUTE)).toEqual({
    done: ['a', 'b', 'c'],
    left: { step: 'a', cursors: { a: expect.any(String), c: expect.any(String) } },
  })
  const stopped = heard.length
  jest.spyOn(Date, 'now').mockRestore()
  await runSteps(steps, MINUTE)
  expect(heard.slice(stopped)).toEqual(expect.arrayContaining(['b begin', 'd begin']))
  expect(heard.slice(stopped)).not.toContain('a begin')
  expect(heard.filter(turn => turn === 'a 2')).toHaveLength(1)
})

it('a step that kills every run takes no other with it for long: after it, each goes alone', async () => {
  const dead = new Promise<void>(() => undefined)
  const steps = [[step('a'), step('killer', 1, () => dead), step('b')], [step('c')]]
  const killed = async () => {
    heard = []
    // As a killed process leaves it: what has begun never comes back.
    void runSteps(steps, MINUTE)
    while (!heard.includes('killer begin')) await later()
    return heard
  }
  expect(await killed()).toEqual(['a begin', 'killer begin', 'b begin'])
  // Alone, and last: everything else has had a turn of its own.
  expect(await killed()).toEqual(['c begin', 'a begin', 'killer begin'])
  expect(await killed()).toEqual(['b begin', 'c begin', 'a begin', 'killer begin'])
  const harmless = [[step('a'), step('killer'), step('b')], [step('c')]]
  await runSteps(harmless, MINUTE)
  heard = []
  expect(await runSteps(harmless, MINUTE)).toEqual({ done: ['a', 'killer', 'b', 'c'], left: null })
})

it('does the same when two run at once', async () => {
  const steps = [[step('a', 2)], [step('b')]]
  const runs = await Promise.all([runSteps(steps, MINUTE), runSteps(steps, MINUTE)])
  for (const { done, left } of runs) expect({ done: done.sort(), left }).toEqual({ done: ['a', 'b'], left: null })
})

it('makes the collections that came with this deployment', async () => {
  const { database } = county
  await database
    .collection('clock-state')
    .doc('clock')
    .set({ step: 'gone', cursors: { gone: '7' }, begun: null, collections: 3 })
  await runSteps([[step('a')]], MINUTE)
  expect(heard).toEqual(['a begin'])
  const { data } = await database.collection('clock-state').doc('clock').get()
  expect(data[0].collections).toBeGreaterThan(3)
})
