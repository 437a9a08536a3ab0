import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { RequestInput } from '#shared/contract/api-contract'
import type { CycleView } from '#shared/contract/cycle-contract'
import type { ExtensionVerdict } from '#shared/contract/extension-contract'
import type { OverviewUnit } from '#shared/contract/office-contract'
import { extensionDays } from '#shared/cycle/extension'
import { ask, serverNow } from '../../backend/ask'
import { random } from '../../platform/random'
import { isSubmitted } from '../progress/progress'
import { askedWords } from './extension-words'

/** 展期: which units, until which day, and why. What was chosen and written stays until it is done. */
export function useExtension(cycle: CycleView | null, units: readonly OverviewUnit[], onDone: () => unknown) {
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [until, setUntil] = useState('')
  const reason = useRef('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [verdicts, setVerdicts] = useState<ExtensionVerdict[] | null>(null)
  /** What was sent and never answered goes again under its own number. */
  const sent = useRef<RequestInput<'assessment.extend'> | null>(null)

  const open = units.filter(unit => !isSubmitted(unit))
  const picked = open.filter(({ unitId }) => chosen.has(unitId))
  const days = cycle ? extensionDays(cycle, serverNow()) : null
  const mayTakeBack =
    cycle !== null &&
    picked.length > 0 &&
    picked.every(({ extension }) => extension !== null) &&
    serverNow() <= cycle.selfDeadline + cycle.grace

  function toggle(unitId: string) {
    const next = new Set(chosen)
    if (!next.delete(unitId)) next.add(unitId)
    setChosen(next)
    setProblem(null)
  }

  /** `day` null takes it back. */
  async function extend(day: string | null) {
    const missing =
      picked.length === 0 ? '请选单位。' : day === '' ? '请选展期到哪天。' : reason.current.trim() ? null : '请写原因。'
    setProblem(missing)
    if (missing || !cycle) return
    const answer = await Taro.showModal({
      ...askedWords(picked, day),
      cancelText: '先不',
      confirmText: day === null ? '收回' : '展期',
    })
    if (!answer.confirm) return
    setBusy(true)
    const unitIds = picked.map(({ unitId }) => unitId)
    const body = { cycleId: cycle.cycleId, unitIds, until: day, reason: reason.current.trim() }
    const { operationId = random.newId(), ...before } = sent.current ?? {}
    const isSame = JSON.stringify(before) === JSON.stringify(body)
    sent.current = { ...body, operationId: isSame ? operationId : random.newId() }
    const asked = await ask('assessment.extend', sent.current)
    setBusy(false)
    if (!asked.ok) {
      setProblem(asked.problem.message)
      if (!asked.problem.retryable) sent.current = null
      return
    }
    sent.current = null
    setVerdicts(asked.output.verdicts)
    reason.current = ''
    setChosen(new Set())
    setUntil('')
    await onDone()
  }

  return {
    isOpen,
    open: () => {
      setVerdicts(null)
      setProblem(null)
      setOpen(true)
    },
    close: () => setOpen(false),
    units: open,
    chosen,
    picked,
    toggle,
    choose: (unitIds: readonly string[]) => {
      setChosen(new Set(unitIds))
      setProblem(null)
    },
    days,
    until,
    pickDay: (day: string) => {
      setUntil(day)
      setProblem(null)
    },
    reason: reason.current,
    writeReason: (text: string) => {
      reason.current = text
      setProblem(null)
    },
    problem,
    isBusy,
    verdicts,
    mayTakeBack,
    extend,
  }
}
