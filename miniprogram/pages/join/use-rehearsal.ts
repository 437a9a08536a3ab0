import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { type Problem, problem } from '#shared/errors/problems'
import type { Audience } from '#shared/rubric/rubric'
import { ask } from '../../backend/ask'
import { refreshIdentity } from '../../backend/identity'

/** The public code as typed, the kind of unit, and beginning. */
export function useRehearsal() {
  const code = useRef('')
  const [audience, choose] = useState<Audience>('township')
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Problem | null>(null)
  const type = (text: string) => {
    code.current = text
    setRefused(null)
  }
  const join = async () => {
    const typed = code.current.trim()
    if (typed === '') return setRefused(problem('call.invalid-input', { field: '演练码' }))
    setBusy(true)
    const asked = await ask('rehearsal.join', { code: typed, audience })
    setBusy(false)
    if (!asked.ok) return setRefused(asked.problem)
    await refreshIdentity()
    await Taro.reLaunch({ url: '/pages/home/home' })
  }
  return { audience, choose, type, join, isBusy, problem: refused }
}
