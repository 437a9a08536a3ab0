import { continueJobs } from '../../cloudfunctions/clock/continue-jobs'
import { claimJobs, leaveJob } from '../../cloudfunctions/repositories/jobs'
import { type County, startCounty } from '../support/county'
import { newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
beforeEach(() => county.database.collection('jobs').where({}).remove())

const MINUTE = 60_000
const now = Date.now()
const turn = (at = now) => continueJobs.run({ now: at, cursor: null, isTimeLeft: () => true })
const leave = (id = newId(), complaintId = newId()) =>
  leaveJob(id, { kind: 'check-complaint', payload: { complaintId } }, now)
const stored = async () => (await county.database.collection('jobs').get()).data

it('does each job once and takes it away', async () => {
  await Promise.all(Array.from({ length: 60 }, () => leave()))
  expect(await turn()).toBe('more')
  expect(await turn()).toBeNull()
  expect(await stored()).toEqual([])
})

it('gives each job to one of two who claim at once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => leave()))
  const [one, other] = await Promise.all([1, 2].map(() => claimJobs(now, now + MINUTE, 50)))
  expect([...(one ?? []), ...(other ?? [])].map(({ _id }) => _id).sort()).toEqual(
    [...new Set((await stored()).map(({ _id }: { _id: string }) => _id))].sort(),
  )
  // Both are taken for dead a minute later, and the jobs go to the next.
  expect(await claimJobs(now + MINUTE + 1, now + 2 * MINUTE, 50)).toHaveLength(20)
})

it('tries again after one minute, two, four, and gives up with the reason', async () => {
  // This process is no function: WeChat lets it ask nothing, as if the deployment were wrong.
  const { operationId } = await county
    .as('nobody')
    .get('complaint.send', { operationId: newId(), text: '报送时间太紧', contact: '' })
    .then(({ complaintId }) => ({ operationId: complaintId }))
  await county.database.collection('jobs').where({}).remove()
  await leave('job', operationId)
  let at = now
  const pauses: number[] = []
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    await turn(at)
    const [job] = await stored()
    expect(job).toMatchObject({ attempts: attempt, lastProblem: 'WeChat could not answer now', claimedBy: null })
    pauses.push((job.dueAt - at) / MINUTE)
    await turn(job.dueAt - 1)
    at = job.dueAt
  }
  expect(pauses.slice(0, 10)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360])
  const [job] = await stored()
  expect(job.givenUpAt).not.toBeNull()
  await turn(at + 1000 * MINUTE)
  expect((await stored())[0].attempts).toBe(12)
})

it('leaves a job that is there already as it is', async () => {
  await leave('job')
  await claimJobs(now, now + MINUTE, 50)
  await leave('job')
  expect(await stored()).toMatchObject([{ attempts: 1 }])
})
