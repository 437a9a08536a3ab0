import type { PageByKeys, ScrolledByKeys } from './capabilities'

export const scrolledByKeys: ScrolledByKeys = { tabIndex: 0 }

/** Taro's own box around a page is what scrolls; it is there before the page is. */
export const pageByKeys: PageByKeys = frame => {
  if (frame instanceof HTMLElement) frame.closest('.taro_page')?.setAttribute('tabindex', '0')
}
