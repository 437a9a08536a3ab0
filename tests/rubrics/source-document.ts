import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The county's document, byte for byte: a Word table turned to text, a line break and a tab before every cell. */
export const sourceBytes = readFileSync(join(__dirname, 'source.txt'))

export const sourceText = sourceBytes.toString('utf8')

/** Takes out all white space: the source sets words apart and breaks cells only to fill its columns. */
export function withoutWhiteSpace(text: string): string {
  return text.replace(/\s/gu, '')
}

/**
 * The source read by itself, knowing nothing of our files: for each annex the lines above its table, then every cell from
 * left to right and top to bottom, white space removed, empty cells kept.
 */
export function cellsOfSource(text: string): string[][] {
  return text
    .split(/\n(?=附件\d)/u)
    .filter(annex => annex.trim() !== '')
    .map(annex => {
      const [heading = '', ...cells] = annex.split('\n\t')
      const lines = heading.split('\n').filter(line => line.trim() !== '')
      return [...lines, ...cells].map(withoutWhiteSpace)
    })
}
