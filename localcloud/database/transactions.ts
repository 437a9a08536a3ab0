import { randomUUID } from 'node:crypto'
import { CloudError } from '../cloud-error'
import type { DocumentStore, DocumentView, StoredDocument, Write } from './document-store'

const LIFETIME_MS = 30_000

/**
 * Snapshot transactions as CloudBase has them: what a transaction sees is fixed by its first operation, the first
 * writer of a document wins, and whoever loses is told of a conflict at once and may run again.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly owners = new Map<string, Transaction>()

  constructor(private readonly store: DocumentStore) {}

  start(): Transaction {
    const transaction = new Transaction(this.store)
    transaction.timer = setTimeout(() => this.end(transaction), LIFETIME_MS).unref()
    this.open.set(transaction.id, transaction)
    return transaction
  }

  /** @throws CloudError where it was never started, has ended, or is older than 30 seconds. */
  find(id: string): Transaction {
    const transaction = this.open.get(id)
    if (transaction) return transaction
    throw new CloudError(
      'DATABASE_TRANSACTION_FAIL',
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
    )
  }

  commit(transaction: Transaction): void {
    try {
      const writes = transaction.writes()
      if (writes.length > 0) this.store.commit(writes)
    } finally {
      this.end(transaction)
    }
  }

  abort(transaction: Transaction): void {
    this.end(transaction)
  }

  /**
   * Reserves documents for a transaction's write.
   * @throws CloudError where another has written or reserved one since the snapshot; the transaction is over then.
   */
  reserve(transaction: Transaction, collection: string, keys: readonly string[]): void {
    for (const key of keys) {
      const place = placeOf(collection, key)
      const owner = this.owners.get(place)
      const taken = owner !== undefined && owner !== transaction
      if (taken || this.store.find(collection, key) !== transaction.atStart(collection, key)) {
        this.end(transaction)
        throw new CloudError(
          'DATABASE_TRANSACTION_CONFLICT',
          '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
        )
      }
      this.owners.set(place, transaction)
    }
  }

  /** What a write outside transactions has to wait for before it may touch these documents; undefined: nothing. */
  blocking(collection: string, keys: readonly string[]): Promise<void> | undefined {
    if (this.owners.size === 0) return undefined
    for (const key of keys) {
      const owner = this.owners.get(placeOf(collection, key))
      if (owner) return owner.ended
    }
    return undefined
  }

  private end(transaction: Transaction): void {
    clearTimeout(transaction.timer)
    this.open.delete(transaction.id)
    for (const [place, owner] of this.owners) if (owner === transaction) this.owners.delete(place)
    transaction.markEnded()
  }
}

/** One transaction: its snapshot, and its own writes over it. */
export class Transaction implements DocumentView {
  readonly id = randomUUID()
  timer: NodeJS.Timeout | undefined
  readonly ended: Promise<void>
  markEnded: () => void = () => undefined
  private snapshot: DocumentView | undefined
  private readonly written = new Map<string, Map<string, StoredDocument | null>>()

  constructor(private readonly store: DocumentStore) {
    this.ended = new Promise(resolve => {
      this.markEnded = resolve
    })
  }

  find(collection: string, key: string): StoredDocument | undefined {
    const own = this.written.get(collection)?.get(key)
    return own === undefined ? this.atStart(collection, key) : (own ?? undefined)
  }

  *all(collection: string): Iterable<StoredDocument> {
    const own = this.written.get(collection)
    const snapshot = this.seen()
    if (!own) {
      yield* snapshot.all(collection)
      return
    }
    const replaced = new Set([...own.keys()].map(key => snapshot.find(collection, key)))
    for (const stored of snapshot.all(collection)) if (!replaced.has(stored)) yield stored
    for (const stored of own.values()) if (stored) yield stored
  }

  /** The committed document that this transaction's snapshot holds. */
  atStart(collection: string, key: string): StoredDocument | undefined {
    return this.seen().find(collection, key)
  }

  write(writes: readonly Write[]): void {
    for (const { collection, key, stored } of writes) {
      const own = this.written.get(collection) ?? new Map<string, StoredDocument | null>()
      this.written.set(collection, own.set(key, stored))
    }
  }

  writes(): Write[] {
    return [...this.written].flatMap(([collection, own]) =>
      [...own].map(([key, stored]) => ({ collection, key, stored })),
    )
  }

  private seen(): DocumentView {
    this.snapshot ??= this.store.snapshot()
    return this.snapshot
  }
}

function placeOf(collection: string, key: string): string {
  return `${collection}/${key}`
}
