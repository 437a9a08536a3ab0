import { useDidShow } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import type { Audience } from '#shared/rubric/rubric'
import { ask } from '../../backend/ask'
import { useDownload } from '../../backend/use-download'
import { useRequest } from '../../backend/use-request'
import { useTableImport } from '../../backend/use-table-import'
import type { CellPlace } from '../../components/score-grid/grid-movement'
import { layPastedBlock } from '../../components/score-grid/pasted-block'
import { useOffice } from '../frame/use-office'
import { audiences } from '../progress/progress'
import { pasteInWords, placeOf, targetColumns, targetRowView, targetsToLookAt } from '../target-table/target-words'
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
  const [chosen, setAudience] = useState<Audience | null>(null)
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 })
  const [told, setTold] = useState<string | null>(null)
  const download = useDownload()
  const importing = useTableImport<'target.preview', 'target.import'>({
    preview: (ticketId, fileName) => ask('target.preview', { cycleId, ticketId, fileName }),
    apply: ticketId => ask('target.import', { cycleId, ticketId }),
    async onDone(preview) {
      await asked.reload()
      return `导入了${preview.units}个单位、${preview.changes}格`
    },
  })
  useDidShow(() => void asked.reload())

  const present = audiences
    .map(({ audience, name }) => ({
      key: audience,
      text: `${name} ${table?.units.filter(unit => unit.audience === audience).length ?? 0}`,
      isAsked: table?.measures.some(measure => measure.items.some(item => item.audience === audience)) ?? false,
    }))
    .filter(({ key, isAsked }) => isAsked && table?.units.some(unit => unit.audience === key))
  const audience = chosen ?? present[0]?.key ?? 'township'
  const rows = useMemo(() => table?.units.filter(unit => unit.audience === audience) ?? [], [table, audience])
  const columns = useMemo(
    () => table?.measures.filter(({ items }) => items.some(item => item.audience === audience)) ?? [],
    [table, audience],
  )
  const heads = useMemo(() => targetColumns(columns, audience), [columns, audience])
  const views = useMemo(
    () =>
      table
        ? rows.map(row =>
            targetRowView(
              row,
              table,
              heads.map(head => head.key),
              typed,
            ),
          )
        : [],
    [table, rows, heads, typed],
  )
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
    present,
    audience,
    setAudience(next: Audience) {
      setAudience(next)
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
      setAudience(unit.audience)
      const own = table.units.filter(row => row.audience === unit.audience)
      const asking = table.measures.filter(({ items }) => items.some(item => item.audience === unit.audience))
      const place = placeOf(cell, own, asking)
      if (place) setActive(place)
    },
    download: { ...download, start: () => void download.download({ kind: 'targets', cycleId }) },
    importing,
  }
}
