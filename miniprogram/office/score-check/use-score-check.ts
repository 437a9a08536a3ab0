import Taro, { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { ScoreCheck } from '#shared/assessment/score-check'
import type { CheckingUnit } from '#shared/contract/score-check-contract'
import { ask } from '../../backend/ask'
import { useOperation } from '../../backend/use-operation'
import { useRequest } from '../../backend/use-request'
import { statusOf, useOffice } from '../frame/use-office'

export type CheckFilter = 'all' | ScoreCheck

/** 得分核对 of the whole county: who has said what, and 没有疑问 written down from paper. */
export function useScoreCheck() {
  const { cycle, ...office } = useOffice()
  const cycleId = cycle?.cycleId ?? null
  const asked = useRequest('score-check.list', cycleId === null ? null : { cycleId }, { keep: true })
  const [filter, setFilter] = useState<CheckFilter>('all')
  const [busyWith, setBusyWith] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const operation = useOperation()
  // The first showing is asked by `useRequest` itself.
  const wasShown = useRef(false)
  useDidShow(() => {
    if (wasShown.current) void asked.reload()
    wasShown.current = true
  })

  const write = async (unit: CheckingUnit, what: 'confirm' | 'take-back') => {
    if (cycleId === null || busyWith !== null) return
    const isConfirming = what === 'confirm'
    const answer = await Taro.showModal({
      title: isConfirming ? `代记${unit.name}没有疑问？` : `撤回${unit.name}的「没有疑问」？`,
      content: isConfirming ? '单位交了纸质的核对意见，才代记；记录里写明是考核办代录。' : '撤回后单位可以再提疑问。',
      confirmText: isConfirming ? '代记' : '撤回',
      cancelText: '先不办',
    })
    if (!answer.confirm) return
    setBusyWith(unit.unitId)
    const body = { cycleId, unitId: unit.unitId }
    const said = await ask(`score-check.${what}`, { ...body, operationId: operation.idFor({ ...body, what }) })
    setProblem(said.ok ? null : said.problem.message)
    if (said.ok) operation.done()
    await asked.reload()
    setBusyWith(null)
  }

  const units = (asked.output?.units ?? []).map((unit, index) => ({ ...unit, number: index + 1 }))
  const countOf = (check: ScoreCheck) => units.filter(unit => unit.check === check).length
  return {
    status: cycleId === null ? office.status : statusOf(asked),
    asked,
    cycle: asked.output?.cycle ?? cycle,
    departments: new Map((asked.output?.departments ?? []).map(({ departmentId, name }) => [departmentId, name])),
    units: units.filter(unit => filter === 'all' || unit.check === filter),
    counts: {
      all: units.length,
      'nothing-said': countOf('nothing-said'),
      doubting: countOf('doubting'),
      confirmed: countOf('confirmed'),
      unanswered: units.flatMap(({ doubts }) => doubts).filter(({ answer }) => answer === null).length,
    },
    filter,
    setFilter,
    busyWith,
    problem,
    write,
  }
}
