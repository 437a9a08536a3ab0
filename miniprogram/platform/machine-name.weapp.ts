import type { MachineName } from './capabilities'

export const machineName: MachineName = () => '手机'
