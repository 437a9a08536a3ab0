import type { AssessedItem } from '../assessment/assessment'
import { decisionAnswer, selfAnswer } from '../assessment/summarize'
import type { Item, Rubric } from '../rubric/rubric'
import { type Hundredths, printPoints } from '../scoring/points'
import { type Answer, addAnswer, emptyTally, type NotApplicableRule, type Tally, totalOf } from '../scoring/tally'

/**
 * A filled annex as rows of text: what the screen, the Word file and the Excel file show. Cells are ready to print:
 * blank stays blank, zero is 「0」, 不涉及 is the word.
 */
export interface FormTable {
  annex: string
  title: string
  audienceAsWritten: string
  /** Empty on a blank form: a line to write on. */
  unitName: string
  /** 2026年度 */
  year: string
  columns: Rubric['columns']
  categories: FormCategory[]
  /** Empty where that column is not printed. */
  selfTotal: string
  scoreTotal: string
  maximum: string
  /** Every item has what this form shows. */
  complete: boolean
  /** What a 不涉及 in the cells counts, so that a hand calculator agrees with the total; empty where no cell says so. */
  note: string
  /** Lines at the foot, set once per county. */
  landings: string[]
}
export interface FormCategory {
  name: string
  points: string
  departments: string[]
  rows: FormRow[]
}
export interface FormRow {
  itemId: string
  number: number
  /** 考评内容 with its points in brackets, as the source prints it. */
  content: string
  basis: string
  self: string
  score: string
}

/** 资料目录: item → what proves it. An item without any material is one row with empty cells. */
export interface MaterialsList {
  unitName: string
  year: string
  title: string
  rows: MaterialsRow[]
}
export interface MaterialsRow {
  /** Null for materials that are not sorted to any item yet; they come last. */
  number: number | null
  shortName: string
  name: string
  documentNumber: string
  date: string
  whereabouts: string
  /** 「3页」 for pictures, 「1份」 for documents; empty where only the original exists. */
  files: string
}

/** Which columns are filled: none, 自评, or 自评 and 得分. */
export type FilledColumns = 'none' | 'self' | 'self-and-score'

export interface FormSource {
  rubric: Rubric
  unitName: string
  year: string
  landings: string[]
  items: Record<string, AssessedItem>
  notApplicable: NotApplicableRule
}

const countsAs: Record<NotApplicableRule, string> = {
  full: '按满分计入合计',
  rescale: '按其余各项的得分率折算后计入合计',
  zero: '按0分计入合计',
}

const printAnswer = (answer: Answer): string =>
  answer === null ? '' : answer === 'not-applicable' ? '不涉及' : printPoints(answer.score)

/** 得分 of an item: the 定分 of the one department that scores it. */
export function scoreAnswer(item: Item, assessed: AssessedItem | undefined): Answer {
  return decisionAnswer(assessed?.reviews?.[item.department])
}

/** Builds the rows of one annex. The totals are those of `totalOf`, so that they equal the overview's to the hundredth. */
export function formTable(source: FormSource, filled: FilledColumns): FormTable {
  const { rubric } = source
  let self: Tally = emptyTally
  let score: Tally = emptyTally
  const categories = rubric.categories.map(category => ({
    name: category.name,
    points: `${printPoints(category.points)}分`,
    departments: category.departmentsAsWritten,
    rows: category.items.map(item => {
      const assessed = source.items[item.id]
      const selfGiven = filled === 'none' ? null : selfAnswer(assessed?.self)
      const scoreGiven = filled === 'self-and-score' ? scoreAnswer(item, assessed) : null
      self = addAnswer(self, item.points, selfGiven)
      score = addAnswer(score, item.points, scoreGiven)
      return {
        itemId: item.id,
        number: item.number,
        content: `${item.text}（${printPoints(item.points)}分）`,
        basis: item.basis,
        self: printAnswer(selfGiven),
        score: printAnswer(scoreGiven),
      }
    }),
  }))
  const saysNotApplicable = [self, score].some(tally => Object.keys(tally.notApplicable).length > 0)
  const itemCount = categories.reduce((count, category) => count + category.rows.length, 0)
  const printTotal = (tally: Tally, shown: boolean) =>
    shown && tally.count > 0 ? printPoints(totalOf(tally, source.notApplicable)) : ''
  return {
    annex: rubric.annex,
    title: rubric.title,
    audienceAsWritten: rubric.audienceAsWritten,
    unitName: source.unitName,
    year: source.year,
    columns: rubric.columns,
    categories,
    selfTotal: printTotal(self, filled !== 'none'),
    scoreTotal: printTotal(score, filled === 'self-and-score'),
    maximum: printPoints(rubric.categories.reduce<Hundredths>((sum, category) => sum + category.points, 0)),
    complete: filled === 'none' || (filled === 'self' ? self : score).count === itemCount,
    note: saysNotApplicable ? `注：不涉及的考评内容${countsAs[source.notApplicable]}。` : '',
    landings: source.landings,
  }
}
