import { callFunction, refusalOf, startTestCloud, type TestCloud } from './test-cloud'

let test: TestCloud
const units = () => test.app.database().collection('units')
const command = () => test.app.database().command
const idsOf = (answer: { data: { _id: string }[] }) => answer.data.map(({ _id }) => _id)

beforeEach(async () => {
  test = await startTestCloud()
})
afterEach(() => test.end())

describe('writing', () => {
  it('adds with an id of its own, with a given one, and refuses one twice', async () => {
    const { id } = await units().add({ name: 'anybody' })
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect((await units().add({ _id: 'a', name: 'first' })).id).toBe('a')
    const refusal = await refusalOf(units().add({ _id: 'a', name: 'second' }))
    expect(refusal).toEqual({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('E11000 duplicate key error'),
    })
    expect((await units().doc('a').get()).data[0].name).toBe('first')
  })

  it('stores the documents of a list up to the one that is refused, as MongoDB does', async () => {
    await refusalOf(units().add([{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }, { _id: 'c' }]))
    expect(idsOf(await units().get())).toEqual(['a', 'b'])
  })

  it('updates in one guarded write, by operators on dotted keys', async () => {
    await units().add({
      _id: 'a',
      state: 'open',
      items: { x: { revision: 1 } },
      summary: { filled: 1 },
      old: 1,
      list: [1, 2, 3],
    })
    const guarded = (revision: number) =>
      units()
        .where({ _id: 'a', state: 'open', 'items.x.revision': revision })
        .update({
          'items.x': command().set({ revision: revision + 1, score: 450 }),
          'summary.filled': command().inc(1),
          history: command().push([{ operationId: 'o1' }]),
          list: command().pull(2),
          old: command().remove(),
        })
    expect((await guarded(1)).updated).toBe(1)
    expect((await guarded(1)).updated).toBe(0)
    expect((await units().doc('a').get()).data).toEqual([
      {
        _id: 'a',
        state: 'open',
        items: { x: { revision: 2, score: 450 } },
        summary: { filled: 2 },
        list: [1, 3],
        history: [{ operationId: 'o1' }],
      },
    ])
  })

  it('lets one of many equal guarded updates win', async () => {
    await units().add({ _id: 'a', revision: 0 })
    const attempts = Array.from({ length: 20 }, () =>
      units()
        .where({ _id: 'a', revision: 0 })
        .update({ revision: 1, wins: command().inc(1) }),
    )
    const answers = await Promise.all(attempts)
    expect(answers.filter(({ updated }) => updated === 1)).toHaveLength(1)
    expect((await units().doc('a').get()).data[0].wins).toBe(1)
  })

  it('applies the other operators as MongoDB does', async () => {
    const _ = command()
    await units().add({ _id: 'a', n: 4, low: 2, list: [1, 2, 3], objects: [{ id: 1 }, { id: 2 }], from: 'x' })
    await units()
      .doc('a')
      .update({ n: _.mul(3), low: _.min(1), list: _.unshift([0]), objects: _.pull({ id: 1 }), from: _.rename('to') })
    await units()
      .doc('a')
      .update({ n: _.max(5), list: _.pop(), set: _.addToSet({ $each: ['p', 'p', 'q'] }) })
    await units()
      .doc('a')
      .update({ list: _.shift(), late: _.push({ each: [3, 1], position: 0, slice: 1 }) })
    expect((await units().doc('a').get()).data[0]).toEqual({
      _id: 'a',
      n: 12,
      low: 1,
      list: [1, 2],
      objects: [{ id: 2 }],
      to: 'x',
      set: ['p', 'q'],
      late: [3],
    })
  })

  it('merges plain objects and writes nothing for {}: the trap that _.set avoids', async () => {
    await units().add({ _id: 'a', o: { x: 1, y: 2 } })
    await units()
      .doc('a')
      .update({ o: { x: 5 } })
    expect((await units().doc('a').get()).data[0].o).toEqual({ x: 5, y: 2 })
    expect((await units().doc('a').update({ o: {} })).updated).toBe(0)
    expect((await units().doc('a').get()).data[0].o).toEqual({ x: 5, y: 2 })
    await units()
      .doc('a')
      .update({ o: command().set({}) })
    expect((await units().doc('a').get()).data[0].o).toEqual({})
  })

  it('sets a whole document, new or in place of the old', async () => {
    expect(await units().doc('a').set({ one: 1 })).toMatchObject({ updated: 0, upsertedId: 'a' })
    expect(await units().doc('a').set({ two: 2 })).toMatchObject({ updated: 1, upsertedId: null })
    expect((await units().doc('a').get()).data).toEqual([{ _id: 'a', two: 2 }])
  })

  it('updates and removes many, and answers how many', async () => {
    await units().add([{ kind: 1 }, { kind: 1 }, { kind: 2 }])
    expect((await units().where({ kind: 1 }).update({ seen: true })).updated).toBe(2)
    expect((await units().where({ kind: 1 }).update({ seen: true })).updated).toBe(0)
    expect((await units().where({ kind: 1 }).remove()).deleted).toBe(2)
    expect((await units().count()).total).toBe(1)
  })

  it('updates and returns the document as it is afterwards', async () => {
    await units().add({ _id: 'a', n: 1 })
    const found = await units()
      .where({ _id: 'a' })
      .updateAndReturn({ n: command().inc(1) })
    expect(found).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } })
    expect(await units().where({ _id: 'z' }).updateAndReturn({ n: 1 })).toMatchObject({ updated: 0, doc: null })
  })

  it('replaces server dates in documents, updates and queries', async () => {
    const db = test.app.database()
    const before = Date.now()
    await units().add({ _id: 'a', at: db.serverDate() })
    await units()
      .doc('a')
      .update({ later: db.serverDate({ offset: 60_000 }) })
    const [{ at, later }] = (
      await units()
        .where({ later: command().gt(db.serverDate()) })
        .get()
    ).data
    expect(at.getTime()).toBeGreaterThanOrEqual(before)
    expect(later.getTime() - at.getTime()).toBeGreaterThanOrEqual(60_000)
  })

  it('keeps everything over a restart, in the same order', async () => {
    await units().add([{ _id: 'b', at: new Date(5), n: 1.5, text: '工会 "经费"\n', none: null }, { _id: 'a' }])
    await units().doc('b').update({ n: 2 })
    const before = (await units().get()).data
    await test.restart()
    expect((await units().get()).data).toEqual(before)
    expect(test.cloud.pragmas()).toEqual({ journal_mode: 'wal', synchronous: 'FULL' })
  })
})

describe('collections', () => {
  it('must exist before they are used', async () => {
    const db = test.app.database()
    const refusal = await refusalOf(db.collection('doubts').get())
    expect(refusal).toEqual({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message:
        '[ResourceNotFound] Db or Table not exist: doubts. Please check your request, but if the problem cannot be solved, contact us.',
    })
    expect((await refusalOf(db.collection('doubts').add({ a: 1 }))).code).toBe('DATABASE_COLLECTION_NOT_EXIST')
    expect((await refusalOf(db.collection('doubts').doc('x').update({ a: 1 }))).code).toBe(
      'DATABASE_COLLECTION_NOT_EXIST',
    )
    await db.createCollection('doubts')
    await db.collection('doubts').add({ a: 1 })
    expect((await refusalOf(db.createCollection('doubts'))).code).toBe('DATABASE_COLLECTION_ALREADY_EXIST')
  })

  it('are not reachable under the names that the cloud keeps for itself', async () => {
    expect((await refusalOf(test.app.database().collection('localcloud.files').get())).code).toBe('INVALID_PARAM')
    expect(await callFunction(test.cloud, 'openid', 'other', {})).toMatchObject({ code: 'PERMISSION_DENIED' })
  })
})
