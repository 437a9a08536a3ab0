import { readFileSync } from 'node:fs'
import type { RequestName } from '#shared/contract/api-contract'
import { requestTable } from '../../cloudfunctions/requests/request-table'
import { callers, makeCallers } from '../requests/matrix/callers'
import { fixtures } from '../requests/matrix/fixtures'
import { rememberPeople } from '../requests/matrix/people'
import { arrange } from '../requests/matrix/states'
import { type County, cycleId, startCounty } from '../support/county'
import type { Benchmark, Figure } from './benchmark'
import { collideOnDecisions, collideOnSelfScores } from './collisions'
import { listen } from './log-lines'

const ROUNDS = 20

/**
 * Round trips in sequence of every request that a person waits for, as the function's own log lines say, on the local
 * cloud: the most that any caller needs to whom the permission matrix says `ok`, and the most when saves collide.
 */
const save: Benchmark = {
  name: 'save',
  needs: ['functions'],
  measure: async () => {
    const county = await startCounty()
    try {
      await warmUp(county)
      return [
        ...(await answered(county)),
        await collided(county, 'assessment.save', collideOnSelfScores),
        await collided(county, 'review.decide', collideOnDecisions),
      ]
    } finally {
      await county.close()
    }
  },
}

/** A worker that has just started reads the rubrics once more; it keeps them, since a version never changes. */
async function warmUp(county: County): Promise<void> {
  const everyWorker = Array.from({ length: 8 })
  await Promise.all(everyWorker.map(() => county.as('office').get('office.overview', { cycleId })))
}

async function answered(county: County): Promise<Figure[]> {
  const clients = await makeCallers(county)
  const restorePeople = await rememberPeople(county)
  const log = listen(county)
  const asked = new Map<RequestName, number>()
  for (const { request, state, cells } of allowedCells()) {
    for (const caller of callers.filter((_, column) => cells[column] === 'ok')) {
      await arrange(county, state)
      await restorePeople(state)
      const verdict = await clients[caller].verdict(request, await fixtures[request](county, state))
      if (verdict !== 'ok') throw new Error(`${request}, ${state}, ${caller}: ${verdict}`)
      asked.set(request, (asked.get(request) ?? 0) + 1)
    }
  }
  const figures = [...asked].map(async ([request, times]) => tripsOf(request, await log.most(request, times), 2))
  return Promise.all(figures)
}

async function collided(county: County, request: RequestName, collide: typeof collideOnDecisions): Promise<Figure> {
  const log = listen(county)
  let sent = 0
  for (let round = 0; round < ROUNDS; round += 1) sent += await collide(county)
  return tripsOf(`${request}, on conflict`, await log.most(request, sent), 4)
}

function tripsOf(what: string, measured: number, budget: number): Figure {
  return { what, measured, budget, unit: 'round trips', bound: 'most' }
}

/** The rows of the permission matrix for requests that a person waits for. */
function allowedCells(): { request: RequestName; state: string; cells: string[] }[] {
  const [, ...lines] = readFileSync('tests/requests/permission-matrix.csv', 'utf8').trim().split('\n')
  return lines.flatMap(line => {
    const [name = '', state = '', ...cells] = line.split(',')
    return isWaitedFor(name) ? [{ request: name, state, cells }] : []
  })
}

function isWaitedFor(name: string): name is RequestName {
  return Object.entries(requestTable).some(([request, { interactive }]) => request === name && interactive)
}

export default save
