import type { OverviewUnit } from '#shared/contract/office-contract'
import { type DocumentKind, documentNames } from '#shared/results/document-name'

/** The four papers of a unit, in the order of the year. */
export const formKinds: readonly { kind: DocumentKind; name: string; below?: string }[] = [
  { kind: 'blank', name: documentNames.blank },
  { kind: 'self', name: documentNames.self, below: '得分空白' },
  { kind: 'materials', name: documentNames.materials },
  { kind: 'scored', name: documentNames.scored },
]

/** The paper that is wanted next of a unit: 评分表 once it is scored, 自评表 before. */
export function usualKind(unit: Pick<OverviewUnit, 'score'>): DocumentKind {
  return unit.score.complete ? 'scored' : 'self'
}

/** What `form.read` is asked for: a blank form is the unit's 自评表 with nothing in it. */
export function readKind(kind: DocumentKind): 'self' | 'scored' | 'materials' {
  return kind === 'blank' ? 'self' : kind
}
