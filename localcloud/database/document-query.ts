import { find } from 'mingo'
import { Context } from 'mingo/core'
import * as queryOperators from 'mingo/operators/query'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { resolve } from 'mingo/util'
import { CloudError } from '../cloud-error'
import { type Fields, isFields } from '../fields'
import { type DocumentView, keyOf, type StoredDocument } from './document-store'
import { checkQuery, isOperators } from './query-rules'

/** The engine's operators, but for one: its own `{ $elemMatch: { field: … } }` matches scalars too. */
const context = Context.init({ query: { ...queryOperators, $elemMatch: elementMatch } })

function elementMatch(selector: string, criteria: Fields, options: Options): Matcher {
  if (isOperators(criteria) && !Object.keys(criteria).some(name => ['$and', '$or', '$nor'].includes(name))) {
    return queryOperators.$elemMatch(selector, criteria, options)
  }
  const query = new Query(criteria, { context })
  return document => {
    const elements: unknown = resolve(document, selector, { unwrapArray: true })
    return Array.isArray(elements) && elements.some(element => isFields(element) && query.test(element))
  }
}

export type Matcher = (value: Fields) => boolean

/** @throws CloudError for a query that MongoDB refuses. */
export function matcherOf(query: Fields): Matcher {
  const checked = checkQuery(query)
  try {
    const compiled = new Query(checked, { context })
    return document => compiled.test(document)
  } catch (error) {
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `[FailedOperation] ${error instanceof Error ? error.message : error}`,
    )
  }
}

/**
 * The documents that match, in natural order. A query that names its `_id` (or a list of them with `$in`) reads only
 * those; every other one reads the whole collection, since there are no indexes here.
 */
export function select(view: DocumentView, collection: string, query: Fields): StoredDocument[] {
  const matches = matcherOf(query)
  const selected: StoredDocument[] = []
  for (const stored of candidates(view, collection, query)) if (matches(stored.document)) selected.push(stored)
  return selected
}

/** Sorted by the given fields (1 or -1) as MongoDB orders values of different types. */
export function sort(documents: StoredDocument[], order: Fields): StoredDocument[] {
  for (const direction of Object.values(order)) {
    if (direction !== 1 && direction !== -1) throw new CloudError('INVALID_PARAM', 'an order is 1 or -1')
  }
  const byDocument = new Map(documents.map(stored => [stored.document, stored]))
  const sorted = find<Fields>([...byDocument.keys()], {})
    .sort(order)
    .all()
  return sorted.flatMap(document => byDocument.get(document) ?? [])
}

function candidates(view: DocumentView, collection: string, query: Fields): Iterable<StoredDocument> {
  const ids = namedIds(query._id)
  if (!ids) return view.all(collection)
  const keys = new Set(ids.map(keyOf))
  // Looked up even for an empty list, so that a missing collection is refused as by any other query.
  view.find(collection, '')
  return [...keys].flatMap(key => view.find(collection, key) ?? [])
}

function namedIds(condition: unknown): unknown[] | undefined {
  if (typeof condition === 'string' || typeof condition === 'number') return [condition]
  if (!isOperators(condition)) return undefined
  if (typeof condition.$eq === 'string' || typeof condition.$eq === 'number') return [condition.$eq]
  const list = condition.$in
  return Array.isArray(list) && list.every(id => typeof id === 'string' || typeof id === 'number') ? list : undefined
}
