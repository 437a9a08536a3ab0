import type { Box, PendingSelfScore } from './box'
import { operationIdOf } from './materials'

/**
 * One person's two boxes as one: what they did last of a thing counts, as if it had all been done in one. Joining twice,
 * as after a kill in between, comes to the same: operations are known by their ids, and the county knows them too.
 */
export function joinBoxes(own: Box, beside: Box): Box {
  return {
    ...own,
    selfScores: joinEach(own.selfScores, beside.selfScores, (ours, theirs) => joinEach(ours, theirs, latestScore)),
    chains: joinEach(own.chains, beside.chains, (ours, theirs) => ({ ...theirs, ...ours })),
    reviewDrafts: joinEach(own.reviewDrafts, beside.reviewDrafts, (ours, theirs) =>
      theirs.at > ours.at ? theirs : ours,
    ),
    materials: joinEach(own.materials, beside.materials, (ours, theirs) => {
      const known = new Set(ours.map(operationIdOf))
      return [...ours, ...theirs.filter(operation => !known.has(operationIdOf(operation)))]
    }),
    visitNotes: joinEach(own.visitNotes, beside.visitNotes, (ours, theirs) =>
      theirs.note.at > ours.note.at ? theirs : ours,
    ),
    visitReturns: { ...beside.visitReturns, ...own.visitReturns },
    visitOthers: { ...beside.visitOthers, ...own.visitOthers },
    visitPictures: { ...beside.visitPictures, ...own.visitPictures },
    receivedAt: Math.max(own.receivedAt ?? 0, beside.receivedAt ?? 0) || null,
  }
}

/** What is under way in the one stays under way; what was typed last in either waits behind it. */
function latestScore(ours: PendingSelfScore, theirs: PendingSelfScore): PendingSelfScore {
  const typedTheirs = theirs.typed ?? (theirs.sent && typedFrom(theirs.sent))
  const at = ours.typed?.at ?? ours.sent?.at ?? 0
  return typedTheirs && typedTheirs.at > at ? { ...ours, typed: typedTheirs, trouble: null } : ours
}

function typedFrom({ change, at }: NonNullable<PendingSelfScore['sent']>): PendingSelfScore['typed'] {
  const { score, notApplicable, remark, revision } = change
  return { draft: { score, notApplicable, remark }, seenRevision: revision, at }
}

function joinEach<Value>(
  ours: Record<string, Value>,
  theirs: Record<string, Value>,
  join: (ours: Value, theirs: Value) => Value,
): Record<string, Value> {
  const joined = { ...ours }
  for (const [key, value] of Object.entries(theirs)) {
    const own = joined[key]
    joined[key] = own === undefined ? value : join(own, value)
  }
  return joined
}
