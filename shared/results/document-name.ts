import type { FormTable, MaterialsList } from './form-table'

/** The four documents of the year: 空表 · 自评表 · 资料目录 · 评分表. */
export type DocumentKind = 'blank' | 'self' | 'materials' | 'scored'

export const documentNames: Record<DocumentKind, string> = {
  blank: '空表',
  self: '自评表',
  materials: '资料目录',
  scored: '评分表',
}

/** 「马店镇工会 2026年度 自评表.docx」; of a blank form 「附件1（开发区、乡镇） 2026年度 空表.docx」. */
export function documentFileName(kind: DocumentKind, of: FormTable | MaterialsList): string {
  const owner = of.unitName === '' && 'annex' in of ? `${of.annex}（${of.audienceAsWritten}）` : of.unitName
  return `${withoutForbidden(owner)} ${withoutForbidden(of.year)} ${documentNames[kind]}.docx`
}

/** 「马店镇工会 2026年度 实地考核记录.docx」 */
export function visitRecordFileName({ unitName, year }: { unitName: string; year: string }): string {
  return `${withoutForbidden(unitName)} ${withoutForbidden(year)} 实地考核记录.docx`
}

/** The tables that people fill in Excel and import, each named as its sheet. */
export const targetsTitle = '目标任务分解表'
export const recordsTitle = '县总记录'

/** 「2026年度 目标任务分解表.xlsx」 */
export function tableFileName(year: string, title: string): string {
  return `${withoutForbidden(year)} ${withoutForbidden(title)}.xlsx`
}

/** Windows and storage paths refuse these characters, and a unit's name is typed by people. */
function withoutForbidden(text: string): string {
  return [...text].map(sign => (/[\\/:*?"<>|]/.test(sign) || sign < ' ' ? '、' : sign)).join('')
}
