import { useRef, useState } from 'react'
import type { Instant } from '#shared/assessment/assessment'
import { ask } from '../../backend/ask'
import { begunTexts } from '../../backend/begun-texts'
import type { Requested } from '../../backend/use-request'
import { random } from '../../platform/random'

/** Which item of which unit something is asked for. */
export interface ItemPlace {
  cycleId: string
  departmentId: string
  unitId: string
  itemId: string
}

/** 请补充. What was typed and not sent stays on this machine, whatever is closed and opened again in between. */
export function useSupplement(
  place: ItemPlace | null,
  { output: review, replace }: Pick<Requested<'review.open'>, 'output' | 'replace'>,
) {
  const [isOpen, setIsOpen] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const sent = useRef<{ body: string; operationId: string } | null>(null)
  const key = place ? `supplement:${place.cycleId}:${place.departmentId}:${place.unitId}:${place.itemId}` : ''

  const send = async (reason: string, until: Instant) => {
    if (!place || isBusy) return
    const body = JSON.stringify({ ...place, reason, until })
    // Pressed again after an answer was lost, it is the same operation.
    const operation = sent.current?.body === body ? sent.current : { body, operationId: random.newId() }
    sent.current = operation
    setIsBusy(true)
    const asked = await ask('review.return', { ...place, reason, until, operationId: operation.operationId })
    setIsBusy(false)
    setProblem(asked.ok ? null : asked.problem.message)
    if (!asked.ok) return
    begunTexts.keep(key, '')
    setIsOpen(false)
    if (!review) return
    const { supplement, state } = asked.output
    const items = review.items.map(item => (item.itemId === place.itemId ? { ...item, supplement } : item))
    replace({ ...review, state, items })
  }
  return {
    isOpen,
    isBusy,
    problem,
    send,
    /** What the field begins with. */
    begun: isOpen ? begunTexts.read(key) : '',
    remember: (reason: string) => begunTexts.keep(key, reason),
    open: () => setIsOpen(true),
    close: () => setIsOpen(false),
  }
}
