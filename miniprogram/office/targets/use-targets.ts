import { useDidShow } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { ask } from '../../backend/ask'
import { useDownload } from '../../backend/use-download'
import { useRequest } from '../../backend/use-request'
import { useTableImport } from '../../backend/use-table-import'
import type { CellPlace } from '../../components/score-grid/grid-movement'
import { layPastedBlock } from '../../components/score-grid/pasted-block'
import { useOffice } from '../frame/use-office'
import { audiences } from '../progress/progress'
import {
  isInView,
  pasteInWords,
  placeOf,
  type TargetView,
  targetColumns,
  targetRowView,
  targetsToLookAt,
} from '../target-table/target-words'
import { standingTarget, targetKey } from '../target-table/typed-targets'
import { useTargetSaver } from '../target-table/use-target-saver'

/** 目标任务分解表: the table of one annex, what was typed into it, and tables from Excel. */
export function useTargets() {
  const { cycle, status } = useOffice()
  const cycleId = cycle?.cycleId ?? ''
  const asked = useRequest('target.open', cycle ? { cycleId } : null, { keep: true })
  const table = asked.output
  const saver = useTargetSaver(cycleId, table !== null)
  const { typed } = saver.saving
  const [chosen, setView] = useState<TargetView | null>(null)
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 })
  const [told, setTold] = useState<string | null>(null)
  const download = useDownload()
  const importing = useTableImport<'target.preview', 'target.import'>({
    preview: (ticketId, fileName) => ask('target.preview', { cycleId, ticketId, fileName }),
    apply: ticketId => ask('target.import', { cycleId, ticketId }),
    async onDone(preview) {
      await asked.reload()
      return `导入了，改了${preview.changes}格`
    },
  })
  useDidShow(() => void asked.reload())

  const countOf = (view: TargetView) => table?.units.filter(unit => isInView(view, unit.audience)).length ?? 0
  const asking = (view: TargetView) =>
    table?.measures.filter(({ items }) => items.some(({ audience }) => isInView(view, audience))) ?? []
  const present = audiences
    .map(({ audience, name }) => ({ key: audience, text: `${name} ${countOf(audience)}` }))
    .filter(({ key }) => countOf(key) > 0 && asking(key).length > 0)
  const view = chosen ?? present[0]?.key ?? 'all'
  // biome-ignore lint/correctness/useExhaustiveDependencies: both are made of the table and the view alone.
  const { rows, columns } = useMemo(
    () => ({ rows: table?.units.filter(unit => isInView(view, unit.audience)) ?? [], columns: asking(view) }),
    [table, view],
  )
  const heads = useMemo(() => targetColumns(columns, view), [columns, view])
  const views = useMemo(() => {
    const measures = heads.map(head => head.key)
    return table ? rows.map(row => targetRowView(row, table, measures, typed)) : []
  }, [table, rows, heads, typed])
  const mayWrite = table?.abilities['target.save'] === true
  const cellAt = ({ row, column }: CellPlace) => {
    const unit = rows[row]
    const measure = columns[column]
    if (!table || !unit || !measure) return null
    const place = { unitId: unit.unitId, measure: measure.measure }
    const standing = standingTarget(table, place)
    return standing === undefined ? null : { unit, measure, place, standing, typed: typed[targetKey(place)] ?? null }
  }

  function paste(clipboard: string) {
    const block = layPastedBlock(clipboard, active, { rows: rows.length, columns: columns.length })
    const known = block.cells.map(({ at, text }) => ({ text, place: mayWrite ? (cellAt(at)?.place ?? null) : null }))
    const taken = known.flatMap(({ place, text }) => (place ? [{ ...place, text }] : []))
    saver.type(taken)
    const notAsked = known.filter(({ place, text }) => place === null && text !== '').length
    setTold(pasteInWords({ taken: taken.length, notAsked, outside: block.outside }))
  }

  const activeCell = cellAt(active)
  const write = (text: string) => {
    setTold(null)
    if (activeCell) saver.type([{ ...activeCell.place, text }])
  }
  const toLookAt = table ? targetsToLookAt(typed, table) : []
  return {
    status: status === 'ready' ? asked.status : status,
    asked,
    table,
    /** Whole county last: as wide as the Excel file, to paste a block of it. */
    segments: [...present, { key: 'all' as const, text: `全部 ${countOf('all')}` }],
    isNothingAsked: present.length === 0,
    view,
    setView(next: TargetView) {
      setView(next)
      setActive({ row: 0, column: 0 })
    },
    heads,
    views,
    active,
    activeCell,
    mayWrite,
    isWritable: mayWrite && activeCell !== null,
    move: setActive,
    write,
    paste,
    told,
    saving: saver.saving,
    forget: saver.forget,
    toLookAt,
    /** Leads to a cell that needs somebody, in whichever annex it is. */
    look(cell: { unitId: string; measure: string }) {
      const unit = table?.units.find(({ unitId }) => unitId === cell.unitId)
      if (!table || !unit) return
      const there = isInView(view, unit.audience) ? view : unit.audience
      const place = placeOf(
        cell,
        table.units.filter(({ audience }) => isInView(there, audience)),
        asking(there),
      )
      setView(there)
      if (place) setActive(place)
    },
    download: { ...download, start: () => void download.download({ kind: 'targets', cycleId }) },
    importing,
  }
}
