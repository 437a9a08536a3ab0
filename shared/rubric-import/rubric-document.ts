import type { Department } from '../rubric/department'
import type { RubricDraft } from './rubric-draft'
import type { UnreadableReason } from './unreadable'

/** What an import compares with: the annexes as they stand, and who scores. */
export interface KnownRubrics {
  files: readonly RubricDraft[]
  departments: readonly Department[]
  /** Ids of items and categories of years before those files. They are never given again. */
  retiredIds?: readonly string[]
}

/** The answer to an uploaded Word file; plain JSON, to be stored and shown beside the document. */
export type RubricDocument =
  | { kind: 'unreadable'; reason: UnreadableReason; message: string }
  | ({ kind: 'read' } & UnderstoodRubrics)

/** Every word of the document stands in one of the annexes, in a finding, or in `unplaced`. */
export interface UnderstoodRubrics {
  annexes: ImportedAnnex[]
  /** Words that belong to no field of a rubric, in the order of the document. */
  unplaced: UnplacedWords[]
  /** What concerns the whole file, e.g. 修订 that nobody has accepted. Whole sentences. */
  notices: string[]
}

export interface ImportedAnnex {
  /** The annex file as far as it is understood; what is missing is empty or null. */
  file: RubricDraft
  /** The id of the known rubric from which our lines were carried over; null where the annex is new. */
  carriedFrom: string | null
  findings: ImportFinding[]
  /** Where each item stands in the document, by item id: 第2张表第7行. */
  places: Record<string, string>
}

/** Something to decide or to know about one place of the draft. */
export interface ImportFinding {
  kind: FindingKind
  /**
   * `must`: the annex cannot be published before. `look`: a default was taken that a person should see. `note`: for the
   * record.
   */
  weight: 'must' | 'look' | 'note'
  /** Keys from the root of `file`, as in `RubricProblem`; empty where it concerns the annex. */
  path: (string | number)[]
  /** 附件1“组织建设”第5项 */
  place: string
  /** 第2张表第7行; null where nothing in the document corresponds. */
  documentPlace: string | null
  /** A whole sentence that begins with `place`. */
  message: string
}

export type FindingKind =
  /** 附件, title, audience or headings of the annex. */
  | 'heading'
  /** Points that are missing, written twice, or written where they are not expected. */
  | 'points'
  /** Points of a category are not the sum of its items. */
  | 'sum'
  /** 责任部室 missing, unknown, more than one, or another than before. */
  | 'department'
  /** Words that were joined, or cells that were read as belonging together. */
  | 'layout'
  | 'item-new'
  | 'item-reworded'
  | 'item-dropped'
  /** A known rule or fact whose clause no longer stands in the item. */
  | 'rule-left-out'
  /** Whatever else `parseRubric` would refuse. */
  | 'problem'

/** Words of the document that no field took. */
export interface UnplacedWords {
  /** 第2张表第7行第3栏, 正文第4段, 页眉. */
  place: string
  /** White space as in the document, line breaks as \n. */
  words: string
}
