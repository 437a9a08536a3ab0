import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type Phase, phaseNames, phases, unitsStillFill } from '#shared/cycle/cycle'
import type { Problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'
import { refreshIdentity } from '../../backend/identity'
import { useOffice } from '../frame/use-office'
import { isExtended } from '../progress/progress'

/** 考核周期: the facts of this year's assessment, moving it on, and beginning the next. */
export function useCycle() {
  const office = useOffice()
  const { cycle, overview } = office
  const [moving, setMoving] = useState<Phase | null>(null)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const [isOpening, setOpening] = useState(false)
  const place = cycle ? phases.indexOf(cycle.phase) : -1

  /** Asks before the year is moved, because everybody's screens change with it. */
  async function moveTo(phase: Phase) {
    if (!cycle) return
    const back = phases.indexOf(phase) < place
    const waiting = unitsStillFill({ phase }) ? 0 : office.units.filter(isExtended).length
    const { confirm } = await Taro.showModal({
      title: back ? `退回「${phaseNames[phase]}」？` : `进入「${phaseNames[phase]}」？`,
      content: `${waiting > 0 ? `还有${waiting}家展期没到，这样它们就报送不了。` : ''}现在是「${phaseNames[cycle.phase]}」。各单位和部室能办的事会跟着变，已经填的、评的都不变。`,
      cancelText: '先不动',
      confirmText: back ? '退回' : '进入',
    })
    if (!confirm) return
    setMoving(phase)
    const asked = await ask('cycle.change-phase', { cycleId: cycle.cycleId, phase })
    setMoving(null)
    setRefusal(asked.ok ? null : asked.problem)
    await Promise.all([overview.reload(), refreshIdentity()])
  }

  return {
    ...office,
    opening: {
      may: overview.output?.abilities['cycle.open'] === true,
      isOpen: isOpening,
      open: () => setOpening(true),
      close: () => setOpening(false),
      opened: () => setOpening(false),
    },
    next: phases[place + 1] ?? null,
    before: phases[place - 1] ?? null,
    place,
    canMove: overview.output?.abilities['cycle.change-phase'] === true,
    moving,
    refusal,
    moveTo,
  }
}
