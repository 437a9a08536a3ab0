import type { Assessment, Instant } from '#shared/assessment/assessment'
import { lookAtDoubt, lookAtItems, lookAtMaterials, lookAtNote, lookAtNoted } from '#shared/content/look-at'
import type { Look, TextName, Written } from '#shared/content/written'
import { isPicture } from '#shared/materials/material'
import { fileKeyOf } from '#shared/materials/wechat-check'
import type { RecordDoubt } from '#shared/records/record'
import { type ContentChecks, textKey } from '../repositories/content-checks'
import type { VisitDrafts } from '../repositories/visit-drafts'

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
export type TextToCheck = { kind: 'text'; key: string } & Written

type WrittenSheet = Pick<Assessment, 'items' | 'materials' | 'sentBackNote' | 'sentBackBy'>

/** The pictures and texts of the sheet that WeChat has not been asked about, or has not answered for. */
export function contentToCheck(
  sheet: WrittenSheet & Pick<Assessment, 'visitPictures'>,
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
  const pictures = [...ofMaterials, ...ofVisits].filter(({ fileKey }) => isToBeAsked(checks?.files[fileKey], now))
  return [...pictures, ...textsToCheck(textsOfSheet(sheet), checks)]
}

function isToBeAsked(check: ContentChecks['files'][string] | undefined, now: Instant): boolean {
  return !check || (check.state === 'pending' && now - check.askedAt >= RESULT_MILLISECONDS)
}

/** Those of the texts that WeChat has not been asked about, each once. */
export function textsToCheck(texts: readonly Written[], checks: Pick<ContentChecks, 'texts'> | null): TextToCheck[] {
  const wanted = new Map<string, TextToCheck>()
  for (const written of texts) {
    const key = textKey(written)
    if (!checks?.texts[key] && !wanted.has(key)) wanted.set(key, { kind: 'text', key, ...written })
  }
  return [...wanted.values()]
}

/** Of what the office is to look at in the sheet: what has left it, and what has come back. */
export function changesOfGone(
  sheet: WrittenSheet,
  checks: Pick<ContentChecks, 'texts'> | null,
): Record<string, boolean> {
  const standing = new Set(textsOfSheet(sheet).map(textKey))
  return Object.fromEntries(
    Object.entries(checks?.texts ?? {}).flatMap(([key, { name, text, gone = false }]) => {
      const isGone = !standing.has(key)
      return text !== null && !besideTheSheet.includes(name) && gone !== isGone ? [[key, isGone] as const] : []
    }),
  )
}

/** Texts that stand in documents of their own. */
const besideTheSheet: readonly TextName[] = [
  'visit-reason',
  'visit-departure',
  'visit-comment',
  'doubt',
  'doubt-answer',
]

function collect(look: (note: Look) => unknown): Written[] {
  const found: Written[] = []
  look(written => {
    found.push(written)
    return { text: written.text, held: false }
  })
  return found
}

export function textsOfSheet(sheet: WrittenSheet): Written[] {
  return collect(look => [
    lookAtItems(sheet.items, look),
    lookAtMaterials(sheet.materials, look),
    lookAtNote(sheet, look),
  ])
}

export function textsOfDoubt(doubt: RecordDoubt): Written[] {
  return collect(look => lookAtDoubt(doubt, look))
}

export function textsOfNotes({ items, groupName, memberId }: VisitDrafts): Written[] {
  return collect(look =>
    Object.entries(items).map(([itemId, { score, at }]) => {
      return score && lookAtNoted(score, { itemId, groupName, memberId, at }, look)
    }),
  )
}
