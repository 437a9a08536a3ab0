import type { WayBack } from './capabilities'

/** Home and sign-in lead nowhere back, and what is shown to a unit must not; without a hash the page is home. */
const beginnings = ['#/pages/home/home', '#/pages/sign-in/sign-in', '#/visit/shown/shown']

export const wayBack: WayBack = {
  needed: () => location.hash.length > 2 && !beginnings.some(beginning => location.hash.startsWith(beginning)),
}
