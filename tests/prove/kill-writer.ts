/*
 * The writer of the proof by kills: another process than the one that is killed. It writes with the real SDK, and what
 * was acknowledged it tells its parent at once, so that the record outlives the cloud.
 */
import * as cloudbase from '@cloudbase/node-sdk'
import { draw, sealed } from './sealed-document'

/** A round of writing against a newly started cloud. */
export interface Round {
  round: number
  environment: Record<string, string>
}

/** The id and the revision that the cloud has acknowledged; `ended` once it answers no more. */
export type Report = { id: string; revision: number } | { ended: number }

const HANDS = 6

async function write({ round, environment }: Round): Promise<void> {
  Object.assign(process.env, environment)
  const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, keepalive: true })
  const documents = app.database().collection('proof')
  const hands = Array.from({ length: HANDS }, async (_, hand) => {
    // One document a hand that is updated by guarded writes, among many that are only added.
    const growing = `${round}-${hand}`
    for (let revision = 1; ; revision += 1) {
      await documents.add(sealed({ _id: `${growing}-${revision}`, round, revision: 1, text: draw() }))
      report({ id: `${growing}-${revision}`, revision: 1 })
      const next = sealed({ _id: growing, round, revision, text: draw() })
      if (revision === 1) await documents.add(next)
      else {
        const { _id, ...fields } = next
        const { updated } = await documents.where({ _id, revision: revision - 1 }).update(fields)
        if (updated !== 1) throw new Error(`revision ${revision - 1} of ${growing} was not found`)
      }
      report({ id: growing, revision })
    }
  })
  await Promise.allSettled(hands)
  report({ ended: round })
}

function report(message: Report): void {
  process.send?.(message)
}

process.on('message', (round: Round) => write(round))
