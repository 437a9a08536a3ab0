import { compare, isEqual } from 'mingo/util'
import { isFields } from '../fields'
import { matcherOf } from './document-query'
import { isOperators } from './query-rules'
import { updateRefusal } from './update-paths'

/** Each of them: the array after the update, from the array before (undefined: there was none) and the operand. */
export const ARRAY_OPERATORS: Record<
  string,
  (before: unknown[] | undefined, operand: unknown) => unknown[] | undefined
> = {
  $push: push,
  $addToSet: addToSet,
  $pop: (before, operand) => {
    if (operand !== 1 && operand !== -1) throw updateRefusal(`$pop expects 1 or -1, found: ${JSON.stringify(operand)}`)
    return operand === 1 ? before?.slice(0, -1) : before?.slice(1)
  },
  $pull: (before, operand) => {
    const matches = elementMatcher(operand)
    return before?.filter(element => !matches(element))
  },
  $pullAll: (before, operand) => {
    if (!Array.isArray(operand)) throw updateRefusal('$pullAll requires an array argument')
    return before?.filter(element => !operand.some(removed => isEqual(element, removed)))
  },
}

const PUSH_MODIFIERS = new Set(['$each', '$position', '$slice', '$sort'])

function push(before: unknown[] = [], operand: unknown): unknown[] {
  if (!isFields(operand) || !('$each' in operand)) return [...before, operand]
  const { $each, $position, $slice, $sort } = operand
  const unknownModifier = Object.keys(operand).find(name => !PUSH_MODIFIERS.has(name))
  if (unknownModifier) throw updateRefusal(`Unrecognized clause in $push: ${unknownModifier}`)
  if (!Array.isArray($each)) throw updateRefusal('The argument to $each in $push must be an array')
  const at = wholeNumber('$position', $position) ?? before.length
  const joined = [...before.slice(0, at), ...$each, ...before.slice(at)]
  const sorted = $sort === undefined ? joined : sortElements(joined, $sort)
  const limit = wholeNumber('$slice', $slice)
  if (limit === undefined) return sorted
  return limit < 0 ? sorted.slice(limit) : sorted.slice(0, limit)
}

function wholeNumber(modifier: string, value: unknown): number | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw updateRefusal(`The value for ${modifier} must be an integer value`)
}

function sortElements(elements: unknown[], order: unknown): unknown[] {
  const [[field, direction] = ['', order]] = isFields(order) ? Object.entries(order) : []
  if (direction !== 1 && direction !== -1) throw updateRefusal('The $sort element value must be either 1 or -1')
  const sortValue = (element: unknown) => (field !== '' && isFields(element) ? element[field] : element)
  return [...elements].sort((one, other) => direction * compare(sortValue(one), sortValue(other)))
}

function addToSet(before: unknown[] = [], operand: unknown): unknown[] {
  const each = isFields(operand) && '$each' in operand ? operand.$each : [operand]
  if (!Array.isArray(each)) throw updateRefusal('The argument to $each in $addToSet must be an array')
  const after = [...before]
  for (const added of each) if (!after.some(element => isEqual(element, added))) after.push(added)
  return after
}

/** `$pull` takes a value, a condition on scalars (`{ $in: […] }`) or a query on objects (`{ id: 'x' }`). */
function elementMatcher(condition: unknown): (element: unknown) => boolean {
  if (isOperators(condition) || condition instanceof RegExp) {
    const matches = matcherOf({ element: condition })
    return element => matches({ element })
  }
  if (!isFields(condition)) return element => isEqual(element, condition)
  const matches = matcherOf(condition)
  return element => isFields(element) && matches(element)
}

/** Names used in refusals, as MongoDB calls them. */
export function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  return typeof value === 'boolean' ? 'bool' : typeof value
}
