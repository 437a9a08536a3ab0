import { command, database } from './cloud'
import { roundTrip } from './round-trips'

/** Every collection of the product; `county.found` creates those that are missing. */
export const collectionNames = [
  'counties',
  'cycles',
  'rubric-versions',
  'units',
  'departments',
  'members',
  'invitations',
  'sessions',
  'sign-in-tickets',
  'assessments',
  'rehearsal-places',
  'review-drafts',
  'visit-groups',
  'visit-drafts',
  'upload-tickets',
  'file-hashes',
  'views',
  'targets',
  'county-records',
  'meetings',
  'record-doubts',
  'imports',
  'rubric-uploads',
  'clock-state',
  'jobs',
  'complaints',
  'content-checks',
  'media-traces',
  'consents',
  'leases',
  'notices',
] as const
type CollectionName = (typeof collectionNames)[number]

/** Fields or dotted paths, with values or operators of `command`. Only validated primitives may reach one. */
export type Conditions = Record<string, unknown>
/** Dotted paths with primitives or operators of `command`. */
export type Changes = Record<string, unknown>

interface ListOptions<Field, Part> {
  fields?: readonly Field[]
  /** Parts of further fields, dotted: what lies beside them comes back missing, so only of fields made of optional keys. */
  parts?: readonly Part[]
  orderBy?: { field: string; direction: 'asc' | 'desc' }
  limit?: number
}

/** The field that a dotted path begins with. */
type FieldOf<Path extends string, Key extends string> = Path extends `${infer Field extends Key}.${string}`
  ? Field
  : never

/** The most that the database gives at once. */
const PAGE = 1000

/**
 * One collection with its stored shape. Each call is one round trip, except `list` beyond 1000 documents. Nothing
 * outside `repositories/` uses it.
 */
export function collection<Stored extends { _id: string }>(name: CollectionName) {
  type Key = keyof Stored & string
  const all = database.collection(name)

  /** Sends no projection where all fields are wanted: only named keys can be projected. */
  async function page<Field extends Key, Part extends `${Key}.${string}` = never>(
    conditions: Conditions,
    { fields, parts = [], orderBy, limit = PAGE }: ListOptions<Field, Part>,
    offset: number,
  ): Promise<Pick<Stored, Field | FieldOf<Part, Key> | '_id'>[]> {
    let query = all.where(conditions).limit(limit)
    if (offset > 0) query = query.skip(offset)
    if (orderBy) query = query.orderBy(orderBy.field, orderBy.direction)
    if (fields) query = query.field(Object.fromEntries([...fields, ...parts].map(path => [path, true])))
    const { data } = await emptyWhereMissing(() => roundTrip(() => query.get()))
    return data
  }

  return {
    /** The document, or null. */
    async read(id: string): Promise<Stored | null> {
      const { data } = await emptyWhereMissing(() => roundTrip(() => all.doc(id).get()))
      return data[0] ?? null
    },

    /** The named fields of a document and its `_id`, or null. */
    async readFields<Field extends Key>(
      id: string,
      fields: readonly Field[],
    ): Promise<Pick<Stored, Field | '_id'> | null> {
      const [found] = await page({ _id: id }, { fields, limit: 1 }, 0)
      return found ?? null
    },

    /** All documents that fulfil the conditions, by `_id`; or the first `limit` of them, in the order asked for. */
    async list<Field extends Key, Part extends `${Key}.${string}` = never>(
      conditions: Conditions,
      options: ListOptions<Field, Part> = {},
    ): Promise<Pick<Stored, Field | FieldOf<Part, Key> | '_id'>[]> {
      if (options.limit !== undefined) return page(conditions, options, 0)
      // Without an order of their own, pages could show a document twice and another never.
      const ordered = { ...options, orderBy: { field: '_id', direction: 'asc' as const } }
      const found = await page(conditions, ordered, 0)
      while (found.length > 0 && found.length % PAGE === 0) {
        const next = await page(conditions, ordered, found.length)
        if (next.length === 0) break
        found.push(...next)
      }
      return found
    },

    /** Adds a document. False where its `_id` is taken: the one that stands is left alone. */
    async add(document: Stored): Promise<boolean> {
      return falseWhereTaken(() => roundTrip(() => all.add(document)))
    },

    /** Adds up to 100 documents in one round trip. False where an `_id` is taken: some may then have been added. */
    async addAll(documents: Stored[]): Promise<boolean> {
      return falseWhereTaken(() => roundTrip(() => all.add(documents)))
    },

    /** Writes the whole document, new or not. */
    async put({ _id, ...fields }: Stored): Promise<void> {
      await roundTrip(() => all.doc(_id).set(fields))
    },

    /** Changes the documents that fulfil the conditions, in one step each. Returns how many changed. */
    async update(conditions: Conditions, changes: Changes): Promise<number> {
      const { updated } = await roundTrip(() => all.where(conditions).update(changes))
      return updated
    },

    async remove(conditions: Conditions): Promise<void> {
      await roundTrip(() => all.where(conditions).remove())
    },
  }
}

/** Creates the collections that are missing; may be repeated. */
export async function createCollections(): Promise<void> {
  await Promise.all(
    collectionNames.map(async name => {
      try {
        await roundTrip(() => database.createCollection(name))
      } catch (failure) {
        if (!/ALREADY_EXIST|Table exist/i.test(textOf(failure))) throw failure
      }
    }),
  )
}

export { command }

/** Before the county is founded there are no collections: whoever asks then finds nothing, instead of a failure. */
async function emptyWhereMissing<Result>(read: () => Promise<Result>): Promise<Result | { data: [] }> {
  try {
    return await read()
  } catch (failure) {
    if (/COLLECTION_NOT_EXIST|Table not exist/i.test(textOf(failure))) return { data: [] }
    throw failure
  }
}

async function falseWhereTaken(add: () => Promise<unknown>): Promise<boolean> {
  try {
    await add()
    return true
  } catch (failure) {
    if (/E11000|DUPLICATE/i.test(textOf(failure))) return false
    throw failure
  }
}

function textOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure)
  return `${'code' in failure ? String(failure.code) : ''} ${failure.message}`
}
