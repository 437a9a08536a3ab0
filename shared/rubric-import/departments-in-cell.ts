import type { Department } from '../rubric/department'
import { squeeze } from './squeeze'

/** No cell of names is longer; what is longer is some other text and is answered whole. */
const longestCell = 200

/**
 * The departments that a 考核责任部室 cell names, as written but for white space. 厂务/公开/办公室 on three lines is one
 * department, 组织部/宣传部 on two lines are two: known spellings decide, longest first. What no spelling explains is
 * parted by its endings, where 部, 室 … close a line or a word.
 */
export function departmentsInCell(cell: string, departments: readonly Department[]): string[] {
  if (cell.length > longestCell) return [squeeze(cell)]
  const spellings = departments.flatMap(({ writtenAs }) => writtenAs).sort((a, b) => b.length - a.length)
  return unique(
    cell.split(/[、，,；;/／]/u).flatMap(part => {
      const squeezed = squeeze(part)
      if (squeezed === '') return []
      return inSpellings(squeezed, spellings) ?? partedByEndings(part)
    }),
  )
}

/** The words cut into known spellings without a rest, or null. */
function inSpellings(words: string, spellings: readonly string[]): string[] | null {
  if (words === '') return []
  for (const spelling of spellings) {
    const rest = words.startsWith(spelling) ? inSpellings(words.slice(spelling.length), spellings) : null
    if (rest) return [spelling, ...rest]
  }
  return null
}

function partedByEndings(part: string): string[] {
  const pieces: string[] = []
  let open = ''
  for (const word of part.split(/\s+/u)) {
    open += squeeze(word)
    if (!/(部|室|科|股|中心|委|会)$/u.test(open)) continue
    pieces.push(open)
    open = ''
  }
  return open === '' ? pieces : [...pieces, open]
}

export function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}
