import type { Page } from 'playwright-core'

/** What of the visible page a person would trip over; each list names elements, empty where all is well. */
export interface Measures {
  /** By how many pixels the page is wider than the window. */
  overflow: number
  /** Words that are cut off by their own box. */
  cut: string[]
  /** What can be touched and is lower or narrower than a finger. */
  small: string[]
  /** Words smaller than the smallest size of this screen. */
  tiny: string[]
  /** How many characters stand in each font size, in px. */
  sizes: Record<string, number>
}

/** Whatever of ours takes a finger. */
const touchable = [
  'taro-button-core',
  ...['.chip', '.link', '.segment', '.tile', '.item-row', '.list-row', '.item-tab', '.unit-row-line', '.field'],
  ...['.page-thumb', '.add-page', '.item-words', '.item-short', '.queue-row', '.choice-card', '.entry-cell'],
]

/** Cut on purpose: the whole text is one touch away. */
const cutOnPurpose = '.item-words-line, .page-thumb-caption'

export function measure(page: Page, { finger, smallest }: { finger: number; smallest: number }): Promise<Measures> {
  const settings = { finger, smallest, touchable: touchable.join(','), cutOnPurpose }
  return page.evaluate(({ finger, smallest, touchable, cutOnPurpose }) => {
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    }
    const ownText = (element: Element) =>
      [...element.childNodes].map(node => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '')).join('')
    const named = (element: Element) => `.${element.className} 「${(element.textContent ?? '').slice(0, 12)}」`
    const names = (elements: Element[]) => [...new Set(elements.map(named))]
    const all = [...document.querySelectorAll('body *')].filter(isSeen)
    const written = all.filter(element => ownText(element).trim() !== '' && !element.closest('.paper'))

    const isCut = (element: Element) => {
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element)
      if (webkitLineClamp !== 'none' || element.matches(cutOnPurpose)) return false
      const across = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
      const down = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1
      return across || down
    }
    const isSmall = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return height < finger - 0.5 || width < finger - 0.5
    }
    const sizes: Record<string, number> = {}
    for (const element of written) {
      const size = getComputedStyle(element).fontSize
      sizes[size] = (sizes[size] ?? 0) + ownText(element).trim().length
    }
    return {
      overflow: document.documentElement.scrollWidth - window.innerWidth,
      cut: names(written.filter(isCut)),
      small: names([...document.querySelectorAll(touchable)].filter(isSeen).filter(isSmall)),
      tiny: names(written.filter(element => Number.parseFloat(getComputedStyle(element).fontSize) < smallest)),
      sizes,
    }
  }, settings)
}
