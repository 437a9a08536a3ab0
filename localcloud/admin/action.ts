import type { IncomingHttpHeaders } from 'node:http'
import { CloudError } from '../cloud-error'
import { type Fields, isFields } from '../fields'

/** One row of the admin endpoint's table: answers an action's parameters with what stands beside `requestId`. */
type Action = (request: Fields, headers: IncomingHttpHeaders) => Fields | Promise<Fields>

export type Actions = Record<string, Action>

/** @throws CloudError INVALID_PARAM where the parameter is no text, or an empty one. */
export function requiredText(request: Fields, name: string): string {
  const value = request[name]
  if (typeof value === 'string' && value !== '') return value
  throw new CloudError('INVALID_PARAM', `parameter ${name} must be a string that is not empty`)
}

/** @throws CloudError INVALID_PARAM where the parameter is no list of objects. */
export function requiredList(request: Fields, name: string): Fields[] {
  const value = request[name]
  if (Array.isArray(value) && value.length > 0 && value.every(isFields)) return value
  throw new CloudError('INVALID_PARAM', `parameter ${name} must be a list that is not empty`)
}
