import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestName } from '#shared/contract/api-contract'
import { requestTable } from '../../cloudfunctions/requests/request-table'
import { type County, startCounty } from '../support/county'
import { type CallerName, callers, makeCallers } from './matrix/callers'
import { fixtures } from './matrix/fixtures'
import { changesPeople, rememberPeople } from './matrix/people'
import { arrange } from './matrix/states'

/*
 * Every request × who asks × how things stand. What is expected stands in permission-matrix.csv, written by hand: a
 * cell is `ok` or the code of the refusal. Three codes fill most of it and are written as words.
 */
const words: Record<string, string> = {
  denied: 'permission.denied',
  'sign-in': 'identity.required',
  join: 'identity.not-a-member',
}

const [header, ...lines] = readFileSync(join(__dirname, 'permission-matrix.csv'), 'utf8').trim().split('\n')
const rows = lines.map(line => {
  const [request = '', state = '', ...cells] = line.split(',')
  return { request, state, expected: cells.map(cell => words[cell] ?? cell) }
})

let county: County
let clients: Awaited<ReturnType<typeof makeCallers>>
let restorePeople: Awaited<ReturnType<typeof rememberPeople>>
beforeAll(async () => {
  county = await startCounty()
  clients = await makeCallers(county)
  restorePeople = await rememberPeople(county)
})
afterAll(() => county.close())

it('has the columns that are asked', () => {
  expect(header).toBe(['request', 'state', ...callers].join(','))
})

it.each(Object.keys(requestTable))('has rows and a fixture for %s, which succeeds for somebody', name => {
  expect(Object.keys(fixtures)).toContain(name)
  expect(rows.filter(({ request, expected }) => request === name && expected.includes('ok'))).not.toHaveLength(0)
})

it.each(rows)('$request, $state', async ({ request, state, expected }) => {
  const found: string[] = []
  let isFresh = false
  for (const caller of callers) {
    if (!isFresh) await prepare(request, state)
    const verdict = await ask(caller, request, state)
    found.push(verdict)
    // A refusal leaves everything as it was: that it does is checked by the next cell.
    isFresh = verdict !== 'ok'
  }
  expect(named(found)).toEqual(named(expected))
})

async function prepare(request: string, state: string): Promise<void> {
  await arrange(county, state)
  if (changesPeople.has(request)) await restorePeople(state)
}

async function ask(caller: CallerName, request: string, state: string): Promise<string> {
  const fixture = isRequest(request) ? fixtures[request] : undefined
  if (!fixture) throw new Error(`no fixture for ${request}`)
  return clients[caller].verdict(request, await fixture(county, state))
}

function isRequest(name: string): name is RequestName {
  return Object.hasOwn(requestTable, name)
}

/** Failures then say which caller it is. */
function named(verdicts: string[]): Record<string, string | undefined> {
  return Object.fromEntries(callers.map((caller, index) => [caller, verdicts[index]]))
}
