import * as v from 'valibot'
import { id, operationId } from '#shared/contract/fields'
import { makeIds } from '../../../miniprogram/platform/make-ids'

test('ids are what the contract takes for operations, materials and requests', () => {
  const newId = makeIds(Math.random, Date.now)
  for (let count = 0; count < 100; count += 1) {
    const made = newId()
    expect(v.is(operationId, made)).toBe(true)
    expect(v.is(id('编号'), made)).toBe(true)
  }
})

test('one phone never makes the same id twice, even where its randomness is stuck', () => {
  const newId = makeIds(
    () => 0,
    () => 1,
  )
  expect(new Set(Array.from({ length: 3000 }, newId)).size).toBe(3000)
})
