import { calculateObjectSize } from 'bson'
import { CloudError } from '../cloud-error'
import type { Fields } from '../fields'
import type { DurableLog } from './durable-log'
import { readStoredDocument, writeExtendedJson } from './extended-json'

/** A document and the text it is stored as. Never changed in place: an update makes a new one. */
export interface StoredDocument {
  document: Fields
  body: string
}

export interface Write {
  collection: string
  key: string
  stored: StoredDocument | null
}

/** What a reader sees: the committed documents, or those of a transaction. */
export interface DocumentView {
  find(collection: string, key: string): StoredDocument | undefined
  all(collection: string): Iterable<StoredDocument>
}

const MAXIMUM_DOCUMENT_BYTES = 16 * 1024 * 1024
/** A BSON document can be about four times its EJSON text (arrays of short strings), so shorter texts need no measuring. */
const SURELY_SMALL_TEXT = MAXIMUM_DOCUMENT_BYTES / 8

/** The collections in memory, with the durable log behind every change. */
export class DocumentStore implements DocumentView {
  private readonly collections = new Map<string, Map<string, StoredDocument>>()

  constructor(private readonly log: DurableLog) {
    for (const name of log.collections()) this.collections.set(name, new Map())
    for (const { collection, key, body } of log.documents()) {
      this.collection(collection).set(key, { document: readStoredDocument(body), body })
    }
  }

  has(collection: string): boolean {
    return this.collections.has(collection)
  }

  addCollection(name: string): void {
    if (this.collections.has(name)) return
    this.log.addCollection(name)
    this.collections.set(name, new Map())
  }

  find(collection: string, key: string): StoredDocument | undefined {
    return this.collection(collection).get(key)
  }

  all(collection: string): Iterable<StoredDocument> {
    return this.collection(collection).values()
  }

  /** What is committed now, unmoved by later writes: documents are never changed in place, so references are enough. */
  snapshot(): DocumentView {
    const collections = new Map([...this.collections].map(([name, documents]) => [name, new Map(documents)]))
    return {
      find: (collection, key) => existing(collections, collection).get(key),
      all: collection => existing(collections, collection).values(),
    }
  }

  /** On the disk first, then visible; both before anything is acknowledged. */
  commit(writes: readonly Write[]): void {
    this.log.commit(writes.map(({ collection, key, stored }) => ({ collection, key, body: stored?.body ?? null })))
    for (const { collection, key, stored } of writes) {
      if (stored) this.collection(collection).set(key, stored)
      else this.collection(collection).delete(key)
    }
  }

  private collection(name: string): Map<string, StoredDocument> {
    return existing(this.collections, name)
  }
}

function existing<Documents>(collections: ReadonlyMap<string, Documents>, name: string): Documents {
  const documents = collections.get(name)
  if (!documents) {
    throw new CloudError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
    )
  }
  return documents
}

/** The key of a document within its collection; `_id` may be a number, which is not the same as its digits. */
export function keyOf(id: unknown): string {
  return typeof id === 'string' ? `s:${id}` : `v:${writeExtendedJson(id)}`
}

/** @throws CloudError where the document is larger than MongoDB takes. */
export function toStored(document: Fields): StoredDocument {
  const body = writeExtendedJson(document)
  if (body.length > SURELY_SMALL_TEXT && calculateObjectSize(document) > MAXIMUM_DOCUMENT_BYTES) {
    throw new CloudError('DATABASE_REQUEST_FAILED', `document exceeds the maximum of ${MAXIMUM_DOCUMENT_BYTES} bytes`)
  }
  return { document, body }
}
