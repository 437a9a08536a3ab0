import { type Actions, requiredList, requiredText } from '../admin/action'
import { CloudError } from '../cloud-error'
import type { Fields } from '../fields'
import { runAggregation } from './aggregation'
import { Database, type Modification } from './database'
import { select, sort } from './document-query'
import type { DocumentStore } from './document-store'
import { readSentFields, readSentValue, writeExtendedJson } from './extended-json'
import { project } from './projection'
import { type Transaction, Transactions } from './transactions'

const DEFAULT_LIMIT = 100
const MAXIMUM_LIMIT = 1000

/** The `database.…` actions of the admin endpoint, in the shapes that the SDK reads. */
export function databaseActions(store: DocumentStore): Actions {
  const transactions = new Transactions(store)
  const database = new Database(store, transactions)
  const transactionOf = (request: Fields): Transaction | undefined =>
    typeof request.transactionId === 'string' ? transactions.find(request.transactionId) : undefined

  return {
    'database.addCollection': request => {
      const name = collectionOf(request)
      if (store.has(name)) throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', '[ResourceInUse] Table exist.')
      store.addCollection(name)
      return {}
    },
    'database.insertDocument': async request => {
      const sent = Array.isArray(request.data) ? request.data : [request.data]
      const documents = sent.map(text => readSentFields(text, 'data'))
      return { data: { insertedIds: await database.insert(collectionOf(request), documents, transactionOf(request)) } }
    },
    'database.getDocument': request => {
      const view = transactionOf(request) ?? store
      const matching = select(view, collectionOf(request), queryOf(request))
      const ordered = request.order === undefined ? matching : sort(matching, readSentFields(request.order, 'order'))
      const offset = countOf(request, 'offset') ?? 0
      const limit = Math.min(countOf(request, 'limit') ?? DEFAULT_LIMIT, MAXIMUM_LIMIT)
      const page = ordered.slice(offset, offset + limit)
      const list =
        request.projection === undefined
          ? page.map(({ body }) => body)
          : project(
              page.map(({ document }) => document),
              readSentFields(request.projection, 'projection'),
            ).map(writeExtendedJson)
      return { data: { list, total: matching.length, limit, offset } }
    },
    'database.calculateDocument': request => ({
      data: { total: select(transactionOf(request) ?? store, collectionOf(request), queryOf(request)).length },
    }),
    'database.modifyDocument': async request => {
      const modification = modificationOf(request)
      const { matched, changed, upsertedId } = await database.modify(modification, transactionOf(request))
      // A replacement counts what it matched; an update counts what it changed.
      return { data: { updated: modification.replace ? matched : changed, upsert_id: upsertedId ?? null } }
    },
    'database.modifyAndReturnDoc': async request => {
      const modification = { ...modificationOf(request), replace: false, multi: false, upsert: false }
      const { matched, documents } = await database.modify(modification, transactionOf(request))
      return { data: { updated: matched, doc: documents[0]?.body ?? null } }
    },
    'database.removeDocument': async request => {
      const multi = request.multi !== false
      return {
        data: {
          deleted: await database.remove(collectionOf(request), queryOf(request), multi, transactionOf(request)),
        },
      }
    },
    'database.aggregateDocuments': request => {
      const stages = requiredList(request, 'stages').map(stage => ({
        name: requiredText(stage, 'stageKey'),
        operand: readSentValue(stage.stageValue, 'stageValue'),
      }))
      return { data: { list: runAggregation(store, collectionOf(request), stages).map(writeExtendedJson) } }
    },
    'database.startTransaction': () => ({ transactionId: transactions.start().id }),
    'database.commitTransaction': request => {
      transactions.commit(transactions.find(requiredText(request, 'transactionId')))
      return {}
    },
    'database.abortTransaction': request => {
      transactions.abort(transactions.find(requiredText(request, 'transactionId')))
      return {}
    },
  }
}

function collectionOf(request: Fields): string {
  const name = requiredText(request, 'collectionName')
  if (/^[A-Za-z_][A-Za-z0-9_-]{0,31}$/.test(name)) return name
  throw new CloudError('INVALID_PARAM', `'${name}' is not a name of a collection`)
}

function queryOf(request: Fields): Fields {
  return request.query === undefined ? {} : readSentFields(request.query, 'query')
}

function modificationOf(request: Fields): Modification {
  return {
    collection: collectionOf(request),
    query: queryOf(request),
    change: readSentFields(request.data, 'data'),
    replace: request.merge === false,
    multi: request.multi === true,
    upsert: request.upsert === true,
  }
}

function countOf(request: Fields, name: string): number | undefined {
  const value = request[name]
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw new CloudError('INVALID_PARAM', `parameter ${name} must be a whole number that is not negative`)
}
