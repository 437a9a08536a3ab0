/** Where two lists of cells first part, said in one line; null where they are the same, cell by cell. */
export function firstDifference(expected: readonly string[], found: readonly string[]): string | null {
  const length = Math.max(expected.length, found.length)
  for (let index = 0; index < length; index += 1) {
    const source = expected[index]
    const ours = found[index]
    if (source !== ours) return `cell ${index + 1}: the source has ${show(source)}, ours has ${show(ours)}`
  }
  return null
}

function show(cell: string | undefined): string {
  return cell === undefined ? 'nothing' : `「${cell}」`
}
