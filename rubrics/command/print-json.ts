/** As wide as a line of these files may be. */
const width = 120

/** JSON as the annex files are written: two blanks a step, a list of plain values on one line where it fits. */
export function printJson(value: unknown): string {
  return `${printed(value, '', 0)}\n`
}

/** @param used how many characters of the line stand before the value */
function printed(value: unknown, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const isPlain = value.every(entry => typeof entry !== 'object' || entry === null)
    const oneLine = `[${value.map(entry => JSON.stringify(entry)).join(', ')}]`
    // A comma may follow.
    if (isPlain && used + widthOf(oneLine) < width) return oneLine
    return `[\n${value.map(entry => `${inner}${printed(entry, inner, inner.length)}`).join(',\n')}\n${indent}]`
  }
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, entry]) => {
    const name = `${inner}${JSON.stringify(key)}: `
    return `${name}${printed(entry, inner, name.length)}`
  })
  return `{\n${lines.join(',\n')}\n${indent}}`
}

/** A Chinese character is as wide as two others. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u1100-\u115f\u2e80-\uffef]/u.test(sign) ? 2 : 1), 0)
}
