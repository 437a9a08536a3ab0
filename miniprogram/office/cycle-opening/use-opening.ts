import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { CycleView } from '#shared/contract/cycle-contract'
import { printClock, printWeekday } from '#shared/cycle/beijing-time'
import { phaseNames } from '#shared/cycle/cycle'
import type { Problem } from '#shared/errors/problems'
import { ask, serverNow } from '../../backend/ask'
import { refreshIdentity } from '../../backend/identity'
import { useRequest } from '../../backend/use-request'
import { chosenVersions, newOpening, type Opening, type OpeningFaults, openChoices, openingRequest } from './opening'

/** Beginning a year: what is written and chosen, and opening it. */
export function useOpening(last: CycleView | null, onOpened: () => void) {
  const asked = useRequest('rubric.versions', {})
  const versions = asked.output?.versions ?? []
  const [opening, setOpening] = useState<Opening>(() => newOpening(last, serverNow()))
  const [wasTried, setWasTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const chosen = chosenVersions(versions, opening.versions)
  const request = openingRequest(opening, versions)
  // Said once the person wants to begin, and gone as it is put right.
  const faults: OpeningFaults = wasTried && 'faults' in request ? request.faults : {}

  const write = (part: Partial<Opening>) => setOpening(before => ({ ...before, ...part }))

  /** Says first what will be fixed: once the year has begun, its annexes and rules do not change. */
  async function open() {
    setWasTried(true)
    setRefusal(null)
    if ('faults' in request) return
    const { input } = request
    const moment = (instant: number) => `${printWeekday(instant)} ${printClock(instant)}`
    const running = last && last.phase !== 'archived' ? `${last.title}现在是「${phaseNames[last.phase]}」。` : ''
    const { confirm } = await Taro.showModal({
      title: `开始${input.title}？`,
      content: `${running}自评报送到${moment(input.selfDeadline)}，评分到${moment(input.reviewDeadline)}。开始以后，各单位和部室打开就是这一年；评分细则和未写明的规定不再变。`,
      cancelText: '先不开始',
      confirmText: '开始',
    })
    if (!confirm) return
    setBusy(true)
    const answer = await ask('cycle.open', input)
    setBusy(false)
    setRefusal(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    await refreshIdentity()
    onOpened()
  }

  return { asked, versions, opening, write, faults, chosen, choices: openChoices(chosen), busy, refusal, open }
}
export type OpeningWork = ReturnType<typeof useOpening>
