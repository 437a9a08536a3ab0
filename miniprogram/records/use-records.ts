import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { KeptDoubt } from '#shared/contract/record-contract'
import type { Problem } from '#shared/errors/problems'
import type { MeasureId } from '#shared/rules/rule'
import { ask } from '../backend/ask'
import { useDownload } from '../backend/use-download'
import { useRequest } from '../backend/use-request'
import { useTableImport } from '../backend/use-table-import'

/** Who keeps records: a department its own, the office (null) all of them. */
export interface Keeper {
  cycleId: string
  departmentId: string | null
}

/** What the middle shows: one record down all units, or what units say of the records. */
export type Shown = { kind: 'record'; measure: MeasureId } | { kind: 'doubts' }

/** The entry that a doubt is about, to be corrected beside it. */
export interface Correcting {
  doubtId: string | null
  entryId: string
}

/** 县总记录: the list, one record, one unit's entries, and what units say of them. */
export function useRecords(keeper: Keeper | null) {
  const list = useRequest('record.list', keeper, { keep: true })
  const [chosen, setShown] = useState<Shown | null>(null)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [correcting, setCorrecting] = useState<Correcting | null>(null)
  const [isChangingOthers, setChangingOthers] = useState(false)
  const [othersProblem, setOthersProblem] = useState<Problem | null>(null)

  const records = list.output?.records ?? []
  const [first] = records
  const shown = chosen ?? (first ? { kind: 'record' as const, measure: first.measure } : null)
  // Beside a doubt stands the record that it is about.
  const [measureOfDoubt, setMeasureOfDoubt] = useState<MeasureId | null>(null)
  const measure = shown?.kind === 'record' ? shown.measure : measureOfDoubt
  const opened = useRequest('record.measure', keeper && measure ? { ...keeper, measure } : null, { keep: true })
  const ofUnit = useRequest('record.of-unit', keeper && measure && unitId ? { ...keeper, measure, unitId } : null)
  const doubts = useRequest('record.doubts', keeper, { keep: true })
  const download = useDownload()
  const importing = useTableImport<'record.preview', 'record.import'>({
    preview: (ticketId, fileName) =>
      ask('record.preview', { ...(keeper ?? nobody), measure: measure ?? '', ticketId, fileName }),
    apply: ticketId => ask('record.import', { ...(keeper ?? nobody), measure: measure ?? '', ticketId }),
    async onDone(preview) {
      await reload()
      return `导入了${preview.units}个单位、${preview.count}条`
    },
  })
  useDidShow(() => void reload())

  async function reload() {
    await Promise.all([list.reload(), opened.reload(), ofUnit.reload(), doubts.reload()])
  }

  async function setOthers(others: 'none' | 'unknown') {
    if (!keeper || !measure) return
    setChangingOthers(true)
    const asked = await ask('record.others', { ...keeper, measure, others })
    setOthersProblem(asked.ok ? null : asked.problem)
    if (asked.ok) opened.replace(asked.output)
    await list.reload()
    setChangingOthers(false)
  }

  function leaveUnit() {
    setUnitId(null)
    setCorrecting(null)
  }

  return {
    keeper,
    list,
    records,
    shown,
    show(next: Shown) {
      setShown(next)
      toTop()
      setMeasureOfDoubt(null)
      setOthersProblem(null)
      leaveUnit()
      importing.close()
    },
    /** Whether a person chose something: a phone then leaves the list. */
    hasChosen: chosen !== null,
    leaveShown() {
      setShown(null)
      leaveUnit()
    },
    record: opened.output?.record ?? records.find(record => record.measure === measure) ?? null,
    opened,
    unitId,
    chooseUnit(next: string) {
      setUnitId(next)
      toTop()
      setCorrecting(null)
      importing.close()
    },
    leaveUnit,
    ofUnit,
    correcting,
    correct: setCorrecting,
    doubts,
    /** Opens the entries that a doubt is about. */
    openDoubt({ doubtId, measure: about, unitId: whose, entryId }: KeptDoubt) {
      setMeasureOfDoubt(about)
      setUnitId(whose)
      setCorrecting(entryId === null ? null : { doubtId, entryId })
    },
    isChangingOthers,
    othersProblem,
    setOthers,
    download: {
      ...download,
      start: () => void (keeper && measure && download.download({ kind: 'records', ...keeper, measure })),
    },
    importing,
    reload,
  }
}
export type RecordsWork = ReturnType<typeof useRecords>

/** On a phone the next part takes the place of a list that may be far down; a PC's page does not scroll. */
function toTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => {})
}

/** Asked only after a keeper is known. */
const nobody: Keeper = { cycleId: '', departmentId: null }
