import { BSONRegExp, EJSON } from 'bson'
import { CloudError } from '../cloud-error'
import { type Fields, isFields } from '../fields'

/** Canonical EJSON, the text in which documents are stored and travel. */
export function writeExtendedJson(value: unknown): string {
  return EJSON.stringify(value, { relaxed: false })
}

/** A stored document from its text. */
export function readStoredDocument(text: string): Fields {
  return asFields(revive(EJSON.parse(text), undefined), 'document')
}

/**
 * A query, an update or a document as the SDK sends it. Server dates (`$tcb_server_date`) become the date of this
 * server, in documents, updates and queries alike.
 * @throws CloudError INVALID_PARAM where the text is no EJSON object.
 */
export function readSentFields(text: unknown, what: string): Fields {
  if (typeof text !== 'string') throw new CloudError('INVALID_PARAM', `${what} must be an EJSON string`)
  return asFields(revive(parse(text, what), new Date()), what)
}

/** As {@link readSentFields} for the one place where scalars are legal: the value of an aggregation stage. */
export function readSentValue(text: unknown, what: string): unknown {
  if (typeof text !== 'string') throw new CloudError('INVALID_PARAM', `${what} must be an EJSON string`)
  return revive(parse(text, what), new Date())
}

function parse(text: string, what: string): unknown {
  try {
    return EJSON.parse(text)
  } catch {
    throw new CloudError('INVALID_PARAM', `${what} is not valid EJSON`)
  }
}

function asFields(value: unknown, what: string): Fields {
  if (!isFields(value)) throw new CloudError('INVALID_PARAM', `${what} must be an object`)
  return value
}

/** The query engine compares native patterns and dates, so BSON's own classes end here. */
function revive(value: unknown, serverDate: Date | undefined): unknown {
  if (Array.isArray(value)) return value.map(element => revive(element, serverDate))
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options.replace(/[^imsu]/g, ''))
  if (!isFields(value)) {
    if (isForeignBson(value))
      throw new CloudError(
        'INVALID_PARAM',
        'BSON types other than date, pattern and numbers are not answered by the local cloud',
      )
    return value
  }
  if (serverDate && isFields(value.$tcb_server_date)) {
    const offset = value.$tcb_server_date.offset
    return new Date(serverDate.getTime() + (typeof offset === 'number' ? offset : 0))
  }
  const revived: Fields = {}
  for (const [name, field] of Object.entries(value)) revived[name] = revive(field, serverDate)
  return revived
}

function isForeignBson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '_bsontype' in value
}
