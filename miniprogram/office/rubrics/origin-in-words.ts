import type { RubricVersionRow } from '#shared/contract/rubric-contract'
import { printDay } from '#shared/cycle/beijing-time'

/** 程序自带, or 8月3日 考核办 发布，来自「2027年细则.docx」. */
export function originInWords(origin: RubricVersionRow['origin']): string {
  if (origin === 'shipped') return '程序自带'
  return `${printDay(origin.publishedAt)} ${origin.by} 发布，来自「${origin.fileName}」`
}
