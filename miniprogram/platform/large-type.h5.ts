import type { PrefersLargeType } from './capabilities'

/** Browsers begin at 16 px; who has chosen 20 or more in the browser's settings wants everything larger. */
const LARGE = 20

/** The size chosen in the browser's settings: the root itself has a size of ours, `medium` is always the person's. */
export const prefersLargeType: PrefersLargeType = () => {
  const probe = document.createElement('span')
  probe.style.fontSize = 'medium'
  document.body.append(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return size >= LARGE
}
