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

/** Requests that change nothing of what the states arrange: everybody may ask at the same time. */
const looks = new Set([
  'health',
  'rubric.list',
  'rubric.read',
  'rubric.versions',
  'rubric.uploads',
  'rubric.upload',
  'rubric.compare',
  'identity.who-am-i',
  'sign-in.start',
  'sign-in.confirm',
  'sign-in.take',
  'assessment.open',
  'material.view',
  'member.list',
  'office.overview',
  'score-check.list',
  'content.list',
  'notice.list',
  'notice.read',
  'notice.unreached',
  'notice.phoned',
  'complaint.own',
  'complaint.list',
  'form.read',
  'document.make',
  'review.by-item',
  'review.queue',
  'material.ticket',
  'county.ticket',
  'target.open',
  'record.list',
  'record.measure',
  'record.of-unit',
  'record.doubts',
  'meeting.list',
  'meeting.open',
  'visit-group.list',
  'visit.pack',
  'visit.thumbnails',
  'visit.pictures',
  'visit.ticket',
  'visit.save',
])

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
  const found: Partial<Record<CallerName, string>> = {}
  const tell = async (caller: CallerName) => {
    found[caller] = await ask(caller, request, state)
  }
  const isHarmless = (_caller: CallerName, index: number) => looks.has(request) || expected[index] !== 'ok'
  await prepare(request, state)
  // A refusal leaves everything as it was, so refusals are asked for side by side; an unexpected `ok` fails anyway.
  await Promise.all(callers.filter(isHarmless).map(tell))
  let isFresh = true
  for (const caller of callers.filter((name, index) => !isHarmless(name, index))) {
    if (!isFresh) await prepare(request, state)
    await tell(caller)
    isFresh = false
  }
  expect(found).toEqual(Object.fromEntries(callers.map((caller, index) => [caller, expected[index]])))
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
