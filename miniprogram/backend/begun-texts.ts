import { storage } from '../platform/storage'
import { currentBoxKey } from './identity'

const keyOf = (place: string) => `begun/${currentBoxKey()}/${place}`

/**
 * Texts that were begun and cannot be drafts: a score off the step, a 请补充 or 有出入 that was not sent. They stay on this machine,
 * one person's apart from another's, until they become something or are emptied.
 */
export const begunTexts = {
  read(place: string): string {
    const text = storage.read(keyOf(place))
    return typeof text === 'string' ? text : ''
  },
  keep(place: string, text: string): void {
    if (text === '') storage.remove(keyOf(place))
    else storage.write(keyOf(place), text)
  },
}
