import type { Signature } from './signature'

/** What a group's picture shows: the place, or the 实地考核记录 that both sides have signed. */
export type VisitPictureKind = 'place' | 'record'

/** A picture that a group took on its visit. It is the county's: no material of the unit, and it proves no item. */
export interface VisitPicture {
  kind: VisitPictureKind
  groupId: string
  groupName: string
  fileId: string
  thumbnailId: string | null
  signature: Signature
  /** sha-256 of the registration, so that a repeated delivery is recognised. */
  bodyHash: string
}

/** A visit is looked at, not filmed. */
export const maximumVisitPictures = 60
