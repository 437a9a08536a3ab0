import type { AnnexAsRead, Line, Remark } from './annex-as-read'
import { squeeze } from './squeeze'

/** Titles and audiences of the known annexes, squeezed, by which lines above a table are recognized. */
export interface KnownHeadings {
  titles: readonly string[]
  audiences: readonly string[]
}

type Heading = Pick<AnnexAsRead, 'annex' | 'title' | 'audienceAsWritten' | 'remarks'> & {
  /** The lines that it is made of; all others are notes. */
  lines: ReadonlySet<Line>
  /** Words behind the 附件 on its own line that are no title. */
  notes: Line[]
}

const annexLine = /^(附件[\d０-９一二三四五六七八九十]{1,3})[:：.．、]?(.*)$/u
const titleEnd = /(细则|办法|标准|方案|评分表|考核表)$/u
/** 评分细则 alone on a line is the end of a title whose beginning stands above. */
const shortestTitle = 6
const bracketed = /^[（(【[](.+)[）)】\]]$/u
const closedByBracket = /^(.+?)[（(【[]([^（(【[]+)[）)】\]]$/u

/**
 * 附件, title and audience out of the lines between two tables; null where none of them is there, so that the table below
 * goes on with the annex above.
 */
export function readHeading(lines: readonly Line[], known: KnownHeadings): Heading | null {
  const filled = lines.filter(({ words }) => squeeze(words) !== '')
  const at = filled.map(({ words }) => annexLine.test(squeeze(words))).lastIndexOf(true)
  const [, annex = '', rest = ''] = annexLine.exec(squeeze(filled[at]?.words ?? '')) ?? []
  const below = filled.slice(at + 1).map(line => ({ line, text: squeeze(line.words) }))
  const candidates = rest === '' ? below : [{ line: filled[at], text: rest }, ...below]

  const isAudience = (text: string) => bracketed.test(text) && !/\d分/u.test(text)
  const audienceAt = indexOfBest(candidates, [
    ({ text }) => isAudience(text) && known.audiences.includes(inBrackets(text)),
    ({ text }) => isAudience(text),
  ])
  const above = audienceAt < 0 ? candidates : candidates.slice(0, audienceAt)
  const title = titleOf(above, known, audienceAt < 0)
  const audienceAsWritten = audienceAt < 0 ? title.audience : inBrackets(candidates[audienceAt]?.text ?? '')
  const isHeading = annex !== '' || known.titles.includes(title.text) || known.audiences.includes(audienceAsWritten)
  // （接上页） in brackets between two halves of a table, or a sentence that ends with 办法, begins no annex.
  if (!isHeading && (title.text === '' || audienceAsWritten === '')) return null

  const annexOwn = annex === '' ? undefined : filled[at]
  const used = [...title.lines, candidates[audienceAt]?.line]
  return {
    annex,
    title: title.text,
    audienceAsWritten,
    remarks: remarksOn({ annex, title, audienceAsWritten }),
    lines: new Set([annexOwn, ...used].flatMap(line => line ?? [])),
    notes: annexOwn && rest !== '' && !used.includes(annexOwn) ? [{ ...annexOwn, words: rest }] : [],
  }
}

interface Candidate {
  line: Line | undefined
  text: string
}
interface Title {
  text: string
  /** Where it stands in brackets behind the title, on the same line. */
  audience: string
  lines: (Line | undefined)[]
  isJoined: boolean
}

/** The line that is known as a title, else one that ends like a title, else all lines above the audience together. */
function titleOf(candidates: readonly Candidate[], known: KnownHeadings, mayHoldAudience: boolean): Title {
  const whole = candidates.map(({ text }) => text).join('')
  const isKnown = (text: string) => known.titles.includes(withoutBracket(text))
  const titleAt = indexOfBest(candidates, [
    ({ text }) => isKnown(text),
    ({ text }) => titleEnd.test(withoutBracket(text)) && withoutBracket(text).length > shortestTitle,
  ])
  const one = candidates.slice(titleAt, titleAt + 1)
  const chosen = isKnown(whole) || (titleAt < 0 && !mayHoldAudience) ? candidates : titleAt < 0 ? [] : one
  const text = chosen.map(part => part.text).join('')
  const split = mayHoldAudience ? closedByBracket.exec(text) : null
  return {
    text: split?.[1] ?? text,
    audience: split?.[2] ?? '',
    lines: chosen.map(({ line }) => line),
    isJoined: chosen.length > 1 && !isKnown(text),
  }
}

function remarksOn(heading: { annex: string; title: Title; audienceAsWritten: string }): Remark[] {
  const remark = (weight: Remark['weight'], key: string, message: string): Remark => ({
    kind: 'heading',
    weight,
    path: [key],
    documentPlace: null,
    message,
  })
  return [
    ...(heading.annex === '' ? [remark('must', 'annex', '的表格上面没有写附件号，请补上')] : []),
    ...(heading.title.text === '' ? [remark('must', 'title', '的表格上面没有找到标题，请补上')] : []),
    ...(heading.audienceAsWritten === '' ? [remark('must', 'audienceAsWritten', '没有写明考核对象，请补上')] : []),
    ...(heading.title.isJoined ? [remark('look', 'title', `的标题是几行连起来的：${heading.title.text}`)] : []),
  ]
}

/** The first index that meets the first condition that any meets. */
function indexOfBest<Value>(values: readonly Value[], conditions: ((value: Value) => boolean)[]): number {
  for (const condition of conditions) {
    const index = values.findIndex(condition)
    if (index >= 0) return index
  }
  return -1
}

function inBrackets(text: string): string {
  return bracketed.exec(text)?.[1] ?? text
}

function withoutBracket(text: string): string {
  return closedByBracket.exec(text)?.[1] ?? text
}
