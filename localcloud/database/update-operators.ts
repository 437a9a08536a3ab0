import { compare } from 'mingo/util'
import { type Fields, isFields } from '../fields'
import { ARRAY_OPERATORS, typeName } from './array-operators'
import { checkFieldNames } from './document-rules'
import { type Path, parsePath, updateRefusal, valueAt, withoutValueAt, withValueAt } from './update-paths'

interface Change {
  operator: string
  path: Path
  operand: unknown
}

type FieldOperator = (before: unknown, operand: unknown, change: Change, document: Fields) => unknown

/** The value of a field after the update; undefined leaves the field as it is. */
const FIELD_OPERATORS: Record<string, FieldOperator> = {
  $set: (_before, operand) => operand,
  $inc: (before, operand, change, document) => {
    const { base, by } = numbers(before, operand, change, document, 'increment')
    return (base ?? 0) + by
  },
  $mul: (before, operand, change, document) => {
    const { base, by } = numbers(before, operand, change, document, 'multiply')
    return (base ?? 0) * by
  },
  $min: (before, operand) => (before === undefined || compare(operand, before) < 0 ? operand : before),
  $max: (before, operand) => (before === undefined || compare(operand, before) > 0 ? operand : before),
  $currentDate: () => new Date(),
}

const OTHER_OPERATORS = new Set(['$unset', '$rename', '$setOnInsert'])

/**
 * The document after an update with MongoDB's operators. Either all of it applies or the update is refused; the given
 * document stays as it was.
 * @param inserting true when an upsert makes the document: only then `$setOnInsert` counts.
 * @throws CloudError for whatever MongoDB refuses: unknown operators, conflicting paths, wrong types, a changed `_id`.
 */
export function applyUpdate(document: Fields, update: Fields, inserting = false): Fields {
  const changes = changesOf(update)
  refuseConflicts(changes)
  let after = document
  for (const change of changes) after = applyChange(after, change, inserting)
  return after
}

function changesOf(update: Fields): Change[] {
  return Object.entries(update).flatMap(([operator, operands]) => {
    if (
      ![FIELD_OPERATORS, ARRAY_OPERATORS].some(table => Object.hasOwn(table, operator)) &&
      !OTHER_OPERATORS.has(operator)
    ) {
      throw updateRefusal(`Unknown modifier: ${operator}`)
    }
    if (!isFields(operands)) {
      throw updateRefusal(`Modifiers operate on fields but we found type ${typeName(operands)} instead`)
    }
    return Object.entries(operands).map(([path, operand]) => ({ operator, path: parsePath(path), operand }))
  })
}

function refuseConflicts(changes: readonly Change[]): void {
  const paths = changes.flatMap(({ operator, path, operand }) => [
    path.join('.'),
    ...(operator === '$rename' && typeof operand === 'string' ? [operand] : []),
  ])
  paths.sort()
  const seen = new Set<string>()
  for (const path of paths) {
    for (let parent = path; parent !== ''; parent = parent.slice(0, Math.max(0, parent.lastIndexOf('.')))) {
      if (seen.has(parent)) throw updateRefusal(`Updating the path '${path}' would create a conflict at '${parent}'`)
    }
    seen.add(path)
    if (path === '_id' || path.startsWith('_id.')) {
      throw updateRefusal(`Performing an update on the path '_id' would modify the immutable field '_id'`)
    }
  }
}

function applyChange(document: Fields, change: Change, inserting: boolean): Fields {
  const { operator, path, operand } = change
  if (operator === '$unset') return withoutValueAt(document, path)
  if (operator === '$rename') return rename(document, path, operand)
  if (operator === '$setOnInsert') return inserting ? setChecked(document, path, operand) : document
  const before = valueAt(document, path)
  const onArray = ARRAY_OPERATORS[operator]
  if (onArray) {
    if (before !== undefined && !Array.isArray(before)) throw notAnArray(document, change, before)
    const after = onArray(before, operand)
    return after === undefined ? document : setChecked(document, path, after)
  }
  const after = FIELD_OPERATORS[operator]?.(before, operand, change, document)
  return after === undefined ? document : setChecked(document, path, after)
}

function setChecked(document: Fields, path: Path, value: unknown): Fields {
  checkFieldNames(value)
  return withValueAt(document, path, value)
}

function rename(document: Fields, path: Path, name: unknown): Fields {
  if (typeof name !== 'string') throw updateRefusal('The target of $rename must be a string')
  const value = valueAt(document, path)
  if (value === undefined) return document
  return withValueAt(withoutValueAt(document, path), parsePath(name), value)
}

function numbers(before: unknown, operand: unknown, { operator, path }: Change, document: Fields, verb: string) {
  const field = path.join('.')
  if (typeof operand !== 'number') {
    throw updateRefusal(`Cannot ${verb} with non-numeric argument: {${field}: ${JSON.stringify(operand)}}`)
  }
  if (before !== undefined && typeof before !== 'number') {
    throw updateRefusal(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${JSON.stringify(document._id)}} has the field '${field}' of non-numeric type ${typeName(before)}`,
    )
  }
  return { base: before, by: operand }
}

function notAnArray(document: Fields, { path }: Change, before: unknown) {
  return updateRefusal(
    `The field '${path.join('.')}' must be an array but is of type ${typeName(before)} in document {_id: ${JSON.stringify(document._id)}}`,
  )
}
