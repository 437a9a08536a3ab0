import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Problem, problem } from '#shared/errors/problems'
import type { DocumentKind } from '#shared/results/document-name'
import { ask } from '../../backend/ask'
import { useRubric } from '../../backend/rubrics'
import { useRequest } from '../../backend/use-request'
import { openDocument } from '../../platform/open-document'
import { useOffice } from '../frame/use-office'
import { blankTable } from '../printing/blank-table'
import { readKind, usualKind } from '../printing/form-kinds'
import { checkSum } from '../printing/sum-check'

/** 打印归档: which unit, which paper, what stands on it, and whether its rows add up. */
export function useForm() {
  const office = useOffice()
  const { cycle, units } = office
  const asked = useRouter().params.unitId
  const [chosenUnit, chooseUnit] = useState<string | null>(null)
  const [chosenKind, chooseKind] = useState<DocumentKind | null>(null)
  const [making, setMaking] = useState(false)
  const [makeProblem, setMakeProblem] = useState<Problem | null>(null)

  const unit = units.find(({ unitId }) => unitId === (chosenUnit ?? asked)) ?? units[0] ?? null
  const kind = chosenKind ?? (unit ? usualKind(unit) : 'self')
  const rubricVersionId = (cycle && unit && cycle.rubricVersionIds[unit.audience]) ?? null
  const { rubric, problem: rubricProblem } = useRubric(rubricVersionId)
  const form = useRequest(
    'form.read',
    cycle && unit ? { cycleId: cycle.cycleId, unitId: unit.unitId, kind: readKind(kind) } : null,
    { keep: true },
  )
  const read = form.output
  const filled = read && read.kind !== 'materials' ? read.table : null
  const table = kind === 'blank' ? (filled && rubric ? blankTable(rubric, filled) : null) : filled
  const column = kind === 'scored' ? 'score' : 'self'
  const isFilled = kind === 'self' || kind === 'scored'

  /** Has the Word file made and hands it to the person. */
  async function download() {
    if (!cycle || !unit || !rubricVersionId) return
    setMaking(true)
    const { cycleId } = cycle
    const made = await ask(
      'document.make',
      kind === 'blank' ? { kind, cycleId, rubricVersionId } : { kind, cycleId, unitId: unit.unitId },
    )
    const opened = made.ok && (await openDocument(made.output))
    setMaking(false)
    setMakeProblem(made.ok ? (opened ? null : problem('document.failed')) : made.problem)
  }

  return {
    ...office,
    unit,
    chooseUnit(unitId: string) {
      chooseUnit(unitId)
      setMakeProblem(null)
    },
    kind,
    chooseKind(next: DocumentKind) {
      chooseKind(next)
      setMakeProblem(null)
    },
    form: { ...form, problem: form.problem ?? rubricProblem },
    table,
    list: read?.kind === 'materials' ? read.list : null,
    sum: isFilled && table && rubric && cycle ? checkSum(table, column, rubric, cycle.notApplicable) : null,
    /** A 评分表 with empty rows is not a document yet; the other papers may be printed at any time. */
    isReady: kind !== 'scored' || filled?.complete === true,
    download,
    making,
    makeProblem,
  }
}
