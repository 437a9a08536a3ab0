import { prefersLargeType } from '../../platform/large-type'
import { storage } from '../../platform/storage'

const KEPT_UNDER = 'large-type'

/** Whether this phone shows 大字 (关怀模式): what was chosen here, else what WeChat's own setting asks for. */
export function isLargeType(): boolean {
  const kept = storage.read(KEPT_UNDER)
  return typeof kept === 'boolean' ? kept : prefersLargeType()
}

/** Kept on the phone: it belongs to the eyes, not to the account. Other pages show it from their next opening. */
export function keepLargeType(large: boolean): void {
  storage.write(KEPT_UNDER, large)
}
