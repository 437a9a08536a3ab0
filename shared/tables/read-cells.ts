import { type CellAsRead, isBlank, wordsOf } from './table-as-read'

/** What a cell says, or what is wrong with it, as a Chinese sentence. */
export type Understood<Value> = { value: Value } | { wrong: string }

const largest = 1_000_000

/**
 * A count, not below nothing, with at most two places; null where the cell is blank. Numbers may be written as text, in
 * full-width digits, with thousands separated or with their own unit behind (10家).
 *
 * @param what what the sentence calls it: 任务数
 */
export function readCount(cell: CellAsRead | undefined, what: string, unit: string): Understood<number | null> {
  if (cell === undefined || isBlank(cell)) return { value: null }
  if (cell.covered) return { wrong: `${what}在合并单元格里，请拆开，一行一格。` }
  const words = wordsOf(cell)
  const { value } = cell
  if (typeof value === 'object' && 'fault' in value) return { wrong: `${what}是公式，没有算出结果（${words}）。` }
  const number = typeof value === 'number' ? value : numberIn(words, unit)
  if (number === null) return { wrong: `${what}要写成数字，写的是“${shortened(words)}”。` }
  if (number < 0) return { wrong: `${what}不能小于0，写的是“${words}”。` }
  if (number > largest) return { wrong: `${what}最多${largest}，写的是“${words}”。` }
  // A formula's 0.1 + 0.2 is 0.3: what binary fractions leave behind is no third place.
  const rounded = Math.round(number * 100) / 100
  if (Math.abs(number - rounded) > 1e-9) return { wrong: `${what}最多两位小数，写的是“${words}”。` }
  return { value: rounded }
}

function numberIn(words: string, unit: string): number | null {
  const bare = words.replace(/\s/g, '').replace(/−/g, '-')
  const digits = unit !== '' && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare
  const match = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.exec(digits)
  return match ? Number(digits.replaceAll(',', '')) : null
}

/** Days that Excel counts, from 1982 to 2064: smaller and larger numbers are no dates that anybody meant. */
const serials = { from: 30_000, to: 60_000 }

/** YYYY-MM-DD; empty where the cell is blank. Dates may be Excel's own, or text: 2026-3-5, 2026.3.5, 2026年3月5日. */
export function readDay(cell: CellAsRead | undefined): Understood<string> {
  if (cell === undefined || isBlank(cell)) return { value: '' }
  const { value } = cell
  if (typeof value === 'object' && 'date' in value) return { value: value.date }
  if (typeof value === 'number' && value >= serials.from && value <= serials.to) {
    return { value: new Date(Math.round((Math.floor(value) - 25_569) * 86_400_000)).toISOString().slice(0, 10) }
  }
  const words = wordsOf(cell)
  const day = dayIn(words.replace(/\s/g, ''))
  return day === null ? { wrong: `日期看不懂，写的是“${shortened(words)}”。请写成2026-3-5这样。` } : { value: day }
}

function dayIn(words: string): string | null {
  const match =
    /^(\d{4})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?(?:\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(words) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(words)
  if (!match) return null
  const [, year, , month, day] = match
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return isReal && Number(year) >= 2000 && Number(year) < 2100 ? date.toISOString().slice(0, 10) : null
}

/** A whole paragraph in a cell is shown by its beginning. */
export function shortened(words: string): string {
  const signs = [...words.replace(/\s+/g, ' ')]
  return signs.length <= 20 ? signs.join('') : `${signs.slice(0, 20).join('')}…`
}
