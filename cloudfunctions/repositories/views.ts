import type { Instant } from '#shared/assessment/assessment'
import { collection } from '../infrastructure/collection'

/** Somebody outside the unit has opened personal papers in full. */
export interface MaterialLook {
  _id: string
  assessmentId: string
  materialId: string
  memberId: string
  /** As the unit is told: a department, the office, the leaders; never a person. */
  who: string
  at: Instant
}

const looks = collection<MaterialLook>('views')

/** Every look is one document: none is ever written over. One round trip. */
export async function noteLooks(noted: MaterialLook[]): Promise<void> {
  if (noted.length > 0) await looks.addAll(noted)
}

/** Who has looked at the personal papers of this sheet. One round trip. */
export function listLooks(assessmentId: string): Promise<MaterialLook[]> {
  return looks.list({ assessmentId })
}
