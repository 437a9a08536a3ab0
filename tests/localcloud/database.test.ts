import { callFunction, refusalOf, startTestCloud, type TestCloud } from './test-cloud'

let test: TestCloud
const units = () => test.app.database().collection('units')
const command = () => test.app.database().command
const idsOf = (answer: { data: { _id: string }[] }) => answer.data.map(({ _id }) => _id)

beforeEach(async () => {
  test = await startTestCloud()
})
afterEach(() => test.end())

describe('reading', () => {
  beforeEach(() =>
    units().add([
      { _id: 'a', name: '城关镇', order: 3, at: new Date(3000), tags: ['x', 'y'] },
      {
        _id: 'b',
        name: '开发区',
        order: 1,
        at: new Date(1000),
        history: [{ operationId: 'o1' }, { operationId: 'o2' }],
      },
      { _id: 'c', name: '教育系统', order: 2, at: new Date(2000), deep: { one: { two: 2 } }, scores: [1, 5] },
    ]),
  )

  it('gets one document, and nothing where there is none', async () => {
    expect((await units().doc('a').get()).data).toEqual([
      { _id: 'a', name: '城关镇', order: 3, at: new Date(3000), tags: ['x', 'y'] },
    ])
    expect((await units().doc('z').get()).data).toEqual([])
  })

  it('sorts, skips, limits and projects', async () => {
    const answer = await units().where({}).orderBy('order', 'desc').skip(1).limit(1).field({ name: true }).get()
    expect(answer.data).toEqual([{ _id: 'c', name: '教育系统' }])
    expect(idsOf(await units().orderBy('order', 'asc').get())).toEqual(['b', 'c', 'a'])
    expect((await units().doc('c').field({ name: false, at: false, scores: false }).get()).data).toEqual([
      { _id: 'c', order: 2, deep: { one: { two: 2 } } },
    ])
    expect((await units().doc('c').field({ 'deep.one': true }).get()).data).toEqual([
      { _id: 'c', deep: { one: { two: 2 } } },
    ])
    expect((await units().doc('b').field({ 'history.operationId': true, _id: false }).get()).data).toEqual([
      { history: [{ operationId: 'o1' }, { operationId: 'o2' }] },
    ])
  })

  it.each<[string, () => object, string[]]>([
    ['a value', () => ({ name: '城关镇' }), ['a']],
    ['a dotted key', () => ({ 'deep.one.two': 2 }), ['c']],
    ['an element of an array', () => ({ tags: 'x' }), ['a']],
    ['null, which missing is', () => ({ deep: null }), ['a', 'b']],
    ['neq, which missing is', () => ({ name: command().neq('城关镇') }), ['b', 'c']],
    ['gt on dates', () => ({ at: command().gt(new Date(1500)) }), ['a', 'c']],
    ['gt and lt together', () => ({ order: command().gt(1).and(command().lt(3)) }), ['c']],
    ['gt compares only values of one type', () => ({ order: command().gt('') }), []],
    ['in', () => ({ _id: command().in(['c', 'a', 'nobody']) }), ['a', 'c']],
    ['nin', () => ({ order: command().nin([1, 2]) }), ['a']],
    ['nin over an array of objects', () => ({ 'history.operationId': command().nin(['o2']) }), ['a', 'c']],
    ['in over an array of objects', () => ({ 'history.operationId': command().in(['o2', 'o9']) }), ['b']],
    ['exists', () => ({ history: command().exists(true) }), ['b']],
    ['size', () => ({ tags: command().size(2) }), ['a']],
    ['all', () => ({ tags: command().all(['y', 'x']) }), ['a']],
    ['elemMatch on objects', () => ({ history: command().elemMatch({ operationId: 'o1' }) }), ['b']],
    ['elemMatch on numbers', () => ({ scores: { $elemMatch: { $gt: 4, $lt: 6 } } }), ['c']],
    ['elemMatch on objects passes scalars by', () => ({ tags: { $elemMatch: { operationId: { $ne: 'o1' } } } }), []],
    ['a pattern', () => ({ name: /系统$/ }), ['c']],
    ['or across fields', () => command().or([{ name: '城关镇' }, { order: 1 }]), ['a', 'b']],
    ['an operator in the place of a value: the SDK lets it through', () => ({ _id: { $gt: '' } }), ['a', 'b', 'c']],
  ])('finds by %s', async (_what, query, expected) => {
    expect(idsOf(await units().where(query()).get()).sort()).toEqual(expected)
    expect((await units().where(query()).count()).total).toBe(expected.length)
  })

  it('answers 100 documents unless told otherwise, and never more than 1000', async () => {
    await units().add(Array.from({ length: 1050 }, (_, number) => ({ number })))
    expect((await units().get()).data).toHaveLength(100)
    expect((await units().limit(5000).get()).data).toHaveLength(1000)
  })

  it('aggregates', async () => {
    const $ = command().aggregate
    const answer = await units()
      .aggregate()
      .match({ order: command().gte(2) })
      .group({ _id: null, sum: $.sum('$order') })
      .end()
    expect(answer.data).toEqual([{ _id: null, sum: 5 }])
    expect((await units().aggregate().unwind('$tags').project({ tags: 1, _id: 0 }).end()).data).toEqual([
      { tags: 'x' },
      { tags: 'y' },
    ])
    expect((await units().aggregate().match({ order: 1 }).count('number').end()).data).toEqual([{ number: 1 }])
  })
})

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
