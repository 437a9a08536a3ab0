import type { Told } from '../unit-records'

/** A case at a boundary of a wording, with the values that its words demand. */
export interface Case {
  /** Why, from the wording. */
  because: string
  told: Told
  /** The figure in points; null where a person decides or a record is missing. */
  figure: number | null
  /** What is possible in points, where that is not the figure. */
  bound?: [least: number, most: number]
  marks?: string[]
  verdicts?: string[]
}

/** Another county's real words, at the level at which they stand there. */
export interface Wording {
  number: number
  level: 'item' | 'annex' | 'cycle'
  text: string
  who: string
  /** In points; a choice where the wording does not say. */
  maximum: number | { choice: string }
  rule: unknown
  /** Facts beside the item; words that state no points. */
  facts?: unknown[]
  /** Figures that the wording lacks, by name, as decided for these cases. */
  parameters: Record<string, unknown>
  cases: Case[]
}
