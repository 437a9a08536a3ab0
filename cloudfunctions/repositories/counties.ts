import type { Instant } from '#shared/assessment/assessment'
import { collection } from '../infrastructure/collection'

/** The county federation itself: one document, whose existence says that the county is founded. */
export interface County {
  _id: 'county'
  name: string
  officePhone: string
  /** The lines at the foot of printed forms. */
  landings: string[]
  founderId: string
  foundedAt: Instant
}

const counties = collection<County>('counties')

export function readCounty(): Promise<County | null> {
  return counties.read('county')
}

/** False where the county stands already: of two who found it at once, one does. */
export function addCounty(county: County): Promise<boolean> {
  return counties.add(county)
}
