/** A stretch of words that stayed, went or came. */
export interface WordsPiece {
  text: string
  change: 'same' | 'removed' | 'added'
}

/** Beyond so many comparisons two wordings are shown as one replaced by the other. */
const mostComparisons = 4_000_000

/**
 * How one wording became another, character by character (longest common subsequence); what was removed comes before what
 * was added in its place. The pieces that are not `added` spell `before`, those that are not `removed` spell `after`.
 */
export function changedWords(before: string, after: string): WordsPiece[] {
  const [a, b] = [[...before], [...after]]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1
  const [oldMiddle, newMiddle] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  return joined([
    { text: a.slice(0, head).join(''), change: 'same' },
    ...middlePieces(oldMiddle, newMiddle),
    { text: a.slice(a.length - tail).join(''), change: 'same' },
  ])
}

function middlePieces(a: readonly string[], b: readonly string[]): WordsPiece[] {
  if (a.length * b.length > mostComparisons) {
    return [
      { text: a.join(''), change: 'removed' },
      { text: b.join(''), change: 'added' },
    ]
  }
  // lengths[i][j]: how much the rest of `a` from i and of `b` from j have in common.
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const common = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const length = a[i] === b[j] ? common(i + 1, j + 1) + 1 : Math.max(common(i + 1, j), common(i, j + 1))
      lengths[i]?.fill(length, j, j + 1)
    }
  }
  const pieces: WordsPiece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ text: a[i] ?? '', change: 'same' })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1))) {
      pieces.push({ text: a[i] ?? '', change: 'removed' })
      i += 1
    } else {
      pieces.push({ text: b[j] ?? '', change: 'added' })
      j += 1
    }
  }
  return pieces
}

/** Neighbours of one kind as one piece, removed before added, and no single character left standing between two changes. */
function joined(pieces: readonly WordsPiece[]): WordsPiece[] {
  const result: WordsPiece[] = []
  let gap = { removed: '', added: '' }
  const closeGap = () => {
    if (gap.removed !== '') result.push({ text: gap.removed, change: 'removed' })
    if (gap.added !== '') result.push({ text: gap.added, change: 'added' })
    gap = { removed: '', added: '' }
  }
  stretches(pieces).forEach(({ text, change }, index, all) => {
    const isIsland = text.length === 1 && index > 0 && index < all.length - 1
    if (change === 'same' && !isIsland) {
      closeGap()
      result.push({ text, change })
    }
    if (change === 'removed' || (change === 'same' && isIsland)) gap.removed += text
    if (change === 'added' || (change === 'same' && isIsland)) gap.added += text
  })
  closeGap()
  return result
}

function stretches(pieces: readonly WordsPiece[]): WordsPiece[] {
  const result: WordsPiece[] = []
  for (const { text, change } of pieces) {
    const last = result.at(-1)
    if (text === '') continue
    if (last?.change === change) last.text += text
    else result.push({ text, change })
  }
  return result
}
