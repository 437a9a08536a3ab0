import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { CloudError } from '../cloud-error'

/** One document as it shall be, or its removal. */
export interface LoggedWrite {
  collection: string
  key: string
  body: string | null
}

export interface LoggedDocument {
  collection: string
  key: string
  body: string
}

/** How the open handle really writes, for those who want to see it rather than believe it. */
export interface Pragmas {
  journal_mode: string
  synchronous: string
}

const SYNCHRONOUS_NAMES = ['OFF', 'NORMAL', 'FULL', 'EXTRA']

/**
 * The durable side of the database. Memory answers every read; this file exists so that nothing acknowledged is lost:
 * `commit` returns only after the write-ahead log has reached the disk.
 */
export class DurableLog {
  private readonly database: Database.Database
  private readonly put: Database.Statement<unknown[]>
  private readonly remove: Database.Statement<unknown[]>
  private readonly writeAll: (writes: readonly LoggedWrite[]) => void

  /** @throws CloudError `data-in-use` where another process, or another cloud of this process, holds the folder. */
  constructor(dataFolder: string) {
    mkdirSync(dataFolder, { recursive: true })
    this.database = openExclusively(join(dataFolder, 'database.sqlite'), dataFolder)
    this.put = this.database.prepare(
      'INSERT INTO documents (collection, key, body) VALUES (?, ?, ?) ON CONFLICT (collection, key) DO UPDATE SET body = excluded.body',
    )
    this.remove = this.database.prepare('DELETE FROM documents WHERE collection = ? AND key = ?')
    this.writeAll = this.database.transaction((writes: readonly LoggedWrite[]) => {
      for (const write of writes) this.write(write)
    })
  }

  collections(): string[] {
    return this.database
      .prepare('SELECT name FROM collections ORDER BY name')
      .all()
      .map(row => textOf(row, 'name'))
  }

  addCollection(name: string): void {
    this.database.prepare('INSERT OR IGNORE INTO collections (name) VALUES (?)').run(name)
  }

  /** Every document in the order of its insertion, which is the natural order of an unsorted query. */
  *documents(): Iterable<LoggedDocument> {
    for (const row of this.database.prepare('SELECT collection, key, body FROM documents ORDER BY rowid').iterate()) {
      yield { collection: textOf(row, 'collection'), key: textOf(row, 'key'), body: textOf(row, 'body') }
    }
  }

  /** All of it or none of it, on the disk when this returns. */
  commit(writes: readonly LoggedWrite[]): void {
    const [only] = writes
    if (only && writes.length === 1) this.write(only)
    else if (only) this.writeAll(writes)
  }

  pragmas(): Pragmas {
    const level = Number(pragmaOf(this.database, 'synchronous'))
    return {
      journal_mode: pragmaOf(this.database, 'journal_mode'),
      synchronous: SYNCHRONOUS_NAMES[level] ?? String(level),
    }
  }

  /**
   * Lets go of the file for a successor in this same process: prepared statements keep the handle open beyond `close`,
   * and leaving the write-ahead log is the only way out of an exclusive lock.
   */
  close(): void {
    this.database.pragma('journal_mode = DELETE')
    this.database.pragma('locking_mode = NORMAL')
    this.database.prepare('SELECT count(*) FROM collections').get()
    this.database.close()
  }

  private write({ collection, key, body }: LoggedWrite): void {
    if (body === null) this.remove.run(collection, key)
    else this.put.run(collection, key, body)
  }
}

/**
 * The exclusive locking mode makes the operating system refuse a second owner, and lets go by itself when a process
 * dies, which a lock file would not.
 */
function openExclusively(file: string, dataFolder: string): Database.Database {
  const database = new Database(file)
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec(`
      CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY);
      CREATE TABLE IF NOT EXISTS documents (
        collection TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key));
    `)
  } catch (error) {
    database.close()
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') {
      throw new CloudError(
        'data-in-use',
        `数据文件夹 ${dataFolder} 正被另一个程序使用。请先关闭它，或换一个数据文件夹。`,
      )
    }
    throw error
  }
  return database
}

function pragmaOf(database: Database.Database, name: string): string {
  const row: unknown = database.prepare(`PRAGMA ${name}`).get()
  const value: unknown = typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined
  return String(value)
}

function textOf(row: unknown, column: string): string {
  if (typeof row === 'object' && row !== null && column in row) {
    const value: unknown = Object.entries(row).find(([name]) => name === column)?.[1]
    if (typeof value === 'string') return value
  }
  throw new Error(`the log holds no text in column ${column}`)
}
