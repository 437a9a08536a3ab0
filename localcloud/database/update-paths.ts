import { CloudError } from '../cloud-error'
import { type Fields, isFields } from '../fields'

/** The way to a field: the names between the dots of `items.a1-05.self.revision`. */
export type Path = readonly string[]

/** @throws CloudError for paths that MongoDB refuses, and for positional ones, which the local cloud does not answer. */
export function parsePath(path: string): Path {
  const names = path.split('.')
  if (names.some(name => name === '')) {
    throw updateRefusal(`The update path '${path}' contains an empty field name, which is not allowed.`)
  }
  if (names[0]?.startsWith('$') || names.includes('__proto__')) {
    throw updateRefusal(`The dollar ($) prefixed field '${path}' is not valid for storage.`)
  }
  if (names.some(name => name.startsWith('$'))) {
    throw updateRefusal(`Positional update paths such as '${path}' are not answered by the local cloud.`)
  }
  return names
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value
  for (const name of path) current = childOf(current, name)
  return current
}

/**
 * A document like the given one with another value at the path. Only what lies on the path is copied; the rest is
 * shared, which is safe because stored documents never change.
 * @throws CloudError where the path leads through a scalar or by name through an array.
 */
export function withValueAt(document: Fields, path: Path, value: unknown): Fields {
  const changed = withChild(document, path, value, path)
  return isFields(changed) ? changed : document
}

/** A document like the given one without the field; in an array the place stays and holds null. */
export function withoutValueAt(document: Fields, path: Path): Fields {
  if (valueAt(document, path) === undefined) return document
  const parent = valueAt(document, path.slice(0, -1))
  const name = path[path.length - 1]
  if (Array.isArray(parent)) return withValueAt(document, path, null)
  if (name === undefined || !isFields(parent)) return document
  const { [name]: _removed, ...kept } = parent
  return path.length === 1 ? kept : withValueAt(document, path.slice(0, -1), kept)
}

/** A write that the database refuses, in the words with which CloudBase passes on MongoDB's. */
export function updateRefusal(message: string): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Update] multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`,
  )
}

function childOf(parent: unknown, name: string): unknown {
  if (Array.isArray(parent)) return isIndex(name) ? parent[Number(name)] : undefined
  return isFields(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined
}

function withChild(parent: unknown, path: Path, value: unknown, whole: Path): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (parent === undefined) return { [name]: withChild(undefined, rest, value, whole) }
  if (Array.isArray(parent) && isIndex(name)) {
    const copy: unknown[] = [...parent]
    while (copy.length < Number(name)) copy.push(null)
    copy[Number(name)] = withChild(copy[Number(name)], rest, value, whole)
    return copy
  }
  if (!isFields(parent)) {
    const holder = whole[whole.length - path.length - 1]
    throw updateRefusal(`Cannot create field '${name}' in element {${holder}: ${JSON.stringify(parent)}}`)
  }
  return { ...parent, [name]: withChild(childOf(parent, name), rest, value, whole) }
}

function isIndex(name: string): boolean {
  return /^(0|[1-9]\d{0,6})$/.test(name)
}
