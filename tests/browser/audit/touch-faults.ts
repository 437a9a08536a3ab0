/**
 * What a finger could miss; runs inside the page, so it may use nothing from outside. What takes a touch is read from
 * React itself: whatever has a handler for it, and every field.
 */
export function touchFaults({ finger }: { finger: number }): string[] {
  interface Target {
    element: Element
    rect: { left: number; top: number; right: number; bottom: number }
    /** Part of it is scrolled out of sight. */
    isPart: boolean
    layer: Element | null
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

  function targetOf(element: Element): Target | null {
    const box = element.getBoundingClientRect()
    const rect = { left: box.left, top: box.top, right: box.right, bottom: box.bottom }
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at)
      const around = at.getBoundingClientRect()
      if (overflowX !== 'visible') {
        rect.left = Math.max(rect.left, around.left)
        rect.right = Math.min(rect.right, around.right)
      }
      if (overflowY !== 'visible') {
        rect.top = Math.max(rect.top, around.top)
        rect.bottom = Math.min(rect.bottom, around.bottom)
      }
    }
    if (rect.right - rect.left < 1 || rect.bottom - rect.top < 1) return null
    const isPart = rect.right - rect.left < box.width - 1 || rect.bottom - rect.top < box.height - 1
    return { element, rect, isPart, layer: layerOf(element) }
  }

  const targets: Target[] = []
  for (const element of document.querySelectorAll('body *')) {
    if (!takesTouch(element) || !isShown(element)) continue
    const target = targetOf(element)
    if (target) targets.push(target)
  }

  for (const { element, rect, isPart } of targets) {
    const width = Math.round(rect.right - rect.left)
    const height = Math.round(rect.bottom - rect.top)
    if (!isPart && (width < finger || height < finger)) faults.add(`small ${width}×${height} ${named(element)}`)
  }

  const inOrder = targets.sort((a, b) => a.rect.top - b.rect.top)
  for (const [place, one] of inOrder.entries()) {
    for (let next = place + 1; next < inOrder.length; next += 1) {
      const other = inOrder[next]
      if (!other || other.rect.top >= one.rect.bottom) break
      if (one.layer !== other.layer) continue
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue
      const height = Math.min(one.rect.bottom, other.rect.bottom) - other.rect.top
      const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left)
      if (width > 1 && height > 1) faults.add(`overlap ${named(one.element)} and ${named(other.element)}`)
    }
  }

  // A summary is cut on purpose; something that is touched must open all of it.
  const touched = (element: Element) => targets.some(target => target.element.contains(element))
  for (const summary of document.querySelectorAll('.summary'))
    if (isShown(summary) && !touched(summary)) faults.add(`summary that cannot be opened ${named(summary)}`)
  return [...faults]
}
