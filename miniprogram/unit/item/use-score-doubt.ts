import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ask } from '../../backend/ask'
import { begunTexts } from '../../backend/begun-texts'
import { useOperation } from '../../backend/use-operation'
import { machineName } from '../../platform/machine-name'
import type { OpenItem } from './use-item'

/**
 * 这项请再看看. A word to the department, not a value of the sheet, so it never waits in the phone: it goes through, or the
 * person is told, and what was typed stays until it has.
 */
export function useScoreDoubt({ sheet, item, shown, replace }: OpenItem) {
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const operation = useOperation()
  const of = { cycleId: sheet.cycle.cycleId, unitId: sheet.unit.unitId, itemId: item.id }
  const place = `score-doubt:${of.cycleId}:${of.unitId}:${of.itemId}`
  const revision = shown.doubt?.revision ?? 0

  const send = async (written: string) => {
    const text = written.trim()
    if (isBusy) return
    if (text === '') return setProblem('请写一句为什么')
    setBusy(true)
    const body = { ...of, revision, text }
    const asked = await ask('score-check.doubt', { ...body, operationId: operation.idFor(body) })
    setBusy(false)
    if (!asked.ok) {
      const isUnreached = asked.problem.code === 'network.unreachable'
      const unreached = `没信号，没有送出去。您写的在${machineName()}里，有信号后再点一次。`
      return setProblem(isUnreached ? unreached : asked.problem.message)
    }
    operation.done()
    begunTexts.keep(place, '')
    setOpen(false)
    replace(asked.output)
  }
  const withdraw = async () => {
    const answer = await Taro.showModal({
      title: '撤回这项疑问？',
      content: '部室就不用答复了。得分核对结束前还可以再写。',
      confirmText: '撤回',
      cancelText: '不撤回',
    })
    if (!answer.confirm) return
    setBusy(true)
    const body = { ...of, revision, what: 'withdraw' }
    const asked = await ask('score-check.withdraw-doubt', { ...of, revision, operationId: operation.idFor(body) })
    setBusy(false)
    if (!asked.ok) return setProblem(asked.problem.message)
    operation.done()
    setProblem(null)
    replace(asked.output)
  }
  return {
    isOpen,
    isBusy,
    problem,
    begun: isOpen ? begunTexts.read(place) : '',
    type: (text: string) => {
      begunTexts.keep(place, text)
      setProblem(null)
    },
    send,
    withdraw,
    open: () => {
      setProblem(null)
      setOpen(true)
    },
    close: () => setOpen(false),
  }
}

export type ScoreDoubting = ReturnType<typeof useScoreDoubt>
