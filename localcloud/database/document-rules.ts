import { CloudError } from '../cloud-error'
import { isFields } from '../fields'

/** @throws CloudError for a name inside a value that MongoDB does not store: `$…`, with a dot, empty, or `__proto__`. */
export function checkFieldNames(value: unknown): void {
  if (Array.isArray(value)) for (const element of value) checkFieldNames(element)
  if (!isFields(value)) return
  for (const [name, field] of Object.entries(value)) {
    if (name.startsWith('$')) throw refusal(`The dollar ($) prefixed field '${name}' is not valid for storage.`)
    if (name.includes('.')) throw refusal(`The dotted field '${name}' is not valid for storage.`)
    if (name === '' || name === '__proto__' || name.includes('\0'))
      throw refusal(`The field name '${name}' is not valid.`)
    checkFieldNames(field)
  }
}

/** @throws CloudError where a document would be stored under an `_id` that cannot be one. */
export function checkId(id: unknown): void {
  if (Array.isArray(id) || id instanceof RegExp || id === undefined || id === null) {
    throw refusal(`can't use a value of this type for _id`)
  }
}

function refusal(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)
}
