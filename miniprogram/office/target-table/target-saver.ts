import type { SaveTargets, TargetTable } from '#shared/contract/target-contract'
import type { Problem } from '#shared/errors/problems'
import type { Ask } from '../../backend/make-ask'
import { makeSignal } from '../../backend/signal'
import {
  readyCells,
  settle,
  type TargetPlace,
  type TypedTargets,
  targetKey,
  withoutSame,
  withTyped,
} from './typed-targets'

/** What the saver needs from outside, so that it runs in a test as on a PC. */
export interface SaverMeans {
  ask: Ask
  newId(): string
  /** Runs something later; answers how to call it off. */
  later(milliseconds: number, run: () => void): () => void
  /** What is kept on this machine until the county has it. */
  kept: { read(): TypedTargets; write(typed: TypedTargets): 'written' | 'full' }
  /** The table that all open pages show. */
  table(): TargetTable | null
  replaceTable(table: TargetTable, at: number): void
}

export interface Saving {
  typed: TypedTargets
  /** `refused`: what was said stands in `problem`, and typing anew tries again. */
  status: 'resting' | 'saving' | 'no-signal' | 'refused'
  problem: Problem | null
  /** When the county last took something. */
  savedAt: number | null
  /** This machine has no room: what was typed is only on the screen. */
  isFull: boolean
}

/** A person types on: what they type is collected for a moment. */
const COLLECT = 800
const TRY_AGAIN = 6_000

/**
 * Saves 任务数 cell by cell as one goes. Everything typed is on this machine before it is on the screen; what was sent and
 * not answered is sent again as it was; what somebody else changed meanwhile is never written over.
 */
export function makeTargetSaver(means: SaverMeans) {
  const saving = makeSignal<Saving>({
    typed: means.kept.read(),
    status: 'resting',
    problem: null,
    savedAt: null,
    isFull: false,
  })
  let sent: SaveTargets | null = null
  let isUnderWay = false
  let callOff = () => {}

  const change = (part: Partial<Saving>) => saving.set({ ...saving.get(), ...part })
  const keep = (typed: TypedTargets) => change({ typed, isFull: means.kept.write(typed) === 'full' })
  const sendLater = (milliseconds: number) => {
    callOff()
    callOff = means.later(milliseconds, () => void send())
  }

  /** Sends what is ready, unless something is under way: it goes after that. */
  async function send(): Promise<void> {
    const table = means.table()
    if (isUnderWay || !table) return
    const cells = sent?.cells ?? readyCells(saving.get().typed, table)
    if (cells.length === 0) return change({ status: 'resting', problem: null })
    sent ??= { cycleId: table.cycleId, operationId: means.newId(), cells }
    isUnderWay = true
    change({ status: 'saving', problem: null })
    const asked = await means.ask('target.save', sent)
    isUnderWay = false
    if (!asked.ok) {
      const { problem } = asked
      // Nobody knows whether it arrived: the same goes again. A refusal is known, and its cells wait to be looked at.
      if (!problem.retryable) sent = null
      change({ status: problem.retryable ? 'no-signal' : 'refused', problem })
      if (problem.retryable) sendLater(TRY_AGAIN)
      return
    }
    const settled = settle({ table: means.table() ?? table, typed: saving.get().typed }, cells, asked.output)
    sent = null
    means.replaceTable(settled.table, asked.serverTime)
    keep(settled.typed)
    change({ status: 'resting', problem: null, savedAt: asked.serverTime })
    if (readyCells(settled.typed, settled.table).length > 0) sendLater(0)
  }

  return {
    saving,
    send,
    /** Texts typed or pasted into cells. */
    type(texts: readonly (TargetPlace & { text: string })[]): void {
      const table = means.table()
      if (!table || texts.length === 0) return
      keep(withoutSame(withTyped(saving.get().typed, texts, table), table, sent?.cells ?? []))
      sendLater(COLLECT)
    },
    /** Of a cell with two values: takes what stands, and forgets what was typed. */
    forget(place: TargetPlace): void {
      const { [targetKey(place)]: _, ...typed } = saving.get().typed
      keep(typed)
    },
  }
}
export type TargetSaver = ReturnType<typeof makeTargetSaver>
