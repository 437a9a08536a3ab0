import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { RequestInput, RequestName, RequestOutput } from '#shared/contract/api-contract'
import type { Problem } from '#shared/errors/problems'
import { network } from '../platform/network'
import { answers } from './answers'
import { ask, serverNow } from './ask'
import { askForAnswer } from './ask-for-answer'
import { currentBoxKey, subscribeIdentity } from './identity'

export interface Requested<Name extends RequestName> {
  /** `loading` only until the first answer: a page that has something to show shows it. */
  status: 'loading' | 'ready' | 'failed'
  output: RequestOutput<Name> | null
  /** Why the last attempt failed, also while an older output is shown. */
  problem: Problem | null
  /** The output is the phone's copy, because the county could not be reached. */
  isStale: boolean
  reload(): Promise<void>
  /** Shows this output instead, on every open page: a change that answers the new state needs no second request. */
  replace(output: RequestOutput<Name>): void
}

/**
 * What the county answers to `input`, asked when the page opens and shared by all pages that ask the same. With `keep`
 * the last answer stays on the phone, one a person, so that the page opens without signal. `input` null waits.
 */
export function useRequest<Name extends RequestName>(
  request: Name,
  input: RequestInput<Name> | null,
  { keep = false }: { keep?: boolean } = {},
): Requested<Name> {
  const boxKey = useSyncExternalStore(subscribeIdentity, currentBoxKey)
  const inputText = JSON.stringify(input)
  const latest = useRef(input)
  latest.current = input
  const [failed, setFailed] = useState<{ of: string; problem: Problem } | null>(null)

  const read = () => (input ? answers.read({ boxKey, request, input })?.output : undefined)
  const output = useSyncExternalStore(answers.subscribe, read) ?? null

  const replace = useCallback(
    (received: RequestOutput<Name>) => {
      if (latest.current) answers.change({ boxKey, request, input: latest.current }, () => received, serverNow(), keep)
    },
    [boxKey, request, keep],
  )
  const reload = useCallback(async () => {
    const asking: RequestInput<Name> | null = JSON.parse(inputText)
    if (asking === null) return
    const problem = await askForAnswer({ boxKey, request, input: asking }, keep, { answers, ask })
    setFailed(problem && { of: inputText, problem })
  }, [boxKey, request, inputText, keep])
  useEffect(() => void reload(), [reload])

  // A failure belongs to the input it was asked with; another input begins anew.
  const problem = failed?.of === inputText ? failed.problem : null
  const isUnreached = problem?.code === 'network.unreachable'
  // With signal again a page learns by itself what it could not learn without.
  useEffect(() => {
    if (!isUnreached) return
    return network.subscribe(() => {
      if (network.online()) void reload()
    })
  }, [isUnreached, reload])
  return {
    status: output ? 'ready' : problem ? 'failed' : 'loading',
    output,
    problem,
    isStale: output !== null && isUnreached,
    reload,
    replace,
  }
}
