import type { MachineName } from './capabilities'

/** From the width on at which tokens.css turns into the PC view. */
export const machineName: MachineName = () => (window.matchMedia('(min-width: 900px)').matches ? '本机' : '手机')
