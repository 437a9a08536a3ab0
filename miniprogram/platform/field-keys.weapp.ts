import type { FieldKeys } from './capabilities'

/** A phone's keyboard has no arrows; its 下一项 comes as the field's own confirmation. */
export const fieldKeys: FieldKeys = { byProperty: true, watch: () => () => {}, enter() {} }
