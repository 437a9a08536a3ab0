import fc from 'fast-check'
import { matcherOf } from '../../localcloud/database/document-query'
import { applyUpdate } from '../../localcloud/database/update-operators'
import type { Fields } from '../../localcloud/fields'

/** A few operators against the most trivial model of them: a flat document of numbers and lists of numbers. */
const NUMBERS = ['a', 'b', 'c']
const LISTS = ['p', 'q']
const integer = fc.integer({ min: -100, max: 100 })

const flatDocument = fc.record(
  { a: integer, b: integer, c: integer, p: fc.array(integer), q: fc.array(integer) },
  { requiredKeys: [] },
)
const change = fc.oneof(
  fc.record({
    operator: fc.constantFrom('$set', '$inc', '$min', '$max', '$unset'),
    field: fc.constantFrom(...NUMBERS),
    by: integer,
  }),
  fc.record({
    operator: fc.constantFrom('$push', '$pull', '$addToSet'),
    field: fc.constantFrom(...LISTS),
    by: integer,
  }),
)

const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined)
const listOf = (value: unknown) => (Array.isArray(value) ? value : undefined)

const model: Record<string, (before: unknown, by: number) => unknown> = {
  $set: (_before, by) => by,
  $inc: (before, by) => (numberOf(before) ?? 0) + by,
  $min: (before, by) => Math.min(numberOf(before) ?? by, by),
  $max: (before, by) => Math.max(numberOf(before) ?? by, by),
  $unset: () => undefined,
  $push: (before, by) => [...(listOf(before) ?? []), by],
  $pull: (before, by) => listOf(before)?.filter(element => element !== by),
  $addToSet: (before, by) => [...new Set([...(listOf(before) ?? []), by])],
}

function expected(document: Fields, { operator, field, by }: { operator: string; field: string; by: number }): Fields {
  const after: Fields = { ...document, [field]: model[operator]?.(document[field], by) }
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined))
}

it('applies operators as the model does, on flat and on nested fields, and leaves the old document alone', () => {
  fc.assert(
    fc.property(flatDocument, fc.array(change, { maxLength: 12 }), (start, changes) => {
      let plain: Fields = { ...start, p: [...new Set(start.p)] }
      let flat: Fields = { _id: 'x', ...plain }
      let nested: Fields = { _id: 'x', inner: { deep: plain } }
      for (const one of changes) {
        const before = structuredClone(flat)
        const after = applyUpdate(flat, { [one.operator]: { [one.field]: one.by } })
        expect(flat).toEqual(before)
        flat = after
        nested = applyUpdate(nested, { [one.operator]: { [`inner.deep.${one.field}`]: one.by } })
        plain = one.operator === '$addToSet' ? addedOnce(plain, one.field, one.by) : expected(plain, one)
      }
      expect(flat).toEqual({ _id: 'x', ...plain })
      expect(nested).toEqual({ _id: 'x', inner: { deep: plain } })
    }),
    { numRuns: 300 },
  )
})

/** `$addToSet` keeps what was twice before; only the new element is looked for. */
function addedOnce(document: Fields, field: string, by: number): Fields {
  const before = listOf(document[field]) ?? []
  return { ...document, [field]: before.includes(by) ? before : [...before, by] }
}

it('compares numbers as the model does', () => {
  const holds: Record<string, (value: number, operand: number) => boolean> = {
    $eq: (value, operand) => value === operand,
    $ne: (value, operand) => value !== operand,
    $gt: (value, operand) => value > operand,
    $gte: (value, operand) => value >= operand,
    $lt: (value, operand) => value < operand,
    $lte: (value, operand) => value <= operand,
  }
  fc.assert(
    fc.property(integer, integer, fc.constantFrom(...Object.keys(holds)), (value, operand, operator) => {
      expect(matcherOf({ n: { [operator]: operand } })({ n: value })).toBe(holds[operator]?.(value, operand))
    }),
  )
})

it('finds in lists of objects exactly what the model finds', () => {
  const history = fc.array(fc.record({ id: fc.constantFrom('o1', 'o2', 'o3') }))
  fc.assert(
    fc.property(history, fc.array(fc.constantFrom('o1', 'o2', 'o3', 'o4')), (entries, ids) => {
      const found = entries.some(({ id }) => ids.includes(id))
      expect(matcherOf({ 'history.id': { $in: ids } })({ history: entries })).toBe(found)
      expect(matcherOf({ 'history.id': { $nin: ids } })({ history: entries })).toBe(!found)
      expect(matcherOf({ history: { $elemMatch: { id: { $in: ids } } } })({ history: entries })).toBe(found)
    }),
  )
})
