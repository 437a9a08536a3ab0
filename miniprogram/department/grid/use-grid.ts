import { useRouter } from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import type { ReviewScore } from '#shared/assessment/assessment'
import { type Audience, findItem } from '#shared/rubric/rubric'
import { begunTexts } from '../../backend/begun-texts'
import { useRubric } from '../../backend/rubrics'
import { useRequest } from '../../backend/use-request'
import type { CellPlace } from '../../components/score-grid/grid-movement'
import { layPastedBlock } from '../../components/score-grid/pasted-block'
import { emptyScore, scoreOf } from '../../components/scoring/review-draft'
import {
  applyVerdicts,
  cellScore,
  findCell,
  type GridCell,
  type GridRow,
  gridRows,
  replaceCell,
  typeIntoCell,
  withDraft,
} from '../score-table/grid-model'
import { gridWork, pasteInWords } from '../score-table/grid-words'
import { useColumns } from '../score-table/use-columns'
import { useDeciding } from '../scoring/use-deciding'
import { useDepartment } from '../scoring/use-department'
import { useDrafts } from '../scoring/use-drafts'

const isAudience = (text: string | undefined): text is Audience =>
  text === 'township' || text === 'system' || text === 'party-government' || text === 'enterprise'

/** The 录分表 of one annex: my items × its units, every cell a private draft until 定分. */
export function useGrid() {
  const { params } = useRouter()
  const { department, ...own } = useDepartment()
  const scope = department && { cycleId: department.cycleId, departmentId: department.departmentId }
  const queue = useRequest('review.queue', scope, { keep: true })
  const [chosen, setChosen] = useState<Audience | null>(isAudience(params.audience) ? params.audience : null)
  const audience = chosen ?? queue.output?.items[0]?.audience ?? null
  const queueItems = useMemo(
    () => (queue.output?.items ?? []).filter(item => item.audience === audience),
    [queue.output, audience],
  )
  const rubricVersionId = queueItems[0]?.rubricVersionId ?? null
  const rubric = useRubric(rubricVersionId)
  const asked = useColumns(
    department,
    rubricVersionId,
    queueItems.map(item => item.itemId),
  )
  const drafts = useDrafts(department)
  const deciding = useDeciding(department)
  const [rows, setRows] = useState<readonly GridRow[]>([])
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 })
  const [told, setTold] = useState<string | null>(null)

  const columns = useMemo(
    () =>
      (asked.columns ?? []).flatMap(column => {
        const item = rubric.rubric && findItem(rubric.rubric, column.itemId)
        return item ? [{ item, mine: column.units.every(unit => unit.mine) }] : []
      }),
    [asked.columns, rubric.rubric],
  )
  const step = asked.columns?.[0]?.cycle.departmentStep ?? 50
  const placeOfText = ({ unitId, itemId }: GridCell) => `cell:${department?.cycleId}:${unitId}:${itemId}`
  const withBegunText = (cell: GridCell) => {
    const item = columns.find(column => column.item.id === cell.itemId)?.item
    const text = begunTexts.read(placeOfText(cell))
    return item && text ? typeIntoCell(cell, text, item, step) : cell
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer starts the grid anew, a new draft does not.
  useEffect(() => {
    const withMine = (asked.columns ?? []).map(column => ({
      ...column,
      units: column.units.map(unit => ({ ...unit, draft: drafts.of(unit.unitId, column.itemId, unit.draft) })),
    }))
    const begun = gridRows(withMine).map(row => ({ ...row, cells: row.cells.map(withBegunText) }))
    setRows(begun)
    setActive({
      row: Math.max(
        0,
        begun.findIndex(row => row.open),
      ),
      column: 0,
    })
  }, [asked.columns, columns])

  const abilities = asked.columns?.[0]?.abilities
  const mayDraft = abilities?.['review.draft'] === true
  const isWritable = ({ row, column }: CellPlace) =>
    mayDraft && rows[row]?.open === true && columns[column]?.mine === true
  const work = useMemo(() => gridWork(rows, columns, step), [rows, columns, step])
  const activeCell = rows[active.row]?.cells[active.column] ?? null

  /** Persists what a cell now says; a bad text says nothing to the county yet, and stays on this machine. */
  const persist = (before: GridCell, after: GridCell) => {
    begunTexts.keep(placeOfText(after), after.bad?.text ?? '')
    if (after.bad || after.draft === before.draft) return
    const score = after.draft ?? (after.decision ? scoreOf(after.decision) : emptyScore)
    drafts.keep(after.unitId, after.itemId, score)
  }
  const write = (places: readonly { at: CellPlace; text: string }[]) => {
    let changed = rows
    for (const { at, text } of places) {
      const cell = changed[at.row]?.cells[at.column]
      const column = columns[at.column]
      if (!cell || !column) continue
      const after = typeIntoCell(cell, text, column.item, step)
      persist(cell, after)
      changed = replaceCell(changed, after)
    }
    setRows(changed)
  }
  const paste = (clipboard: string) => {
    const block = layPastedBlock(clipboard, active, { rows: rows.length, columns: columns.length })
    const taken = block.cells.filter(({ at }) => isWritable(at))
    const closed = block.cells.filter(({ at, text }) => !isWritable(at) && text !== '').length
    write(taken)
    setTold(pasteInWords({ taken: taken.length, closed, outside: block.outside }))
  }
  const score = (draft: ReviewScore) => {
    if (!activeCell || !isWritable(active)) return
    const after = withDraft(activeCell, draft)
    persist(activeCell, after)
    setRows(replaceCell(rows, after))
  }
  const decide = async () => {
    setTold(null)
    const sent = rows
    const decided = await deciding.decide(work.ready.map(cell => ({ ...cell, score: cellScore(cell) })))
    for (const { kind, unitId, itemId } of decided.verdicts) {
      const draft = findCell(sent, unitId, itemId)?.draft
      if (kind === 'saved' && draft) drafts.decided(unitId, itemId, draft)
      else if (kind === 'stale' && draft) drafts.keep(unitId, itemId, draft)
    }
    setRows(now => applyVerdicts(now, decided))
    const saved = decided.verdicts.filter(({ kind }) => kind === 'saved').length
    if (saved > 0) setTold(`定分 ${saved}格`)
  }
  return {
    department,
    queue: queue.output,
    audience,
    chooseAudience: setChosen,
    columns,
    rows,
    step,
    active,
    activeCell,
    activeColumn: columns[active.column] ?? null,
    isWritable: isWritable(active),
    mayDecide: abilities?.['review.decide'] === true,
    phrases: asked.columns?.[active.column]?.phrases ?? [],
    move: setActive,
    type: (text: string) => write([{ at: active, text }]),
    paste,
    score,
    work,
    decide,
    isBusy: deciding.isBusy,
    told: deciding.problem ?? drafts.problem ?? told,
    isReady: asked.columns !== null && rubric.rubric !== null,
    status:
      own.status !== 'ready'
        ? own.status
        : asked.problem || queue.status === 'failed'
          ? ('failed' as const)
          : ('loading' as const),
    failure: queue.problem ?? asked.problem ?? rubric.problem ?? own.problem,
    reload: () => Promise.all([own.reload(), queue.reload(), rubric.reload(), asked.reload()]),
  }
}
