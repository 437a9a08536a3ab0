import { killOnce, type PreparedCounty, prepareCounty } from '../prove/import-kills'

/** Every step of both requests is killed by `npm run prove -- import-kills`; this keeps the proof running. */
let prepared: PreparedCounty
beforeAll(async () => {
  prepared = await prepareCounty()
}, 180_000)
afterAll(() => prepared.remove())

it('shows nothing of a preview that was killed half way, and the next try succeeds', async () => {
  const call = Math.ceil(prepared.calls.preview / 2)
  const seen = await killOnce(prepared, 'preview', { victim: 'cloud', call, when: 'after' })
  expect(seen).toEqual({ kills: 1, nothing: 1, whole: 0, torn: 0, succeeded: 1 })
}, 120_000)

it('shows nothing of an import whose function died before its write, and the next try succeeds', async () => {
  // What has reached the cloud is done there, so the function dies at the call before its last, the write.
  const call = prepared.calls.import - 1
  const seen = await killOnce(prepared, 'import', { victim: 'worker', call, when: 'before' })
  expect(seen).toEqual({ kills: 1, nothing: 1, whole: 0, torn: 0, succeeded: 1 })
}, 120_000)

it('shows all of an import that was killed behind its one write, and the next try adds nothing', async () => {
  const seen = await killOnce(prepared, 'import', { victim: 'cloud', call: prepared.calls.import, when: 'after' })
  expect(seen).toEqual({ kills: 1, nothing: 0, whole: 1, torn: 0, succeeded: 1 })
}, 120_000)
