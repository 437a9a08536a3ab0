import type { TargetRow, TargetTable } from '#shared/contract/target-contract'
import { printClock, printMoment } from '#shared/cycle/beijing-time'
import type { DescribedMeasure } from '#shared/records/describe-measures'
import { printNumber } from '#shared/rules/amount'
import type { CellPlace } from '../../components/score-grid/grid-movement'
import type { GridCellView, GridColumnView, GridRowView } from '../../components/score-grid/grid-view'
import type { StatusKind } from '../../components/status-line/status-line'
import { readCount } from '../../records/typed-values'
import type { Saving } from './target-saver'
import { standingTarget, type TypedTargets, targetKey, typedState } from './typed-targets'

/** 12.5, 300; nothing where none is given. */
export function printCount(count: number | null): string {
  return count === null ? '' : printNumber(count)
}

/** Which rows of the table are shown: those of one annex, or all as in the Excel file. */
export type TargetView = TargetRow['audience'] | 'all'

export function isInView(view: TargetView, audience: TargetRow['audience']): boolean {
  return view === 'all' || view === audience
}

/** Heads of the grid as in the 录分表: the items that ask for the measure, its unit, its name. */
export function targetColumns(measures: readonly DescribedMeasure[], view: TargetView): GridColumnView[] {
  return measures.map(({ measure, name, unit, items }) => {
    const annexes = [...new Set(items.map(({ annex }) => annex.replace('附件', '')))]
    const numbers = items.filter(({ audience }) => audience === view).map(({ number }) => number)
    return {
      key: measure,
      title: view === 'all' ? annexesInWords(annexes) : `第${numbers.join('、')}项`,
      note: unit,
      text: name,
      readOnly: false,
    }
  })
}

/** 附件1、2; 4个附件, where there is no room for all of them. */
function annexesInWords(annexes: readonly string[]): string {
  return annexes.length > 2 ? `${annexes.length}个附件` : `附件${annexes.join('、')}`
}

export function targetRowView(
  row: TargetRow,
  table: TargetTable,
  columns: readonly string[],
  typed: TypedTargets,
): GridRowView {
  const cells = columns.map((measure): GridCellView => {
    const place = { unitId: row.unitId, measure }
    const standing = standingTarget(table, place)
    if (standing === undefined) return { text: '', kind: 'not-asked' }
    const cell = typed[targetKey(place)]
    if (!cell) return { text: printCount(standing), kind: standing === null ? 'empty' : 'number' }
    const read = readCount(cell.text)
    const state = typedState(cell, table)
    return {
      text: 'why' in read ? cell.text : printCount(read.number),
      kind: state === 'bad' || state === 'stale' ? 'bad' : 'number',
    }
  })
  return { key: row.unitId, name: row.name, closed: null, cells }
}

/** A cell that needs somebody, wherever in the county it is. */
export interface TargetToLookAt {
  unitId: string
  measure: string
  /** 马店镇 报刊征订：「三十」不是数 */
  words: string
}

export function targetsToLookAt(typed: TypedTargets, table: TargetTable): TargetToLookAt[] {
  return table.units.flatMap(({ unitId, name }) =>
    table.measures.flatMap(({ measure, name: measureName }) => {
      const cell = typed[targetKey({ unitId, measure })]
      if (!cell) return []
      const where = { unitId, measure }
      const read = readCount(cell.text)
      if ('why' in read) return { ...where, words: `${name} ${measureName}：「${cell.text}」${read.why}` }
      if (typedState(cell, table) !== 'stale') return []
      const standing = printCount(standingTarget(table, where) ?? null) || '空'
      return { ...where, words: `${name} ${measureName}：您填 ${cell.text || '空'}，别人刚改成 ${standing}` }
    }),
  )
}

/** 最近一次：孟庆华 今天 15:06 改过. */
export function lastChangeInWords({ changed }: TargetTable, now: number): string {
  if (!changed) return '填一格存一格，单位马上看得到自己的任务数。'
  const how = changed.fileName ? `导入「${changed.fileName}」` : '改过'
  return `最近一次：${changed.name} ${printMoment(changed.at, now)} ${how}`
}

/** Where a cell is in the grid that is shown; null where it is in another annex. */
export function placeOf(
  cell: { unitId: string; measure: string },
  rows: readonly TargetRow[],
  columns: readonly { measure: string }[],
): CellPlace | null {
  const row = rows.findIndex(({ unitId }) => unitId === cell.unitId)
  const column = columns.findIndex(({ measure }) => measure === cell.measure)
  return row < 0 || column < 0 ? null : { row, column }
}

/** 已存 15:06 · 正在保存 3格 · 没信号，3格先存本机 · 2格要您看一下. */
export function savingInWords(saving: Saving, toLookAt: number, machine: string): { kind: StatusKind; text: string } {
  const waiting = Object.keys(saving.typed).length - toLookAt
  if (saving.isFull) return { kind: 'look', text: `${machine}存满了，没存的还在屏幕上，先不要关` }
  if (saving.status === 'no-signal') return { kind: 'no-signal', text: `没信号，${waiting}格先存${machine}` }
  if (saving.status === 'refused') return { kind: 'look', text: `${waiting}格没有保存，在${machine}里` }
  if (waiting > 0) return { kind: 'uploading', text: `正在保存 ${waiting}格` }
  if (toLookAt > 0) return { kind: 'look', text: `${toLookAt}格要您看一下` }
  return saving.savedAt === null
    ? { kind: 'received', text: '' }
    : { kind: 'received', text: `已存 ${printClock(saving.savedAt)}` }
}

/** What a paste did, in one line. */
export function pasteInWords(pasted: { taken: number; notAsked: number; outside: number }): string {
  const words = [`贴了${pasted.taken}格`]
  if (pasted.notAsked > 0) words.push(`${pasted.notAsked}格没有贴：单位的评分细则里没有这个任务`)
  if (pasted.outside > 0) words.push(`${pasted.outside}格超出了表`)
  return words.join('，')
}
