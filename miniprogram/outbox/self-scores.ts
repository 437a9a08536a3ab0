import type { Instant } from '#shared/assessment/assessment'
import type { SelfScoreChange, SelfScoreView, Verdict } from '#shared/contract/assessment-contract'
import type { Problem } from '#shared/errors/problems'
import type { ItemId } from '#shared/rubric/rubric'
import type { SelfScoreDraft } from '#shared/scoring/check-self-score'
import type { Box, PendingSelfScore, RevisionChain, SheetKey } from './box'

/** One call takes so many changes, */
export const MOST_CHANGES = 50
/** and so many bytes: WeChat refuses a call of more than 100 KB. */
const MOST_BYTES = 64_000

/** What a person typed for an item; typing again before it is sent replaces it. */
export function enterSelfScore(
  box: Box,
  sheetKey: SheetKey,
  itemId: ItemId,
  entered: { draft: SelfScoreDraft; seenRevision: number; at: Instant },
): Box {
  const pending = box.selfScores[sheetKey]?.[itemId]
  const { draft, at } = entered
  if (pending?.typed) {
    // A conflict stays open until the person has chosen; a refused value that was changed is tried again.
    const trouble = pending.trouble?.kind === 'conflict' ? pending.trouble : null
    return withPending(box, sheetKey, itemId, { ...pending, typed: { ...pending.typed, draft, at }, trouble })
  }
  if (pending?.sent) {
    const { revision } = pending.sent.change
    return withPending(box, sheetKey, itemId, { ...pending, typed: { draft, at, seenRevision: revision } })
  }
  const seenRevision = advance(box.chains[sheetKey]?.[itemId], entered.seenRevision)
  return withPending(box, sheetKey, itemId, { typed: { draft, at, seenRevision }, sent: null, trouble: null })
}

/** Freezes what may be sent of one sheet and answers it together with what was frozen before, oldest first. */
export function freezeSelfScores(
  box: Box,
  sheetKey: SheetKey,
  newId: () => string,
  most = MOST_CHANGES,
): { box: Box; changes: SelfScoreChange[] } {
  const changes: SelfScoreChange[] = []
  let bytes = 0
  const fits = (change: SelfScoreChange) => {
    bytes += bytesOf(change)
    return changes.length === 0 || (changes.length < most && bytes <= MOST_BYTES)
  }
  for (const change of frozenChanges(box, sheetKey)) {
    if (!fits(change)) return { box, changes }
    changes.push(change)
  }
  let frozen = box
  for (const [itemId, pending] of Object.entries(box.selfScores[sheetKey] ?? {})) {
    if (!pending.typed || pending.sent || pending.trouble) continue
    const { draft, seenRevision, at } = pending.typed
    const change = { operationId: newId(), itemId, revision: seenRevision, ...draft }
    if (!fits(change)) break
    changes.push(change)
    frozen = withPending(frozen, sheetKey, itemId, { typed: null, sent: { change, at }, trouble: null })
  }
  return { box: frozen, changes }
}

/** Takes the verdict on a sent change. A verdict on something else, or a second one, changes nothing. */
export function judgeSelfScore(box: Box, sheetKey: SheetKey, verdict: Verdict<SelfScoreView | null>): Box {
  const { itemId } = verdict
  const pending = box.selfScores[sheetKey]?.[itemId]
  if (!pending?.sent || pending.sent.change.operationId !== verdict.operationId) return box
  const { change, at } = pending.sent
  const latest = pending.typed ?? { draft: draftOf(change), seenRevision: change.revision, at }
  switch (verdict.kind) {
    case 'saved': {
      const advanced = withChain(box, sheetKey, itemId, change.revision, verdict.revision)
      const waiting = pending.typed && { ...pending.typed, seenRevision: verdict.revision }
      return withPending(advanced, sheetKey, itemId, waiting && { typed: waiting, sent: null, trouble: null })
    }
    case 'stale': {
      // The other person filled the very same: there is nothing to choose.
      if (verdict.current && isSameDraft(verdict.current, latest.draft)) return withPending(box, sheetKey, itemId, null)
      const trouble = { kind: 'conflict', theirs: verdict.current } as const
      return withPending(box, sheetKey, itemId, { typed: latest, sent: null, trouble })
    }
    case 'refused': {
      if (verdict.problem.retryable) return box
      // A later edit may be the very correction, so it is tried; otherwise the person has to look.
      const trouble = pending.typed ? null : ({ kind: 'refused', problem: verdict.problem } as const)
      return withPending(box, sheetKey, itemId, { typed: latest, sent: null, trouble })
    }
  }
}

/** The call as a whole was refused for good: every change that was in it waits for the person. */
export function refuseSelfScores(box: Box, sheetKey: SheetKey, changes: SelfScoreChange[], problem: Problem): Box {
  return changes.reduce(
    (refused, { operationId, itemId }) =>
      judgeSelfScore(refused, sheetKey, { kind: 'refused', operationId, itemId, problem }),
    box,
  )
}

/** The person's choice between two values, or about a refused one: `mine` is sent again, `theirs` gives mine up. */
export function resolveSelfScore(box: Box, sheetKey: SheetKey, itemId: ItemId, choice: 'mine' | 'theirs'): Box {
  const pending = box.selfScores[sheetKey]?.[itemId]
  if (!pending?.trouble || !pending.typed) return box
  if (choice === 'theirs') return withPending(box, sheetKey, itemId, null)
  const { trouble, typed } = pending
  const seenRevision = trouble.kind === 'conflict' ? (trouble.theirs?.revision ?? 0) : typed.seenRevision
  return withPending(box, sheetKey, itemId, { typed: { ...typed, seenRevision }, sent: null, trouble: null })
}

/** Whether something of this sheet could be sent now. */
export function hasSendableSelfScores(box: Box, sheetKey: SheetKey): boolean {
  return Object.values(box.selfScores[sheetKey] ?? {}).some(({ sent, trouble }) => sent !== null || trouble === null)
}

export function isSameDraft(a: SelfScoreDraft, b: SelfScoreDraft): boolean {
  return a.score === b.score && a.notApplicable === b.notApplicable && a.remark === b.remark
}

/** At most: a character of ours takes three bytes. */
function bytesOf(change: SelfScoreChange): number {
  return JSON.stringify(change).length * 3
}

function frozenChanges(box: Box, sheetKey: SheetKey): SelfScoreChange[] {
  return Object.values(box.selfScores[sheetKey] ?? {}).flatMap(({ sent }) => (sent ? [sent.change] : []))
}

function draftOf({ score, notApplicable, remark }: SelfScoreChange): SelfScoreDraft {
  return { score, notApplicable, remark }
}

function advance(chain: RevisionChain | undefined, seen: number): number {
  return chain && seen >= chain.from && seen < chain.to ? chain.to : seen
}

function withChain(box: Box, sheetKey: SheetKey, itemId: ItemId, from: number, to: number): Box {
  const chain = box.chains[sheetKey]?.[itemId]
  const joined = chain?.to === from ? { from: chain.from, to } : { from, to }
  return { ...box, chains: { ...box.chains, [sheetKey]: { ...box.chains[sheetKey], [itemId]: joined } } }
}

function withPending(box: Box, sheetKey: SheetKey, itemId: ItemId, pending: PendingSelfScore | null): Box {
  const { [itemId]: _, ...others } = box.selfScores[sheetKey] ?? {}
  const sheet = pending ? { ...others, [itemId]: pending } : others
  const { [sheetKey]: __, ...otherSheets } = box.selfScores
  const isEmpty = Object.keys(sheet).length === 0
  return { ...box, selfScores: isEmpty ? otherSheets : { ...otherSheets, [sheetKey]: sheet } }
}
