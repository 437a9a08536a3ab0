import { type Audience, audiences } from '../rubric/rubric'

/** As many as a unit of the county has posts: a chair and up to four fillers. */
export const placesPerUnit = 5

/** How many people may take part in a 演练: everybody of the county's units, and nobody needs more. */
export const placesOf = (units: number): number => units * placesPerUnit

/** How often one person may enter it on one day: enough to try everything, too few to keep the county busy. */
export const entriesPerDay = 20

/** The unit that a person practises with, one for each kind. */
export const practiceUnitId = (audience: Audience, memberId: string): string =>
  `practice-${audience}-${memberId.slice(2, 22)}`

/** Every unit that they may have practised with. */
export const practiceUnitIds = (memberId: string): string[] =>
  audiences.map(audience => practiceUnitId(audience, memberId))
