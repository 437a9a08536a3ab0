import type { WatchFieldKeys } from './capabilities'

/** A phone's keyboard has no arrows; its 下一项 comes as the field's own confirmation. */
export const watchFieldKeys: WatchFieldKeys = () => () => {}
