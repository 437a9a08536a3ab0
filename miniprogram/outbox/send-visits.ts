import type { SaveVisit } from '#shared/contract/visit-contract'
import { fateOf } from './fate'
import type { OpenBox, Sent } from './means'
import { freezeVisitNotes, judgeVisitNote, judgeVisitReturn, nextVisitReturn, noteOthers } from './visits'

/** Sends a visit's notes, group by group, and then what units are asked to supply. */
export async function sendVisits(open: OpenBox): Promise<Sent> {
  const notes = await sendNotes(open)
  return notes === 'done' || notes === 'later' ? worse(notes, await sendReturns(open)) : notes
}

async function sendNotes(open: OpenBox): Promise<Sent> {
  for (;;) {
    if (open.isClosed()) return 'held'
    const going: SaveVisit[] = []
    // Persisted before it is sent: after a kill, the same operations go out again, and the county knows them.
    open.change(box => {
      const { frozen, call } = freezeVisitNotes(box)
      if (call) going.push(call)
      return frozen
    })
    const [call] = going
    if (!call) return 'done'
    const asked = await open.means.ask('visit.save', call)
    if (asked.ok) {
      const { verdicts, others } = asked.output
      open.change(box => ({
        ...noteOthers(verdicts.reduce(judgeVisitNote, box), call, others),
        receivedAt: asked.serverTime,
      }))
      continue
    }
    const fate = fateOf(asked.problem)
    if (fate) return fate
    const { problem } = asked
    open.change(box =>
      call.entries.reduce(
        (rest, { operationId }) => judgeVisitNote(rest, { kind: 'refused', operationId, problem }),
        box,
      ),
    )
  }
}

async function sendReturns(open: OpenBox): Promise<Sent> {
  for (;;) {
    const input = nextVisitReturn(open.box())
    if (!input) return 'done'
    if (open.isClosed()) return 'held'
    const asked = await open.means.ask('visit.return', input)
    if (!asked.ok) {
      const fate = fateOf(asked.problem)
      if (fate) return fate
      open.change(box => judgeVisitReturn(box, input.operationId, { taken: null, problem: asked.problem }))
      continue
    }
    const { supplement } = asked.output
    open.change(box => ({
      ...judgeVisitReturn(box, input.operationId, { taken: supplement, problem: null }),
      receivedAt: asked.serverTime,
    }))
  }
}

const worse = (notes: Sent, returns: Sent): Sent => (returns === 'done' ? notes : returns)
