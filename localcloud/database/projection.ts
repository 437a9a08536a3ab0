import { find } from 'mingo'
import { CloudError } from '../cloud-error'
import { type Fields, isFields } from '../fields'

/**
 * What a projection leaves of documents.
 * @throws CloudError where MongoDB refuses it: inclusion mixed with exclusion, one path inside another.
 */
export function project(documents: Fields[], projection: Fields): Fields[] {
  checkProjection(projection)
  return find<Fields>(documents, {}, projection).all()
}

function checkProjection(projection: Fields): void {
  const names = Object.keys(projection)
  let including: boolean | undefined
  for (const [name, choice] of Object.entries(projection)) {
    if (name === '' || name.startsWith('$') || name.includes('..') || name.endsWith('.')) {
      throw refusal(`FieldPath '${name}' is not valid`)
    }
    const outer = names.find(other => name.startsWith(`${other}.`))
    if (outer !== undefined) throw refusal(`Path collision at ${name}`)
    if (name === '_id' || isFields(choice)) continue
    const includes = choice === 1 || choice === true
    if (including !== undefined && includes !== including) {
      throw refusal(
        including
          ? `Cannot do exclusion on field ${name} in inclusion projection`
          : `Cannot do inclusion on field ${name} in exclusion projection`,
      )
    }
    including = includes
  }
}

function refusal(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)
}
