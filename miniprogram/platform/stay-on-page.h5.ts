import type { StayOnPage } from './capabilities'

/**
 * An entry of the same address lies over the page's own, so that 返回 comes upon the page itself; and whatever entry was
 * reached, the router does not hear of it and the page's address is put on top again.
 */
export const stayOnPage: StayOnPage = () => {
  const { href } = location
  const cover = () => history.pushState(history.state, '', href)
  const hold = (event: PopStateEvent) => {
    event.stopImmediatePropagation()
    cover()
  }
  cover()
  window.addEventListener('popstate', hold, { capture: true })
  return () => window.removeEventListener('popstate', hold, { capture: true })
}
