import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { Audience } from '#shared/rubric/rubric'
import { serverNow } from '../../backend/ask'
import type { BoardRow } from '../../components/board-table/board-table'
import { useExtension } from '../extension/use-extension'
import { useOffice } from '../frame/use-office'
import { boardRow } from '../progress/board-row'
import { audiences, type BoardFilter, boardUnits, progressOf } from '../progress/progress'
import { progressText } from '../progress/progress-text'

/** 今日情况: the overview, what of it is shown, and its copy as text. */
export function useBoard() {
  const office = useOffice()
  const { overview, cycle, units } = office
  const [chosen, setAudience] = useState<Audience | null>(null)
  const [filter, setFilter] = useState<BoardFilter>('all')
  const [copied, setCopied] = useState(false)
  const extension = useExtension(cycle, units, overview.reload)
  useDidShow(() => void overview.reload())

  const now = serverNow()
  const present = audiences.filter(({ audience }) => units.some(unit => unit.audience === audience))
  const audience = chosen ?? present[0]?.audience ?? 'township'
  const inAudience = units.filter(unit => unit.audience === audience)
  const departments = (overview.output?.departments ?? []).filter(({ departmentId }) =>
    inAudience.some(unit => (unit.byDepartment[departmentId]?.items ?? 0) > 0),
  )
  const rows: BoardRow[] = boardUnits(units, audience, filter).map(({ number, unit }) => boardRow(number, unit, now))
  const late = units.filter(unit => unit.overdue)

  async function copy() {
    if (!overview.output) return
    await Taro.setClipboardData({ data: progressText(overview.output, serverNow()) })
    setCopied(true)
    setTimeout(() => setCopied(false), 4000)
  }

  return {
    ...office,
    now,
    present: present.map(({ audience, name }) => ({
      audience,
      name,
      progress: progressOf(units.filter(unit => unit.audience === audience)),
    })),
    audience,
    setAudience,
    filter,
    setFilter,
    departments,
    rows,
    progress: progressOf(units),
    /** Whom to call: who is late, or before the deadline who has not submitted yet. */
    toCall: late.length > 0 ? late : units.filter(unit => unit.submittedAt === null),
    isLate: late.length > 0,
    mayExtend: overview.output?.abilities['assessment.extend'] === true,
    extension,
    copied,
    copy,
  }
}
