import type { Instant } from '#shared/assessment/assessment'
import { isPicture } from '#shared/materials/material'
import { fileKeyOf, type TextCheck } from '#shared/materials/wechat-check'
import { sha256Hex } from '../infrastructure/secrets'
import type { StoredSheet } from '../repositories/assessments'
import type { ContentChecks } from '../repositories/content-checks'

/** Results come within half an hour; twice that, and it is asked again. */
export const RESULT_MILLISECONDS = 60 * 60_000

export interface PictureToCheck {
  kind: 'picture'
  fileKey: string
  fileId: string
  materialId: string
  memberId: string
  attempts: number
}
export interface TextToCheck {
  kind: 'text'
  hash: string
  text: string
  memberId: string
  place: TextCheck['place']
}

/** The pictures and texts of the sheet that WeChat has not been asked about, or has not answered for. */
export function contentToCheck(
  sheet: Pick<StoredSheet, 'items' | 'materials' | 'visitPictures'>,
  checks: Pick<ContentChecks, 'files' | 'texts'> | null,
  now: Instant,
): (PictureToCheck | TextToCheck)[] {
  const toCheck = (materialId: string, fileId: string, memberId: string): PictureToCheck => {
    const fileKey = fileKeyOf(fileId)
    const attempts = checks?.files[fileKey]?.attempts ?? 0
    return { kind: 'picture', fileKey, fileId, materialId, memberId, attempts }
  }
  const ofMaterials = Object.entries(sheet.materials).flatMap(([materialId, { files, signature }]) =>
    files.filter(({ type }) => isPicture(type)).map(({ fileId }) => toCheck(materialId, fileId, signature.memberId)),
  )
  const ofVisits = Object.entries(sheet.visitPictures ?? {}).map(([pictureId, { fileId, signature }]) =>
    toCheck(pictureId, fileId, signature.memberId),
  )
  const pictures = [...ofMaterials, ...ofVisits]
  const texts = textsOf(sheet).filter(({ hash, text }) => text !== '' && !checks?.texts[hash])
  return [...pictures.filter(({ fileKey }) => isToBeAsked(checks?.files[fileKey], now)), ...texts]
}

function isToBeAsked(check: ContentChecks['files'][string] | undefined, now: Instant): boolean {
  return !check || (check.state === 'pending' && now - check.askedAt >= RESULT_MILLISECONDS)
}

function textsOf({ items, materials }: Pick<StoredSheet, 'items' | 'materials'>): TextToCheck[] {
  const ofItems = Object.entries(items).flatMap(([itemId, { self }]) =>
    self
      ? [{ place: { itemId }, memberId: self.signature.memberId, words: [self.remark, self.notApplicable ?? ''] }]
      : [],
  )
  // The unit reads them once scores reach it.
  const ofReviews = Object.entries(items).flatMap(([itemId, { reviews = {} }]) =>
    Object.entries(reviews).map(([departmentId, { reasons, departure = '', comment, signature }]) => ({
      place: { itemId, departmentId },
      memberId: signature.memberId,
      words: [...reasons.map(({ phrase }) => phrase), departure, comment],
    })),
  )
  const ofMaterials = Object.entries(materials).map(
    ([materialId, { name, documentNumber, whereabouts, signature }]) => ({
      place: { materialId },
      memberId: signature.memberId,
      words: [name, documentNumber, whereabouts],
    }),
  )
  return [...ofItems, ...ofReviews, ...ofMaterials].map(({ place, memberId, words }) => {
    const text = words.filter(word => word !== '').join('\n')
    return { kind: 'text', hash: sha256Hex(text).slice(0, 32), text, memberId, place }
  })
}
