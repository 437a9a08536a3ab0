import { startTestCloud, type TestCloud } from './test-cloud'

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
