import { randomBytes } from 'node:crypto'
import { CloudError } from '../cloud-error'
import type { Fields } from '../fields'
import { select } from './document-query'
import { checkFieldNames, checkId } from './document-rules'
import { type DocumentStore, keyOf, type StoredDocument, toStored, type Write } from './document-store'
import type { Transaction, Transactions } from './transactions'
import { applyUpdate } from './update-operators'

/** An update of some documents: operators, or a whole new document in place of the old (`replace`). */
export interface Modification {
  collection: string
  query: Fields
  change: Fields
  replace: boolean
  multi: boolean
  upsert: boolean
}

/** What an update did; `documents` are as they are after it. */
export interface Modified {
  matched: number
  changed: number
  documents: StoredDocument[]
  upsertedId?: unknown
}

/**
 * Writes. Between reading and committing nothing else runs (one process, one thread), so a guarded update is atomic;
 * only documents reserved by an open transaction make a write wait, and then it looks again.
 */
export class Database {
  constructor(
    private readonly store: DocumentStore,
    private readonly transactions: Transactions,
  ) {}

  /**
   * As MongoDB's ordered insert: documents before the one that is refused are stored.
   * @returns the ids in the order of the documents.
   */
  async insert(collection: string, documents: Fields[], transaction?: Transaction): Promise<unknown[]> {
    const inserted = documents.map(({ _id = newId(), ...fields }) => {
      checkId(_id)
      checkFieldNames(fields)
      return { collection, key: keyOf(_id), stored: toStored({ _id, ...fields }) }
    })
    const refused = await this.write(collection, transaction, view => {
      const at = inserted.findIndex(
        ({ key }, index) => view.find(collection, key) || inserted.findIndex(other => other.key === key) < index,
      )
      const writes = at < 0 ? inserted : inserted.slice(0, at)
      return { touched: writes.map(({ key }) => key), writes, outcome: inserted[at] }
    })
    if (refused) throw duplicate(collection, refused.stored.document._id)
    return inserted.map(({ stored }) => stored.document._id)
  }

  modify(modification: Modification, transaction?: Transaction): Promise<Modified> {
    const { collection, query, change, replace, multi, upsert } = modification
    if (replace) checkFieldNames(change)
    return this.write(collection, transaction, view => {
      const matching = select(view, collection, query)
      const matched = multi ? matching : matching.slice(0, 1)
      if (matched.length === 0 && upsert) return this.upsertion(modification)
      const documents = matched.map(before => {
        const after = toStored(replace ? { _id: before.document._id, ...change } : applyUpdate(before.document, change))
        return { before, after: after.body === before.body ? before : after }
      })
      const writes = documents
        .filter(({ before, after }) => before !== after)
        .map(({ after }) => ({ collection, key: keyOf(after.document._id), stored: after }))
      const outcome: Modified = {
        matched: matched.length,
        changed: writes.length,
        documents: documents.map(({ after }) => after),
      }
      return { touched: matched.map(({ document }) => keyOf(document._id)), writes, outcome }
    })
  }

  remove(collection: string, query: Fields, multi: boolean, transaction?: Transaction): Promise<number> {
    return this.write(collection, transaction, view => {
      const matching = select(view, collection, query)
      const keys = (multi ? matching : matching.slice(0, 1)).map(({ document }) => keyOf(document._id))
      const writes = keys.map(key => ({ collection, key, stored: null }))
      return { touched: keys, writes, outcome: keys.length }
    })
  }

  private upsertion({ collection, query, change, replace }: Modification): Attempt<Modified> {
    const id = typeof query._id === 'string' || typeof query._id === 'number' ? query._id : newId()
    const stored = toStored(replace ? { _id: id, ...change } : applyUpdate({ _id: id }, change, true))
    const key = keyOf(id)
    const outcome = { matched: 0, changed: 0, documents: [stored], upsertedId: id }
    return { touched: [key], writes: [{ collection, key, stored }], outcome }
  }

  private async write<Outcome>(
    collection: string,
    transaction: Transaction | undefined,
    attempt: (view: DocumentStore | Transaction) => Attempt<Outcome>,
  ): Promise<Outcome> {
    for (;;) {
      const { touched, writes, outcome } = attempt(transaction ?? this.store)
      if (transaction) {
        this.transactions.reserve(transaction, collection, touched)
        transaction.write(writes)
        return outcome
      }
      const blocking = this.transactions.blocking(collection, touched)
      if (!blocking) {
        if (writes.length > 0) this.store.commit(writes)
        return outcome
      }
      await blocking
    }
  }
}

interface Attempt<Outcome> {
  /** Keys of the documents that the write concerns, changed or not. */
  touched: string[]
  writes: Write[]
  outcome: Outcome
}

function newId(): string {
  return randomBytes(16).toString('hex')
}

function duplicate(collection: string, id: unknown): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: _id_ dup key: { _id: ${JSON.stringify(id)} }}]}, {<nil>}]`,
  )
}
