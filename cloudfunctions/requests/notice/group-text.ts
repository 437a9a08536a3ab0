import type { Instant } from '#shared/assessment/assessment'
import type { UnreachedPerson } from '#shared/contract/notice-contract'
import { printMoment } from '#shared/cycle/beijing-time'

/** 发到微信群的话: units and what they are asked, no names and no scores. Empty where nobody is left to tell. */
export function groupTextOf(people: readonly UnreachedPerson[], now: Instant): string {
  const open = people.filter(({ phoned }) => phoned === null)
  const byUnit = new Map<string, Set<string>>()
  for (const { unitName, told } of open) {
    const words = byUnit.get(unitName) ?? new Set<string>()
    for (const one of told) words.add(one.words)
    byUnit.set(unitName, words)
  }
  if (byUnit.size === 0) return ''
  const lines = [...byUnit].map(([unitName, words]) => `${unitName}：${[...words].map(withoutStop).join('；')}。`)
  return [`各位主席、填报人（截至${printMoment(now, 0)}）：`, ...lines, '手机填或交纸质表都可以。'].join('\n')
}

const withoutStop = (words: string) => words.replace(/。$/, '')
