import type { Call, Reply } from '#shared/contract/envelope'

interface Filled {
  revision: number
  remark: string
}

/**
 * What the county must do with the calls, in the order in which they arrive, in a few lines that can be seen to be right:
 * an operation counts once, and a self-score only upon the revision that it was made upon.
 */
export class ModelCounty {
  readonly items = new Map<string, Filled>()
  /** Every operation that was recorded, in order, with what it left behind. */
  readonly recorded = new Map<string, { itemId: string | null; remark: string | null; over: string | null }>()
  /** Where the county answered otherwise than it must. */
  readonly wrong: string[] = []
  conflicts = 0

  arrived({ request, input }: Call, reply: Reply): void {
    if (request === 'assessment.save' && 'changes' in input) {
      const verdicts = reply.ok && 'verdicts' in reply.output ? reply.output.verdicts : []
      for (const change of input.changes) {
        const verdict = verdicts.find(one => 'operationId' in one && one.operationId === change.operationId)
        this.save(change, verdict && { kind: verdict.kind, ...('revision' in verdict && { at: verdict.revision }) })
      }
    } else if ('operationId' in input && reply.ok) {
      // Materials: what they come to is compared with what the people left; here only that each is recorded once.
      if (!this.recorded.has(input.operationId)) {
        this.recorded.set(input.operationId, { itemId: null, remark: null, over: null })
      }
    } else this.wrong.push(`${request} was answered ${reply.ok ? 'ok' : reply.problem.code}`)
  }

  private save(
    change: { operationId: string; itemId: string; revision: number; remark: string },
    answered: { kind: string; at?: number } | undefined,
  ): void {
    const { operationId, itemId, revision, remark } = change
    const before = this.items.get(itemId)
    const isRepeated = this.recorded.has(operationId)
    const isTaken = isRepeated || revision === (before?.revision ?? 0)
    if (isTaken && !isRepeated) {
      this.items.set(itemId, { revision: revision + 1, remark })
      this.recorded.set(operationId, { itemId, remark, over: before?.remark ?? null })
    }
    if (!isTaken) this.conflicts += 1
    const expected = isTaken ? `saved ${revision + 1}` : 'stale'
    const actual = answered ? [answered.kind, answered.at ?? []].flat().join(' ') : 'nothing'
    if (actual !== expected) this.wrong.push(`${operationId} was answered ${actual}, not ${expected}`)
  }
}
