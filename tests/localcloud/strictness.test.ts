import { refusalOf, startTestCloud, type TestCloud } from './test-cloud'

/** What MongoDB refuses and the query engine would let pass: a mistake must not first show in the cloud. */
let test: TestCloud
const units = () => test.app.database().collection('units')
const original = {
  _id: 'a',
  text: 'words',
  number: 1,
  nothing: null,
  list: [1, 2],
  inner: { text: 'words', list: [{ id: 1 }] },
}

beforeAll(async () => {
  test = await startTestCloud()
  await units().add(original)
})
afterAll(() => test.end())

it.each<[string, object, RegExp]>([
  ['$inc on a text', { $inc: { text: 1 } }, /Cannot apply \$inc to a value of non-numeric type/],
  ['$inc on null', { $inc: { nothing: 1 } }, /non-numeric type null/],
  ['$inc by a text', { $inc: { number: '1' } }, /Cannot increment with non-numeric argument/],
  ['$mul on an array', { $mul: { list: 2 } }, /Cannot apply \$mul/],
  ['$push on a text', { $push: { text: { $each: [1] } } }, /must be an array but is of type string/],
  ['$push on an object', { $push: { inner: 1 } }, /must be an array but is of type object/],
  ['$push with an unknown modifier', { $push: { list: { $each: [1], $first: 1 } } }, /Unrecognized clause in \$push/],
  ['$addToSet on a number', { $addToSet: { number: 1 } }, /must be an array but is of type int/],
  ['$pull on a text', { $pull: { text: 'w' } }, /must be an array/],
  ['$pullAll without a list', { $pullAll: { list: 1 } }, /requires an array/],
  ['$pop by two', { $pop: { list: 2 } }, /\$pop expects 1 or -1/],
  ['$set through a text', { $set: { 'text.inner': 1 } }, /Cannot create field 'inner' in element {text: "words"}/],
  ['$set through null', { $set: { 'nothing.inner': 1 } }, /Cannot create field 'inner' in element/],
  ['$set by name through an array', { $set: { 'inner.list.id': 1 } }, /Cannot create field 'id' in element/],
  ['an operator inside a value', { $set: { number: { $inc: 1 } } }, /dollar \(\$\) prefixed field '\$inc'/],
  ['a dot inside a name', { $set: { inner: { 'a.b': 1 } } }, /dotted field 'a\.b'/],
  ['an unknown operator', { $increase: { number: 1 } }, /Unknown modifier: \$increase/],
  ['an operator that every object has', { $constructor: { number: 1 } }, /Unknown modifier/],
  ['one path twice', { $set: { number: 2 }, $inc: { number: 1 } }, /would create a conflict at 'number'/],
  ['a path inside another', { $set: { inner: {}, 'inner.text': 'x' } }, /would create a conflict at 'inner'/],
  ['a rename onto a path that is set', { $rename: { text: 'number' }, $set: { number: 1 } }, /conflict/],
  ['another _id', { $set: { _id: 'b' } }, /immutable field '_id'/],
  ['an empty name in a path', { $set: { 'inner..text': 1 } }, /empty field name/],
  ['a positional path', { $set: { 'inner.list.$.id': 1 } }, /not answered by the local cloud/],
  ['a prototype in a path', { $set: { '__proto__.polluted': 1 } }, /not valid for storage/],
])('refuses %s and changes nothing', async (_what, update, message) => {
  const refusal = await refusalOf(units().doc('a').update(update))
  expect(refusal).toEqual({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringMatching(message) })
  expect((await units().doc('a').get()).data).toEqual([original])
})

it('applies nothing of an update of which one part is refused', async () => {
  await refusalOf(
    units()
      .doc('a')
      .update({ $set: { number: 7 }, $push: { text: 1 } }),
  )
  expect((await units().doc('a').get()).data).toEqual([original])
})

it('refuses an update of many as soon as one document refuses it', async () => {
  await units().add({ _id: 'b', number: 1, kind: 'second' })
  await refusalOf(
    units()
      .where({ number: 1 })
      .update({ $inc: { kind: 1 }, $set: { seen: true } }),
  )
  expect((await units().where({ seen: true }).count()).total).toBe(0)
  await units().doc('b').remove()
})

it.each<[string, object, RegExp]>([
  ['an unknown operator', { number: { $greater: 1 } }, /unknown operator: \$greater/],
  ['an unknown operator at the top', { $where: 'true' }, /unknown top level operator: \$where/],
  ['$in without a list', { number: { $in: 1 } }, /\$in needs an array/],
  ['$nin without a list', { number: { $nin: 'x' } }, /\$nin needs an array/],
  ['an empty $or', { $or: [] }, /\$or must be a nonempty array/],
  ['$and of values', { $and: [1] }, /entries must be objects/],
  ['$elemMatch without an object', { list: { $elemMatch: 1 } }, /\$elemMatch needs an Object/],
  ['$not of a value', { number: { $not: 1 } }, /\$not needs a regex or a document/],
  ['a negative $size', { list: { $size: -1 } }, /\$size/],
  ['a malformed $mod', { number: { $mod: [2] } }, /malformed mod/],
  ['operators mixed with names', { $and: [{ number: { $gt: 0, plain: 1 } }] }, /unknown operator: plain/],
  ['an unknown operator inside $elemMatch', { list: { $elemMatch: { $near: 1 } } }, /unknown operator: \$near/],
])('refuses a query with %s', async (_what, query, message) => {
  const refusal = await refusalOf(units().where(query).get())
  expect(refusal).toEqual({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringMatching(message) })
})

it.each<[string, Record<string, boolean>, RegExp]>([
  ['mixes inclusion and exclusion', { text: true, number: false }, /Cannot do exclusion on field number in inclusion/],
  ['mixes exclusion and inclusion', { text: false, number: true }, /Cannot do inclusion on field number in exclusion/],
  ['names a path inside another', { inner: true, 'inner.text': true }, /Path collision at inner\.text/],
])('refuses a projection that %s', async (_what, projection, message) => {
  expect((await refusalOf(units().doc('a').field(projection).get())).message).toMatch(message)
})

it.each<[string, object]>([
  ['a name with a dollar', { _id: 'x', $set: 1 }],
  ['a name with a dollar deep inside', { _id: 'x', list: [{ $gt: 1 }] }],
  ['a name with a dot', { _id: 'x', 'a.b': 1 }],
  ['an array as _id', { _id: [1] }],
  ['more than 16 MB', { _id: 'x', text: 'x'.repeat(16 * 1024 * 1024) }],
])('refuses a document with %s', async (_what, document) => {
  expect((await refusalOf(units().add(document))).code).toBe('DATABASE_REQUEST_FAILED')
  expect((await units().count()).total).toBe(1)
})

it('refuses an update that makes a document larger than 16 MB', async () => {
  const megabytes = (count: number) => 'x'.repeat(count * 1024 * 1024)
  await units().add({ _id: 'large', first: megabytes(9) })
  expect(
    (
      await refusalOf(
        units()
          .doc('large')
          .update({ second: megabytes(8) }),
      )
    ).message,
  ).toMatch(/maximum of 16777216 bytes/)
  expect((await units().doc('large').remove()).deleted).toBe(1)
})

it('refuses stages of an aggregation that it does not answer', async () => {
  const refusal = await refusalOf(
    units()
      .aggregate()
      .geoNear({ near: { longitude: 0, latitude: 0 }, distanceField: 'd' })
      .end(),
  )
  expect(refusal.message).toMatch(/Unrecognized pipeline stage name: '\$geoNear'/)
})
