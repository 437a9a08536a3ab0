import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'
import { useIdentity } from '../../backend/identity'

/** The scanned ticket, who would sign in with it, and the confirmation. */
export function useConfirm() {
  const { ticketId = '' } = useRouter().params
  const { whoAmI } = useIdentity()
  const [step, setStep] = useState<'asking' | 'sending' | 'done'>('asking')
  const [problem, setProblem] = useState<Problem | null>(null)

  const confirm = async () => {
    setStep('sending')
    const asked = await ask('sign-in.confirm', { ticketId })
    setProblem(asked.ok ? null : asked.problem)
    setStep(asked.ok ? 'done' : 'asking')
  }
  return { name: whoAmI?.member?.name ?? '', county: whoAmI?.countyName ?? '', step, problem, confirm, leave }
}

/** Back to where the code was scanned, or home where the page was opened by itself. */
function leave(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.reLaunch({ url: '/pages/home/home' })
}
