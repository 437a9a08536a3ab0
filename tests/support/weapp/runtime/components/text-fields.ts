import { spy } from '../spy'
import { asText, type BuiltIn, builtIn } from './component'

type Field = HTMLInputElement | HTMLTextAreaElement

const fields = new WeakMap<BuiltIn, Field>()
const NUMERIC = ['number', 'digit', 'idcard']

/** `input` and `textarea`: the host holds the browser's own field. */
export function textField(tag: 'input' | 'textarea') {
  return builtIn({
    properties: ['name', 'value', 'placeholder', 'disabled', 'maxlength', 'password', 'type', 'focus', 'autoHeight'],
    attached(component, host) {
      const field = document.createElement(tag)
      host.appendChild(field)
      fields.set(component, field)
      listen(component, field)
    },
    changed(component, name, value, host) {
      const field = fields.get(component)
      if (!field) return
      if (name === 'value') writeValue(host, field, value)
      else setProperty(field, name, value)
    },
  })
}

/**
 * A value written while the person types there makes the cursor jump on some phones and brings old text back; it is
 * noted even where it changes nothing here.
 */
function writeValue(host: HTMLElement, field: Field, value: unknown): void {
  if (value === null || value === undefined) return
  const written = asText(value)
  if (document.activeElement === field) spy.focusedWrites.push({ field: host.id, shown: field.value, written })
  if (field.value !== written) field.value = written
}

function setProperty(field: Field, name: string, value: unknown): void {
  if (name === 'placeholder') field.placeholder = asText(value)
  else if (name === 'disabled') field.disabled = Boolean(value)
  else if (name === 'maxlength') setLongest(field, value)
  else if (name === 'autoHeight') field.toggleAttribute('data-grows', Boolean(value))
  else if (name === 'focus' && value) field.focus()
  else if (name === 'type' && NUMERIC.includes(asText(value))) field.inputMode = 'decimal'
  else if (name === 'password' && field instanceof HTMLInputElement) field.type = value ? 'password' : 'text'
}

/** WeChat's default is 140 characters; −1 stands for no limit. */
function setLongest(field: Field, value: unknown): void {
  const longest = value === null || value === undefined ? 140 : Number(value)
  if (longest >= 0) field.maxLength = longest
  else field.removeAttribute('maxlength')
}

function listen(component: BuiltIn, field: Field): void {
  const state = () => ({ value: field.value, cursor: field.selectionStart ?? field.value.length })
  field.addEventListener('input', event => {
    event.stopPropagation()
    component.triggerEvent('input', { ...state(), keyCode: 0 })
  })
  field.addEventListener('change', event => event.stopPropagation())
  field.addEventListener('focus', () => component.triggerEvent('focus', { value: field.value, height: 0 }))
  field.addEventListener('blur', () => component.triggerEvent('blur', state()))
  field.addEventListener('keydown', event => {
    const confirms = event instanceof KeyboardEvent && event.key === 'Enter' && field instanceof HTMLInputElement
    if (confirms) component.triggerEvent('confirm', { value: field.value })
  })
}
