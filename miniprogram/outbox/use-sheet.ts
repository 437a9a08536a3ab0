import { useMemo } from 'react'
import type { Problem } from '#shared/errors/problems'
import type { RecordsOfUnit } from '#shared/records/records-of-unit'
import type { Rubric } from '#shared/rubric/rubric'
import { useIdentity } from '../backend/identity'
import { useRubric } from '../backend/rubrics'
import { type Requested, useRequest } from '../backend/use-request'
import type { SheetKey } from './box'
import { overlay, type ShownSheet } from './overlay'
import { partsOf } from './sheet-key'
import { useBox } from './use-outbox'

export interface RequestedSheet extends Pick<Requested<'assessment.open'>, 'reload' | 'replace' | 'isStale'> {
  status: 'loading' | 'ready' | 'failed'
  /** The sheet with this phone's own changes on top; `rubric` is there whenever it is. */
  sheet: ShownSheet | null
  rubric: Rubric | null
  problem: Problem | null
  /** The county's records as a reply tells them, in the sheet as the county last told it. */
  replaceRecords(records: RecordsOfUnit): void
}

/** One unit's sheet as the person sees it: the county's answer, kept for use without signal, and their own changes. */
export function useSheet(sheetKey: SheetKey | null): RequestedSheet {
  const { cycleId, unitId } = partsOf(sheetKey ?? '')
  const opened = useRequest('assessment.open', sheetKey === null ? null : { cycleId, unitId }, { keep: true })
  const { rubric, ...asked } = useRubric(opened.output?.rubricVersionId ?? null)
  const me = useIdentity().whoAmI?.member?.name ?? ''
  const box = useBox()
  const sheet = useMemo(
    () => (opened.output && rubric && sheetKey !== null ? overlay(opened.output, rubric, box, sheetKey, me) : null),
    [opened.output, rubric, box, sheetKey, me],
  )
  const problem = opened.problem ?? asked.problem
  const reload = async () => {
    await Promise.all([opened.reload(), asked.reload()])
  }
  const replaceRecords = (records: RecordsOfUnit) => {
    if (opened.output) opened.replace({ ...opened.output, records })
  }
  const status = sheet ? 'ready' : problem ? 'failed' : 'loading'
  return { status, sheet, rubric, problem, isStale: opened.isStale, reload, replace: opened.replace, replaceRecords }
}
