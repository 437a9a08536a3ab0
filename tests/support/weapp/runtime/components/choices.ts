import { type BuiltIn, builtIn, builtInOf } from './component'

const boxes = new WeakMap<BuiltIn, HTMLInputElement>()

/** `switch`, `checkbox` and `radio`: the host holds a tick box of the browser. */
export function choice(kind: 'switch' | 'checkbox' | 'radio') {
  return builtIn({
    properties: ['name', 'value', 'checked', 'disabled'],
    attached(component, host) {
      const box = document.createElement('input')
      box.type = kind === 'radio' ? 'radio' : 'checkbox'
      host.prepend(box)
      boxes.set(component, box)
      box.addEventListener('change', event => {
        event.stopPropagation()
        announce(kind, component, box, host)
      })
    },
    changed(component, name, value) {
      const box = boxes.get(component)
      if (box && (name === 'checked' || name === 'disabled')) box[name] = Boolean(value)
    },
  })
}

function announce(kind: string, component: BuiltIn, box: HTMLInputElement, host: HTMLElement): void {
  if (kind === 'switch') {
    component.triggerEvent('change', { value: box.checked })
    return
  }
  const group = host.closest(kind === 'radio' ? 'wx-radio-group' : 'wx-checkbox-group')
  if (!group) return
  const members = [...group.querySelectorAll(`wx-${kind}`)]
  if (kind === 'radio') for (const other of members) if (other !== host) untick(other)
  const values = members.filter(isTicked).map(member => builtInOf(member)?.data.value)
  builtInOf(group)?.triggerEvent('change', { value: kind === 'radio' ? component.data.value : values })
}

function untick(member: Element): void {
  const box = member.querySelector('input')
  if (box) box.checked = false
}

function isTicked(member: Element): boolean {
  return member.querySelector('input')?.checked ?? false
}
