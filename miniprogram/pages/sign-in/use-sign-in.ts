import Taro from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import type { StartedSignIn } from '#shared/contract/identity-contract'
import type { Problem } from '#shared/errors/problems'
import { ask, serverNow } from '../../backend/ask'
import { forgetPerson, refreshIdentity } from '../../backend/identity'
import { session } from '../../platform/session'

/** How often the computer asks whether its code was confirmed. */
const POLL = 2_000

export interface SignIn {
  /** The text of the code; null while there is none to show. */
  code: string | null
  secondsLeft: number
  /** Why there is no code, or why nothing can be heard of it. */
  problem: Problem | null
  /** Asks for another code. */
  restart(): void
}

/** A code that signs this computer in, renewed as it runs out; leads home once a phone has confirmed it. */
export function useSignIn(): SignIn {
  const [ticket, setTicket] = useState<StartedSignIn | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [secondsLeft, setSecondsLeft] = useState(0)
  const [round, setRound] = useState(0)
  const restart = useCallback(() => setRound(count => count + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: every round asks for another code
  useEffect(() => {
    let isWanted = true
    setTicket(null)
    void ask('sign-in.start', {}).then(asked => {
      if (!isWanted) return
      setProblem(asked.ok ? null : asked.problem)
      if (asked.ok) setTicket(asked.output)
    })
    return () => {
      isWanted = false
    }
  }, [round])

  useEffect(() => {
    if (!ticket) return
    const tick = () => {
      const left = Math.ceil((ticket.expiresAt - serverNow()) / 1000)
      if (left <= 0) restart()
      else setSecondsLeft(left)
    }
    tick()
    const ticking = setInterval(tick, 1_000)
    return () => clearInterval(ticking)
  }, [ticket, restart])

  useEffect(() => {
    if (!ticket) return
    const { ticketId, claim } = ticket
    let isWanted = true
    let waiting: ReturnType<typeof setTimeout>
    const listen = async () => {
      const asked = await ask('sign-in.take', { ticketId, claim })
      if (!isWanted) return
      if (asked.ok && !asked.output.waiting) return enter(asked.output.session)
      setProblem(asked.ok ? null : asked.problem)
      // A code that ran out, or that somebody else has used, is replaced; a lost connection is waited for.
      if (!asked.ok && !asked.problem.retryable) return restart()
      waiting = setTimeout(listen, POLL)
    }
    waiting = setTimeout(listen, POLL)
    return () => {
      isWanted = false
      clearTimeout(waiting)
    }
  }, [ticket, restart])

  return { code: ticket?.code ?? null, secondsLeft, problem, restart }
}

async function enter(token: string): Promise<void> {
  forgetPerson()
  session.keep(token)
  await refreshIdentity()
  await Taro.reLaunch({ url: '/pages/home/home' })
}
