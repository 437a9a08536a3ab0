import { kill } from '../prove/kills'

/** The proof itself is `npm run prove -- kills`; this keeps it running. */
it('loses nothing that it acknowledged when it is killed while writing', async () => {
  const { kills, acknowledged, lost, torn } = await kill(2)
  expect({ kills, lost, torn }).toEqual({ kills: 2, lost: 0, torn: 0 })
  expect(acknowledged).toBeGreaterThanOrEqual(400)
}, 60_000)
