import Taro, { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { UnreachedPerson } from '#shared/contract/notice-contract'
import { ask } from '../../backend/ask'
import { useRequest } from '../../backend/use-request'
import { statusOf, useOffice } from '../frame/use-office'

/** Whom no message reached, ticking off who was phoned, and the text for the group. */
export function useUnreached() {
  const { cycle, ...office } = useOffice()
  const cycleId = cycle?.cycleId ?? null
  const asked = useRequest('notice.unreached', cycleId === null ? null : { cycleId }, { keep: true })
  const [phoning, setPhoning] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  // The first showing is asked by `useRequest` itself.
  const wasShown = useRef(false)
  useDidShow(() => {
    if (wasShown.current) void asked.reload()
    wasShown.current = true
  })

  async function phoned({ memberId, told }: UnreachedPerson) {
    if (cycleId === null || phoning !== null) return
    setPhoning(memberId)
    const noted = await ask('notice.phoned', { cycleId, notices: told.map(({ noticeId }) => noticeId) })
    setProblem(noted.ok ? null : noted.problem.message)
    if (noted.ok) await asked.reload()
    setPhoning(null)
  }

  async function copy() {
    if (!asked.output) return
    await Taro.setClipboardData({ data: asked.output.groupText })
    setCopied(true)
    setTimeout(() => setCopied(false), 4000)
  }

  return {
    status: cycleId === null ? office.status : statusOf(asked),
    asked,
    list: asked.output,
    phoning,
    problem,
    phoned,
    copied,
    copy,
  }
}
