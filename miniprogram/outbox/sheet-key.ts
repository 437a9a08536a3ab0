import type { SheetKey } from './box'

/** Cycle and unit ids hold no colon. */
export function partsOf(sheetKey: SheetKey): { cycleId: string; unitId: string } {
  const [cycleId = '', unitId = ''] = sheetKey.split(':')
  return { cycleId, unitId }
}
