import { useRef } from 'react'
import { random } from '../platform/random'

/** The operation id of something that is sent by a press: pressed again after an answer was lost, it is the same one. */
export function useOperation() {
  const sent = useRef<{ body: string; operationId: string } | null>(null)
  return {
    idFor(body: object): string {
      const text = JSON.stringify(body)
      const current = sent.current?.body === text ? sent.current : { body: text, operationId: random.newId() }
      sent.current = current
      return current.operationId
    },
    /** It went through: the same said again is another one. */
    done() {
      sent.current = null
    },
  }
}
