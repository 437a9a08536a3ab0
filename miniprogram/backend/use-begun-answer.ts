import { useRef, useState } from 'react'
import type { Problem } from '#shared/errors/problems'
import { machineName } from '../platform/machine-name'
import { random } from '../platform/random'
import { begunTexts } from './begun-texts'

interface BegunAnswer {
  /** Under which name it is kept on this machine while it is typed. */
  place: string
  /** What to say where nothing was written: 请写一句答复. */
  empty: string
  send: (operation: { text: string; operationId: string }) => Promise<{ ok: true } | { ok: false; problem: Problem }>
  onSent: () => Promise<void>
}

/** A short answer: kept on this machine while it is typed, sent once however often the button is pressed. */
export function useBegunAnswer({ place, empty, send, onSent }: BegunAnswer) {
  const [begun] = useState(() => begunTexts.read(place))
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const text = useRef(begun)
  const sent = useRef<{ text: string; operationId: string } | null>(null)

  async function press() {
    const words = text.current.trim()
    if (words === '') return setProblem(empty)
    // Pressed again after an answer was lost, it is the same operation.
    const operation = sent.current?.text === words ? sent.current : { text: words, operationId: random.newId() }
    sent.current = operation
    setBusy(true)
    const asked = await send(operation)
    setBusy(false)
    if (!asked.ok) {
      const isUnreached = asked.problem.code === 'network.unreachable'
      return setProblem(isUnreached ? `没信号，没有答复。您写的在${machineName()}里。` : asked.problem.message)
    }
    begunTexts.keep(place, '')
    await onSent()
  }
  function type(written: string) {
    text.current = written
    begunTexts.keep(place, written)
    setProblem(null)
  }
  return { begun, isBusy, problem, type, press }
}
