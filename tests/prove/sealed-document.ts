import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A document that carries a checksum of itself, so that a torn one shows. */
export interface SealedDocument {
  _id: string
  round: number
  revision: number
  text: string
  checksum: string
}

export function sealed(document: Omit<SealedDocument, 'checksum'>): SealedDocument {
  return { ...document, checksum: checksumOf(document) }
}

export function isTorn(document: SealedDocument): boolean {
  return document.checksum !== checksumOf(document)
}

/** Text of some length: mostly short, at times longer than many pages of the database file. */
export function draw(): string {
  return randomBytes(randomInt(10) === 0 ? 20_000 : 100).toString('hex')
}

function checksumOf({ _id, round, revision, text }: Omit<SealedDocument, 'checksum'>): string {
  return createHash('sha256').update(`${_id}\n${round}\n${revision}\n${text}`).digest('hex')
}
