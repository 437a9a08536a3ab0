import type { Item } from '#shared/rubric/rubric'
import { factInShort } from '#shared/rules/fact'
import { printPoints } from '#shared/scoring/points'
import { evaluationOf, type HeldRecords } from './evaluation-of'

/** 「按记录 0.5」, 「任务10篇，完成6篇」: what the county holds in a line of a list; empty where it holds nothing. */
export function heldInShort(item: Item, held: HeldRecords): string {
  const { figure, facts } = evaluationOf(item, held)
  const known = facts.filter(({ done }) => done !== null)
  // One figure needs no name beside its item's own.
  const words = known.map(fact => `${facts.length > 1 ? `${fact.fact.name} ` : ''}${factInShort(fact)}`)
  return [...(figure === null ? [] : [`按记录 ${printPoints(figure)}`]), ...words].join('；')
}
