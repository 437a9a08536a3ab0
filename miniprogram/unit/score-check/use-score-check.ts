import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { ask } from '../../backend/ask'
import { useOperation } from '../../backend/use-operation'
import { useOwnSheet } from '../own/use-own-sheet'

const questions = {
  confirm: {
    title: '没有疑问？',
    content: '本单位的得分就算核对过了。得分核对结束前可以撤回。',
    confirmText: '没有疑问',
    cancelText: '再看看',
  },
  'take-back': {
    title: '撤回「没有疑问」？',
    content: '撤回后可以请部室再看看，看好了再说没有疑问。',
    confirmText: '撤回',
    cancelText: '不撤回',
  },
} as const

/** The scores of the own sheet, and what the chair says of them as a whole. */
export function useScoreCheck() {
  const own = useOwnSheet()
  const { open } = own
  const operation = useOperation()
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  useDidShow(() => void own.reload())

  const say = async (what: keyof typeof questions) => {
    if (!open || isBusy) return
    const answer = await Taro.showModal(questions[what])
    if (!answer.confirm) return
    setBusy(true)
    const sheet = { cycleId: open.sheet.cycle.cycleId, unitId: open.sheet.unit.unitId }
    const operationId = operation.idFor({ ...sheet, what })
    const asked = await ask(`score-check.${what}`, { ...sheet, operationId })
    setBusy(false)
    if (!asked.ok) {
      const isUnreached = asked.problem.code === 'network.unreachable'
      setWrong(isUnreached ? '没信号，没有送到县总，得分没有动。有信号后请再点一次。' : asked.problem.message)
      return
    }
    operation.done()
    setWrong(null)
    open.replace(asked.output)
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return { own, isBusy, wrong, confirm: () => say('confirm'), takeBack: () => say('take-back') }
}
