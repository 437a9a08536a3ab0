import type { Sent } from './means'

/** One thing to send, with a name by which it is known the next time. */
export interface Errand {
  name: string
  send(): Promise<Sent>
}

/**
 * Sends errands one after another. No signal stops the rest, so that not each of them waits for it; the next time it
 * begins behind the one that met it, for the trouble may be that one's own: too large for a weak network, say.
 */
export function sendInTurn(errands: () => Errand[]): () => Promise<Sent> {
  let after: string | null = null
  return async () => {
    let worst: Sent = 'done'
    for (const { name, send } of turnedTo(errands(), after)) {
      const sent = await send()
      if (sent === 'unreachable') {
        after = name
        return sent
      }
      // What waits for a sign-in or an update is said, what only waits for a while is not in its way.
      if (sent === 'held' || (sent === 'later' && worst === 'done')) worst = sent
    }
    after = null
    return worst
  }
}

function turnedTo(errands: Errand[], after: string | null): Errand[] {
  const at = errands.findIndex(({ name }) => name === after) + 1
  return [...errands.slice(at), ...errands.slice(0, at)]
}
