import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { idsIn } from '#shared/rubric-import/ids'
import type { ImportedAnnex, ImportFinding, UnderstoodRubrics } from '#shared/rubric-import/rubric-document'
import type { CategoryDraft, RubricDraft } from '#shared/rubric-import/rubric-draft'
import { sumOf } from '#shared/rubric-import/sum-of'
import { readRubricDocument } from '../../cloudfunctions/documents/word/read-rubric-document'
import { CommandProblem, readDepartments, readDrafts } from './annex-files'
import { printJson } from './print-json'

interface ImportOptions {
  document: string
  /** Where the annexes as they stand are: from them our lines are carried over. */
  known: string
  /** Folders of earlier years, whose ids are never given again. */
  earlier: readonly string[]
  /** Where the annex files go; nothing is written without it. */
  out: string | undefined
}

/** Prints what was understood, what is to be decided, and what found no place; then writes the files if asked. */
export async function importDocument({ document, known, earlier, out }: ImportOptions): Promise<string> {
  if (!existsSync(document)) throw new CommandProblem(`找不到 ${document}。`)
  const read = await readRubricDocument(readFileSync(document), {
    files: readDrafts(known),
    departments: readDepartments(known),
    retiredIds: earlier.flatMap(folder => idsIn(readDrafts(folder))),
  })
  if (read.kind === 'unreadable') throw new CommandProblem(read.message)
  return [...reportOn(read), ...(out === undefined ? [] : writeFiles(read.annexes, out))].join('\n')
}

function reportOn({ annexes, unplaced, notices }: UnderstoodRubrics): string[] {
  const findings = annexes.flatMap(annex => annex.findings)
  const weighing = (weight: ImportFinding['weight']) =>
    findings.filter(finding => finding.weight === weight).map(printFinding)
  return [
    ...(annexes.length === 0 ? ['没有找到评分细则的表格：要有“考评内容”等表头。'] : annexes.flatMap(printAnnex)),
    ...section('要先定下来的', weighing('must')),
    ...section('请看一看的', weighing('look')),
    ...section('供了解', [...notices, ...weighing('note')]),
    ...section(
      '没有放进评分细则的文字',
      unplaced.map(({ place, words }) => `${place}：${words.replace(/\s+/gu, ' ').trim()}`),
    ),
  ]
}

function printAnnex({ file, carriedFrom }: ImportedAnnex): string[] {
  const items = file.categories.reduce((sum, category) => sum + category.items.length, 0)
  return [
    `${file.annex || '附件？'} ${file.title}（${file.audienceAsWritten}） ${carriedFrom === null ? '新的附件' : `接着${carriedFrom}`}`,
    ...file.categories.flatMap(printCategory),
    `  合计${sumOf(file.categories.flatMap(category => category.items))}分，${items}项`,
    '',
  ]
}

function printCategory({ name, points, departmentsAsWritten, items }: CategoryDraft): string[] {
  return [
    `  ${name || '（没有名称）'} ${points ?? '？'}分 ${departmentsAsWritten.join('、') || '（没有部室）'}`,
    ...items.map(item => `    ${item.number}. ${item.shortName} ${item.points ?? '？'}分 ${item.id}`),
  ]
}

function printFinding({ message, documentPlace }: ImportFinding): string {
  return documentPlace === null ? message : `${message}（${documentPlace}）`
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}（${lines.length}）`, ...lines.map(line => `  ${line}`), '']
}

function writeFiles(annexes: readonly ImportedAnnex[], folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  return annexes.map(({ file }) => {
    const path = join(folder, fileNameOf(file))
    writeFileSync(path, printJson(file))
    return `写好了 ${path}`
  })
}

/** annex-1-township.json; annex-5.json for a new one. */
function fileNameOf({ id, annex }: RubricDraft): string {
  const number = /\d+/.exec(annex)?.[0]
  return id.startsWith('annex-') || number === undefined
    ? `annex-${id.replace(/^annex-/, '')}.json`
    : `annex-${number}-${id}.json`
}
