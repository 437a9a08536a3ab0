import { refusalOf, startTestCloud, type TestCloud } from './test-cloud'

let test: TestCloud
const db = () => test.app.database()
const units = () => db().collection('units')
const numberOf = async (id: string) => (await units().doc(id).get()).data[0]?.n

beforeEach(async () => {
  test = await startTestCloud()
  await units().add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
})
afterEach(() => test.end())

it('shows nothing of a transaction until it commits, and then all of it', async () => {
  const transaction = await db().startTransaction()
  await transaction.collection('units').doc('a').update({ n: 2 })
  await transaction.collection('units').doc('b').remove()
  await transaction.collection('units').add({ _id: 'c', n: 3 })
  expect([await numberOf('a'), await numberOf('b'), await numberOf('c')]).toEqual([1, 1, undefined])
  expect((await transaction.collection('units').doc('a').get()).data).toEqual({ _id: 'a', n: 2 })
  expect((await transaction.collection('units').doc('b').get()).data).toBeNull()
  await transaction.commit()
  expect([await numberOf('a'), await numberOf('b'), await numberOf('c')]).toEqual([2, undefined, 3])
  await test.restart()
  expect([await numberOf('a'), await numberOf('b'), await numberOf('c')]).toEqual([2, undefined, 3])
})

it('leaves nothing of a transaction that is rolled back', async () => {
  const transaction = await db().startTransaction()
  await transaction.collection('units').doc('a').update({ n: 2 })
  await transaction.rollback()
  expect(await numberOf('a')).toBe(1)
  expect((await refusalOf(transaction.collection('units').doc('a').get())).code).toBe('DATABASE_TRANSACTION_FAIL')
})

it('sees what was committed at its first operation', async () => {
  const transaction = await db().startTransaction()
  await transaction.collection('units').doc('b').get()
  await units().doc('a').update({ n: 9 })
  expect((await transaction.collection('units').doc('a').get()).data).toEqual({ _id: 'a', n: 1 })
  const conflict = await refusalOf(transaction.collection('units').doc('a').update({ n: 2 }))
  expect(conflict.code).toBe('DATABASE_TRANSACTION_CONFLICT')
  expect(await numberOf('a')).toBe(9)
})

it('lets the first writer of a document win', async () => {
  const first = await db().startTransaction()
  const second = await db().startTransaction()
  await first.collection('units').doc('a').update({ n: 2 })
  const conflict = await refusalOf(second.collection('units').doc('a').update({ n: 3 }))
  expect(conflict.code).toBe('DATABASE_TRANSACTION_CONFLICT')
  await first.commit()
  expect(await numberOf('a')).toBe(2)
})

it('makes a plain write wait for the transaction that holds its document', async () => {
  const transaction = await db().startTransaction()
  await transaction.collection('units').doc('a').update({ n: 10 })
  const waiting = units()
    .doc('a')
    .update({ n: db().command.inc(1) })
  await transaction.commit()
  expect((await waiting).updated).toBe(1)
  expect(await numberOf('a')).toBe(11)
})

it('adds up under contention with runTransaction', async () => {
  const increase = () =>
    db().runTransaction(async (transaction: Awaited<ReturnType<ReturnType<typeof db>['startTransaction']>>) => {
      const { data } = await transaction.collection('units').doc('a').get()
      await transaction
        .collection('units')
        .doc('a')
        .update({ n: data.n + 1 })
    }, 50)
  await Promise.all([increase(), increase(), increase()])
  expect(await numberOf('a')).toBe(4)
})
