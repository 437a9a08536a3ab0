import { useRef, useState } from 'react'
import { ask } from '../../backend/ask'
import { begunTexts } from '../../backend/begun-texts'
import { useRequest } from '../../backend/use-request'
import { machineName } from '../../platform/machine-name'
import { random } from '../../platform/random'

const places = { text: 'complaint', contact: 'complaint-contact' }

/**
 * What a person writes to the office. It goes through at once or the person is told; what was typed stays on this
 * machine until it has.
 */
export function useComplaintForm() {
  const own = useRequest('complaint.own', {}, { keep: true })
  const [round, setRound] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const [isSent, setSent] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const sent = useRef<{ body: string; operationId: string } | null>(null)

  const type = (field: keyof typeof places) => (written: string) => {
    begunTexts.keep(places[field], written)
    setProblem(null)
    setSent(false)
  }
  const send = async () => {
    const text = begunTexts.read(places.text).trim()
    const contact = begunTexts.read(places.contact).trim()
    if (isBusy) return
    if (text.length < 2 || text.length > 1000) return setProblem(text.length < 2 ? '请写两个字以上' : '最多写1000个字')
    const body = JSON.stringify([text, contact])
    // Pressed again after an answer was lost, it is the same operation.
    const operation = sent.current?.body === body ? sent.current : { body, operationId: random.newId() }
    sent.current = operation
    setBusy(true)
    const asked = await ask('complaint.send', { operationId: operation.operationId, text, contact })
    setBusy(false)
    if (!asked.ok) {
      const isUnreached = asked.problem.code === 'network.unreachable'
      const unreached = `没信号，没有送出去。您写的在${machineName()}里，有信号后再点一次。`
      return setProblem(isUnreached ? unreached : asked.problem.message)
    }
    begunTexts.keep(places.text, '')
    begunTexts.keep(places.contact, '')
    setSent(true)
    setRound(round + 1)
    await own.reload()
  }
  return {
    /** Another one for each fresh form: what stands in a field is not written into it. */
    round,
    begun: { text: begunTexts.read(places.text), contact: begunTexts.read(places.contact) },
    own: own.output?.complaints ?? [],
    isBusy,
    isSent,
    problem,
    type,
    send,
  }
}
