import { CloudError } from '../cloud-error'
import { type Fields, isFields } from '../fields'

const LOGICAL = new Set(['$and', '$or', '$nor'])
const ARRAY_OPERANDS = new Set(['$in', '$nin', '$all'])
const FIELD_OPERATORS = new Set([
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$all',
  '$exists',
  '$size',
  '$mod',
  '$elemMatch',
  '$not',
  '$regex',
  '$options',
  '$type',
])

/**
 * The query as the engine shall run it, after refusing what MongoDB refuses. The engine itself answers many malformed
 * queries with an empty result, which would hide a mistake here and fail in production.
 */
export function checkQuery(query: Fields): Fields {
  const conditions: Fields[] = []
  const checked: Fields = {}
  for (const [name, condition] of Object.entries(query)) {
    if (LOGICAL.has(name)) checked[name] = checkBranches(name, condition)
    else if (name.startsWith('$')) throw refusal(`unknown top level operator: ${name}`)
    else if (isOperators(condition)) {
      const { $all, ...others } = checkOperators(condition)
      if (Array.isArray($all)) conditions.push(...all(name, $all))
      if ($all === undefined || Object.keys(others).length > 0) checked[name] = others
    } else checked[name] = condition
  }
  if (conditions.length === 0) return checked
  return { $and: [checked, ...conditions] }
}

/** Whether a condition is made of operators (`{ $gt: 3 }`) rather than a value to be equal to. */
export function isOperators(condition: unknown): condition is Fields {
  return isFields(condition) && Object.keys(condition)[0]?.startsWith('$') === true
}

function checkBranches(name: string, branches: unknown): Fields[] {
  if (!Array.isArray(branches) || branches.length === 0) throw refusal(`${name} must be a nonempty array`)
  return branches.map(branch => {
    if (!isFields(branch)) throw refusal(`${name} argument's entries must be objects`)
    return checkQuery(branch)
  })
}

function checkOperators(condition: Fields): Fields {
  const checked: Fields = {}
  for (const [operator, operand] of Object.entries(condition)) {
    if (!FIELD_OPERATORS.has(operator)) throw refusal(`unknown operator: ${operator}`)
    if (ARRAY_OPERANDS.has(operator) && !Array.isArray(operand)) throw refusal(`${operator} needs an array`)
    checked[operator] = checkOperand(operator, operand)
  }
  if ('$options' in condition && !('$regex' in condition)) throw refusal('$options needs a $regex')
  return checked
}

function checkOperand(operator: string, operand: unknown): unknown {
  switch (operator) {
    case '$size':
      if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
        throw refusal('$size must be a whole number that is not negative')
      }
      return operand
    case '$mod':
      if (!Array.isArray(operand) || operand.length !== 2 || operand.some(part => typeof part !== 'number')) {
        throw refusal('malformed mod, not an array of two numbers')
      }
      return operand
    case '$not':
      if (operand instanceof RegExp) return operand
      if (!isOperators(operand)) throw refusal('$not needs a regex or a document')
      return checkOperators(operand)
    case '$elemMatch':
      if (!isFields(operand)) throw refusal('$elemMatch needs an Object')
      return isOperators(operand) && !Object.keys(operand).some(name => LOGICAL.has(name))
        ? checkOperators(operand)
        : checkQuery(operand)
    case '$regex':
      if (typeof operand !== 'string' && !(operand instanceof RegExp)) throw refusal('$regex has to be a string')
      return operand
    default:
      return operand
  }
}

/** `$all` is an `$and` of its members; the engine's own refuses to look at a field that is no array. */
function all(name: string, members: unknown[]): Fields[] {
  if (members.length === 0) return [{ [name]: { $in: [] } }]
  return members.map(member => ({ [name]: isOperators(member) ? checkOperators(member) : member }))
}

function refusal(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)
}
