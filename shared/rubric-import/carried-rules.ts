import type { ItemDraft } from './rubric-draft'

export type Rules = Pick<ItemDraft, 'rule' | 'facts' | 'factsTogether'>

/** What stands of a known item's rule and facts beside new words, and what does not, each with the clause that is gone. */
export interface CarriedRules {
  rules: Rules
  leftOut: { what: string; clause: string }[]
}

/**
 * A rule or fact goes on only where every phrase that it cites stands in the new words, to the letter: a figure that the
 * document no longer writes must not be held against anybody.
 */
export function carryRules(known: Rules, text: string): CarriedRules {
  const leftOut: CarriedRules['leftOut'] = []
  const stands = (what: string, rule: unknown) => {
    const gone = clausesIn(rule).filter(clause => !text.includes(clause))
    for (const clause of gone.slice(0, 1)) leftOut.push({ what, clause })
    return gone.length === 0
  }
  const hasRule = known.rule !== undefined && stands('计分方法', known.rule)
  const facts = (known.facts ?? []).filter(fact => stands(`要核对的数字“${nameOf(fact)}”`, fact))
  return {
    rules: {
      ...(hasRule ? { rule: known.rule } : {}),
      ...(facts.length > 0 ? { facts } : {}),
      ...(facts.length > 1 && known.factsTogether !== undefined ? { factsTogether: known.factsTogether } : {}),
    },
    leftOut,
  }
}

/** How that is said, after the item's place. */
export function leftOutMessage({ what, clause }: CarriedRules['leftOut'][number]): string {
  return `的${what}引的原文“${clause}”在新的考评内容里找不到，没有沿用`
}

function clausesIn(rule: unknown): string[] {
  if (typeof rule !== 'object' || rule === null) return []
  return Object.entries(rule).flatMap(([key, value]) =>
    key === 'clause' && typeof value === 'string' ? [value] : clausesIn(value),
  )
}

function nameOf(fact: unknown): string {
  return typeof fact === 'object' && fact !== null && 'name' in fact ? String(fact.name) : ''
}
