import type { TableKeys } from './capabilities'

/** Somebody who writes in a field means the field, not the table. */
const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null

export const tableKeys: TableKeys = {
  watch({ onKey, onPaste }) {
    const heardKey = (event: KeyboardEvent) => {
      if (isField(event.target) || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (onKey(event.key, event.shiftKey)) event.preventDefault()
    }
    const heardPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain')
      if (isField(event.target) || !text) return
      event.preventDefault()
      onPaste(text)
    }
    document.addEventListener('keydown', heardKey)
    document.addEventListener('paste', heardPaste)
    return () => {
      document.removeEventListener('keydown', heardKey)
      document.removeEventListener('paste', heardPaste)
    }
  },
  reveal: id => document.getElementById(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
}
