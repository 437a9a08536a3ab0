import type { ComponentSpace } from 'glass-easel'

/** What the framework takes as the definition of a component. */
export type Definition = Parameters<ComponentSpace['defineComponent']>[0]

/** What a built-in component's code sees of itself. */
export interface BuiltIn {
  readonly data: Record<string, unknown>
  getBackendElement(): HTMLElement
  triggerEvent(name: string, detail: unknown, options?: { bubbles?: boolean; composed?: boolean }): void
}

/** The component an element of the view belongs to, if it is one. glass-easel leaves it on the element. */
export function builtInOf(element: Element | null): BuiltIn | undefined {
  return element ? Reflect.get(element, '__wxElement') : undefined
}

interface Parts {
  properties: readonly string[]
  /** Called once the component stands in the document. */
  attached?(component: BuiltIn, host: HTMLElement): void
  /** Called with each property's value, once after `attached` and at every later setting of it. */
  changed?(component: BuiltIn, name: string, value: unknown, host: HTMLElement): void
}

/** Defines a built-in component of properties that take any value, as WeChat's do. */
export function builtIn({ properties, attached, changed }: Parts): Definition {
  const standing = new WeakSet<BuiltIn>()
  return {
    properties: Object.fromEntries(properties.map(name => [name, { type: null, value: null }])),
    lifetimes: {
      attached(this: BuiltIn) {
        attached?.(this, this.getBackendElement())
        standing.add(this)
        for (const name of properties) changed?.(this, name, this.data[name], this.getBackendElement())
      },
      // Properties may still be set of a component that has left the view; there is nothing to show them on.
      detached(this: BuiltIn) {
        standing.delete(this)
      },
    },
    observers: Object.fromEntries(
      properties.map(name => [
        name,
        function (this: BuiltIn, value: unknown) {
          if (standing.has(this)) changed?.(this, name, value, this.getBackendElement())
        },
      ]),
    ),
  }
}

/** Shows a property as an attribute of the host, for style sheets: `scrollY` becomes `scroll-y`. */
export function reflect(_: BuiltIn, name: string, value: unknown, host: HTMLElement): void {
  const attribute = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  if (value === false || value === null || value === undefined || value === '') host.removeAttribute(attribute)
  else host.setAttribute(attribute, value === true ? '' : String(value))
}

/** Values arrive as strings, numbers or booleans; `null` stands for 「not set」. */
export function asText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
