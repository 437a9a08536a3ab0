import type { WordsPiece } from '#shared/rubric/changed-words'
import { compareRubrics } from '#shared/rubric/compare-rubrics'
import { readDepartments, readRubrics } from './annex-files'

/** What the new annexes have that the old ones have not, as lines to read; two files or two folders. */
export function compareFolders(before: string, after: string): string {
  const [old, now] = [readRubrics(before), readRubrics(after)]
  const departments = readDepartments(after)
  const isOneFile = old.length === 1 && now.length === 1
  const partnerOf = (id: string) => (isOneFile ? old[0] : old.find(candidate => candidate.id === id))
  const lines = now.flatMap(rubric => {
    const was = partnerOf(rubric.id)
    if (!was) return [`新增 ${rubric.annex} ${rubric.title}（${rubric.audienceAsWritten}）`]
    return compareRubrics(was, rubric, departments).flatMap(({ label, message, words }) => [
      `${label} ${message}`,
      ...(words.length > 0 ? [`  ${printWords(words)}`] : []),
    ])
  })
  const dropped = old.filter(rubric => !isOneFile && !now.some(({ id }) => id === rubric.id))
  const all = [
    ...lines,
    ...dropped.map(({ annex, title, audienceAsWritten }) => `取消 ${annex} ${title}（${audienceAsWritten}）`),
  ]
  return all.length === 0 ? '没有变化。' : all.join('\n')
}

/** 不少于[删：1][增：2]次 */
function printWords(words: readonly WordsPiece[]): string {
  const marks = { same: ['', ''], removed: ['[删：', ']'], added: ['[增：', ']'] } as const
  return words.map(({ text, change }) => `${marks[change][0]}${text}${marks[change][1]}`).join('')
}
