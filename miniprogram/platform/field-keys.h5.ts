import type { FieldKeys } from './capabilities'

export const fieldKeys: FieldKeys = {
  byProperty: false,
  watch(listener) {
    const heard = (event: KeyboardEvent) => {
      // While an input method is composing, its keys choose characters.
      if (event.isComposing || !(event.target instanceof HTMLElement)) return
      const field = event.target.closest('[id]')?.id
      if (field && listener({ key: event.key, shift: event.shiftKey, field })) event.preventDefault()
    }
    // In the capture phase, because Taro's fields keep the keys that are pressed in them to themselves.
    document.addEventListener('keydown', heard, true)
    return () => document.removeEventListener('keydown', heard, true)
  },
  enter(field) {
    const input = document.getElementById(field)?.querySelector('input')
    input?.focus()
    input?.select()
  },
}
