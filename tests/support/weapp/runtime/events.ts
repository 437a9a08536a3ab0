import { Event as FrameworkEvent } from 'glass-easel'

/** An element as glass-easel hands it to a listener; `_$` leads from a component's caller to the element. */
interface Target {
  _$?: Target
  id?: string
  dataset?: Record<string, unknown> | null
  getBackendElement?(): { offsetLeft?: number; offsetTop?: number } | null
}

/** WeChat's events carry plain targets, and the touches on top; glass-easel's carry elements, and the browser's event. */
export function giveEventsTheirWeChatShape(): void {
  // The method's declared result names elements; that they become plain objects is the point.
  const prototype: { wrapShadowedEvent: unknown } = FrameworkEvent.prototype
  prototype.wrapShadowedEvent = function (
    this: FrameworkEvent<unknown>,
    target: Target,
    mark: unknown,
    currentTarget: Target,
  ) {
    const event = Object.create(this)
    const own = { type: this.type, timeStamp: this.timeStamp, detail: this.detail, mark }
    const fields = { ...own, target: plainTarget(target), currentTarget: plainTarget(currentTarget), ...touches(this) }
    for (const [name, value] of Object.entries(fields)) {
      Object.defineProperty(event, name, { value, enumerable: true, writable: true, configurable: true })
    }
    return event
  }
}

function plainTarget(target: Target) {
  const element = target._$ ?? target
  const shown = element.getBackendElement?.()
  return {
    id: element.id ?? '',
    dataset: { ...element.dataset },
    offsetLeft: shown?.offsetLeft ?? 0,
    offsetTop: shown?.offsetTop ?? 0,
  }
}

function touches(event: FrameworkEvent<unknown>) {
  const original = event.getOriginalEvent()
  if (typeof TouchEvent === 'undefined' || !(original instanceof TouchEvent)) return {}
  const list = (from: TouchList) =>
    Array.from(from, ({ identifier, pageX, pageY, clientX, clientY }) => ({
      identifier,
      pageX,
      pageY,
      clientX,
      clientY,
    }))
  return { touches: list(original.touches), changedTouches: list(original.changedTouches) }
}
