/**
 * What a finger could miss; runs inside the page, so it may use nothing from outside. What takes a touch is read from
 * React itself: whatever has a handler for it, and every field.
 */
export function touchFaults({ finger }: { finger: number }): string[] {
  interface Rect {
    left: number
    top: number
    right: number
    bottom: number
  }
  interface Target {
    element: Element
    /** All of it, scrolled out of sight or not; only what is hidden for good is cut off. */
    rect: Rect
    /** What of it is in sight now; null where nothing is. */
    inSight: Rect | null
    layer: Element | null
    /** The box it is scrolled in. */
    scroller: Element | null
  }
  const faults = new Set<string>()
  const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const named = (element: Element) =>
    `${element.id ? `#${element.id}` : `.${element.className.toString().trim().replaceAll(/\s+/g, '.')}`} 「${(element.textContent ?? '').trim().slice(0, 10)}」`
  const within = (thing: unknown, name: string): unknown =>
    typeof thing === 'object' && thing !== null ? Reflect.get(thing, name) : undefined
  // Taro gives its elements their handlers behind React's back; the component around the element still has them.
  const isPressed = (element: Element) => {
    const key = Object.keys(element).find(name => name.startsWith('__reactFiber$'))
    const own = key && Reflect.get(element, key)
    const around = element.tagName.startsWith('TARO-') ? within(own, 'return') : own
    return typeof within(within(around, 'memoizedProps'), 'onClick') === 'function'
  }
  const takesTouch = (element: Element) => isPressed(element) || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)
  const layerOf = (element: Element): Element | null => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (/fixed|sticky/.test(getComputedStyle(at).position)) return at
    return null
  }

  const isEmpty = ({ left, top, right, bottom }: Rect) => right - left < 1 || bottom - top < 1
  function cutTo(rect: Rect, box: Rect, across: boolean, down: boolean): Rect {
    return {
      left: across ? Math.max(rect.left, box.left) : rect.left,
      right: across ? Math.min(rect.right, box.right) : rect.right,
      top: down ? Math.max(rect.top, box.top) : rect.top,
      bottom: down ? Math.min(rect.bottom, box.bottom) : rect.bottom,
    }
  }

  function targetOf(element: Element): Target | null {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    let rect: Rect = { left, top, right, bottom }
    let inSight = rect
    let scroller: Element | null = null
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at)
      const box = at.getBoundingClientRect()
      const scrolls = /auto|scroll/.test(`${overflowX} ${overflowY}`)
      if (scrolls) scroller ??= at
      // What a scrolling box does not show can be scrolled to; what any other box does not show is gone.
      if (!scroller) rect = cutTo(rect, box, /hidden|clip/.test(overflowX), /hidden|clip/.test(overflowY))
      inSight = cutTo(inSight, box, overflowX !== 'visible', overflowY !== 'visible')
    }
    if (isEmpty(rect)) return null
    return { element, rect, inSight: isEmpty(inSight) ? null : inSight, layer: layerOf(element), scroller }
  }

  const targets: Target[] = []
  for (const element of document.querySelectorAll('body *')) {
    if (!takesTouch(element) || !isShown(element)) continue
    const target = targetOf(element)
    if (target) targets.push(target)
  }

  for (const { element, rect } of targets) {
    const width = Math.round(rect.right - rect.left)
    const height = Math.round(rect.bottom - rect.top)
    if (width < finger || height < finger) faults.add(`small ${width}×${height} ${named(element)}`)
  }

  const overlap = (one: Rect | null, other: Rect | null) =>
    one !== null &&
    other !== null &&
    !isEmpty({
      left: Math.max(one.left, other.left) + 1,
      right: Math.min(one.right, other.right),
      top: Math.max(one.top, other.top) + 1,
      bottom: Math.min(one.bottom, other.bottom),
    })
  for (const [place, one] of targets.entries())
    for (const other of targets.slice(place + 1)) {
      if (one.layer !== other.layer) continue
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue
      const together = one.scroller === other.scroller
      if (together ? overlap(one.rect, other.rect) : overlap(one.inSight, other.inSight))
        faults.add(`overlap ${named(one.element)} and ${named(other.element)}`)
    }

  // A summary is cut on purpose; something that is touched must open all of it.
  const isTouched = (element: Element) => targets.some(target => target.element.contains(element))
  for (const summary of document.querySelectorAll('.summary'))
    if (isShown(summary) && !isTouched(summary)) faults.add(`summary that cannot be opened ${named(summary)}`)
  return [...faults]
}
