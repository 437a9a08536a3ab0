import { type NearCounty, openNearCounty } from '../../support/county/near-county'
import { proveHistories } from './model/prove-histories'

/* The real outbox and the real requests; `npm run prove -- outbox` does the same ten thousand times. */

let county: NearCounty
beforeAll(async () => {
  county = await openNearCounty()
}, 120_000)
afterAll(() => county.close())

it('whatever is lost, delayed, repeated or killed, the county ends with what the people did, each thing once', async () => {
  const counts = await proveHistories(county, { seed: 20261128, runs: 300 })
  expect(counts.histories).toBe(300)
  expect(counts).toMatchObject({ lost: 0, doubled: 0 })
  // A proof in which nothing goes wrong proves nothing.
  expect(counts.kills).toBeGreaterThan(200)
  expect(counts.conflicts).toBeGreaterThan(50)
}, 120_000)
