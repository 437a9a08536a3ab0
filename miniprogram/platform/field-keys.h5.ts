import type { WatchFieldKeys } from './capabilities'

/** In the capture phase, because Taro's fields keep the keys that are pressed in them to themselves. */
export const watchFieldKeys: WatchFieldKeys = listener => {
  const heard = (event: KeyboardEvent) => {
    // While an input method is composing, its keys choose characters.
    if (event.isComposing || !(event.target instanceof HTMLElement)) return
    const field = event.target.closest('[id]')?.id
    if (field && listener({ key: event.key, shift: event.shiftKey, field })) event.preventDefault()
  }
  document.addEventListener('keydown', heard, true)
  return () => document.removeEventListener('keydown', heard, true)
}
