/** What of the visible words a person could not read; runs inside the page, so it may use nothing from outside. */
export function textFaults({ smallest }: { smallest: number }): string[] {
  interface Line {
    element: Element
    rect: DOMRect
    /** The box that stays while the page is scrolled, if the words stand in one. */
    layer: Element | null
  }
  /** Half a line may hang over: a font's own box is higher than the line it stands in. */
  const OVERHANG = 0.3
  const faults = new Set<string>()
  const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const named = (element: Element) => {
    const owner = element.closest('[class]:not([class^="taro-"])') ?? element
    return `.${owner.className.toString().trim().replaceAll(/\s+/g, '.')} 「${(element.textContent ?? '').trim().slice(0, 16)}」`
  }
  const fixedOf = (element: Element | null): Element | null => {
    for (let at = element; at; at = at.parentElement) if (/fixed|sticky/.test(getComputedStyle(at).position)) return at
    return null
  }

  /** How a box cuts these words off, unless it can be scrolled that way. */
  function clipOf({ element, rect }: Line): string | null {
    let across = true
    let down = true
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(at)
      const box = at.getBoundingClientRect()
      if (/auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth) across = false
      if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) down = false
      const slack = rect.height * OVERHANG
      if (across && /hidden|clip/.test(overflowX) && (rect.right > box.right + 1.5 || rect.left < box.left - 1.5))
        return 'across'
      if (down && /hidden|clip/.test(overflowY) && (rect.bottom > box.bottom + slack || rect.top < box.top - slack))
        return 'down'
      if (position === 'fixed') break
    }
    return null
  }

  /** Words that leave the frame or the coloured ground they stand on. */
  function leavesItsBox({ element, rect }: Line): boolean {
    if (element.closest('.runs-over')) return false
    for (let at: Element | null = element, depth = 0; at && depth < 5; at = at.parentElement, depth += 1) {
      const { borderLeftWidth, backgroundColor, display, overflowX, overflowY } = getComputedStyle(at)
      if (/auto|scroll/.test(overflowX) || /auto|scroll/.test(overflowY)) return false
      if (display === 'inline' || (borderLeftWidth === '0px' && backgroundColor === 'rgba(0, 0, 0, 0)')) continue
      const box = at.getBoundingClientRect()
      const slack = rect.height * OVERHANG
      const outside = rect.right > box.right + 1.5 || rect.left < box.left - 1.5
      return outside || rect.bottom > box.bottom + slack || rect.top < box.top - slack
    }
    return false
  }

  /** What of a line its scrollers show now: the rest is there, but rolled out of sight. */
  function inSight({ element, rect }: Line): { left: number; right: number; top: number; bottom: number } {
    let { left, right, top, bottom } = rect
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at)
      const box = at.getBoundingClientRect()
      if (/auto|scroll/.test(overflowY)) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)]
      if (/auto|scroll/.test(overflowX)) [left, right] = [Math.max(left, box.left), Math.min(right, box.right)]
    }
    return { left, right, top, bottom }
  }

  const lines: Line[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const node = texts.currentNode
    const element = node.parentElement
    if (!element || !node.textContent?.trim() || /SCRIPT|STYLE|NOSCRIPT|TEXTAREA/.test(element.tagName)) continue
    if (!isShown(element)) continue
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (size < smallest && !element.closest('.paper')) faults.add(`tiny ${size}px ${named(element)}`)
    const range = document.createRange()
    range.selectNodeContents(node)
    const layer = fixedOf(element)
    for (const rect of range.getClientRects())
      if (rect.width > 1 && rect.height > 1) lines.push({ element, rect, layer })
  }

  for (const line of lines) {
    const summary = line.element.closest('.summary')
    const clip = clipOf(line)
    if (clip && !summary) faults.add(`cut ${clip} ${named(line.element)}`)
    if (!clip && !summary && leavesItsBox(line)) faults.add(`leaves its box ${named(line.element)}`)
  }

  const readable = lines
    .filter(line => !clipOf(line))
    .map(({ element, layer, ...line }) => ({
      element,
      layer,
      height: line.rect.height,
      rect: inSight({ element, layer, ...line }),
    }))
    .filter(({ rect }) => rect.bottom - rect.top > 4 && rect.right - rect.left > 4)
    .sort((a, b) => a.rect.top - b.rect.top)
  for (const [place, one] of readable.entries()) {
    for (let next = place + 1; next < readable.length; next += 1) {
      const other = readable[next]
      if (!other || other.rect.top > one.rect.bottom) break
      if (one.layer !== other.layer || one.element === other.element) continue
      const height = Math.min(one.rect.bottom, other.rect.bottom) - other.rect.top
      const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left)
      const isOver = width > 3 && height > 0.45 * Math.min(one.height, other.height)
      if (isOver) faults.add(`words over words ${named(one.element)} and ${named(other.element)}`)
    }
  }

  for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder], textarea[placeholder]')) {
    if (!isShown(field) || field.value !== '') continue
    const style = getComputedStyle(field)
    const canvas = document.createElement('canvas').getContext('2d')
    if (!canvas) continue
    canvas.font = `${style.fontSize} ${style.fontFamily}`
    const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
    const rows = field.tagName === 'TEXTAREA' ? Math.max(1, Math.floor(field.clientHeight / 20)) : 1
    if (canvas.measureText(field.placeholder).width > room * rows + 1) faults.add(`cut hint 「${field.placeholder}」`)
  }

  const wider = document.documentElement.scrollWidth - window.innerWidth
  if (wider > 0) faults.add(`page ${wider}px too wide`)
  for (const page of document.querySelectorAll('.taro_page, .page, .office, #app'))
    if (isShown(page) && page.scrollWidth > page.clientWidth + 1 && page.clientWidth >= window.innerWidth - 2)
      faults.add(`page scrolls sideways ${page.scrollWidth - page.clientWidth}px ${page.className}`)
  return [...faults]
}
