import type { SavedTargets, SaveTargets, TargetTable } from '#shared/contract/target-contract'
import { problem } from '#shared/errors/problems'
import type { Ask, Asked } from '../../../miniprogram/backend/make-ask'
import { layPastedBlock } from '../../../miniprogram/components/score-grid/pasted-block'
import { makeTargetSaver } from '../../../miniprogram/office/target-table/target-saver'
import { savingInWords, targetRowView, targetsToLookAt } from '../../../miniprogram/office/target-table/target-words'
import { standingTarget, type TypedTargets, typedState } from '../../../miniprogram/office/target-table/typed-targets'
import { readCount } from '../../../miniprogram/records/typed-values'

const items = (...audiences: ('township' | 'system')[]) =>
  audiences.map(audience => ({ annex: '附件1', audience, itemId: 'a1-14', number: 14, shortName: '集体合同' }))
const table: TargetTable = {
  cycleId: '2026',
  revision: 4,
  measures: [
    {
      measure: 'wage-agreements',
      name: '工资专项集体合同',
      unit: '家',
      departments: [],
      items: items('township', 'system'),
    },
    { measure: 'workers-homes', name: '职工之家', unit: '家', departments: [], items: items('township') },
  ],
  units: [
    { unitId: 'u-1', name: '马店镇', audience: 'township', numbers: [12, null] },
    { unitId: 'u-2', name: '教育系统', audience: 'system', numbers: [3, null] },
  ],
  changed: null,
  abilities: { 'target.save': true },
}
const contracts = { unitId: 'u-1', measure: 'wage-agreements' }
const homes = { unitId: 'u-1', measure: 'workers-homes' }

test.each([
  ['1,200', { number: 1200 }],
  ['１２．５', { number: 12.5 }],
  [' ', { number: null }],
  ['三十', { why: '不是数' }],
  ['-3', { why: '不是数' }],
  ['1.255', { why: '最多两位小数' }],
  ['1000001', { why: '不能超过 1000000' }],
])('a cell says %s', (text, read) => expect(readCount(text)).toEqual(read))

test('a cell that no item of the annex asks for takes nothing', () => {
  expect(standingTarget(table, { unitId: 'u-2', measure: 'workers-homes' })).toBeUndefined()
  const [, system] = table.units
  if (!system) throw new Error('the second unit is missing')
  const { cells } = targetRowView(system, table, ['wage-agreements', 'workers-homes'], {})
  expect(cells).toEqual([
    { text: '3', kind: 'number' },
    { text: '', kind: 'not-asked' },
  ])
})

test.each([
  ['15', 12, 'ready'],
  ['15', 11, 'stale'],
  ['12', 11, 'same'],
  ['十五', 12, 'bad'],
] as const)('%s typed upon %s is %s', (text, from, state) =>
  expect(typedState({ ...contracts, text, from }, table)).toBe(state),
)

/** A county that answers as scripted, a clock that runs when told, and a machine that keeps. */
function bench(kept: TypedTargets = {}) {
  const calls: SaveTargets[] = []
  const replies: (SavedTargets | 'lost' | 'closed')[] = []
  const timers: (() => void)[] = []
  const machine = { kept, table }
  const ask: Ask = async (_, input) => {
    calls.push(input as SaveTargets)
    const reply = replies.shift() ?? { revision: 5, stale: [] }
    if (typeof reply !== 'object')
      return { ok: false, problem: problem(reply === 'lost' ? 'network.unreachable' : 'record.closed') }
    return { ok: true, output: reply, serverTime: 1_000 } as Asked<never>
  }
  const saver = makeTargetSaver({
    ask,
    newId: () => `operation-${calls.length}`.padEnd(16, '0'),
    later(_, run) {
      timers.push(run)
      return () => timers.splice(timers.indexOf(run), 1)
    },
    kept: {
      read: () => machine.kept,
      write(typed) {
        machine.kept = typed
        return 'written'
      },
    },
    table: () => machine.table,
    replaceTable(next) {
      machine.table = next
    },
  })
  /** Lets the collected moment pass and the call come back. */
  const settle = async () => {
    timers.shift()?.()
    await new Promise(setImmediate)
  }
  return { saver, machine, calls, replies, settle, words: () => savingInWords(saver.saving.get(), 0, '本机').text }
}

describe('saving as one goes', () => {
  test('what is typed is kept first, collected, and saved in one call', async () => {
    const { saver, machine, calls, settle, words } = bench()
    saver.type([{ ...contracts, text: '15' }])
    saver.type([{ ...homes, text: '2' }])
    expect(Object.keys(machine.kept)).toHaveLength(2)
    expect(words()).toBe('正在保存 2格')
    await settle()
    expect(calls).toHaveLength(1)
    expect(calls[0]?.cells).toEqual([
      { ...contracts, from: 12, to: 15 },
      { ...homes, from: null, to: 2 },
    ])
    expect(machine.table.units[0]?.numbers).toEqual([15, 2])
    expect(machine.kept).toEqual({})
    expect(words()).toMatch(/^已存 /)
  })

  test('no signal loses nothing, and sends the same again', async () => {
    const { saver, machine, calls, replies, settle, words } = bench()
    replies.push('lost')
    saver.type([{ ...contracts, text: '15' }])
    await settle()
    expect(words()).toBe('没信号，1格先存本机')
    expect(machine.kept).toMatchObject({ 'u-1:wage-agreements': { text: '15', from: 12 } })
    await settle()
    expect(calls[1]).toEqual(calls[0])
    expect(machine.kept).toEqual({})
  })

  test('typing back while a change is under way is saved after it', async () => {
    const { saver, machine, calls, settle } = bench()
    saver.type([{ ...contracts, text: '15' }])
    await Promise.resolve()
    const underWay = settle()
    saver.type([{ ...contracts, text: '12' }])
    await underWay
    await settle()
    expect(calls[1]?.cells).toEqual([{ ...contracts, from: 15, to: 12 }])
    expect(machine.table.units[0]?.numbers[0]).toBe(12)
  })

  test('a cell that somebody else changed keeps both values until a person chose', async () => {
    const { saver, machine, calls, replies, settle } = bench()
    replies.push({ revision: 6, stale: [{ ...contracts, current: 20 }] })
    saver.type([{ ...contracts, text: '15' }])
    await settle()
    expect(machine.table.units[0]?.numbers[0]).toBe(20)
    const { typed } = saver.saving.get()
    expect(targetsToLookAt(typed, machine.table)).toMatchObject([
      { words: '马店镇 工资专项集体合同：您填 15，别人刚改成 20' },
    ])
    saver.type([{ ...contracts, text: '15' }])
    await settle()
    expect(calls[1]?.cells).toEqual([{ ...contracts, from: 20, to: 15 }])
    expect(machine.kept).toEqual({})
  })

  test('a cell saved in an evening whose answer was lost is not taken for somebody else’s', async () => {
    const { saver, machine, calls, replies } = bench({ 'u-1:wage-agreements': { ...contracts, text: '15', from: 12 } })
    replies.push({ revision: 6, stale: [{ ...contracts, current: 15 }] })
    await saver.send()
    expect(calls).toHaveLength(1)
    expect(machine.kept).toEqual({})
  })

  test('a text that is no number stays where it was typed and holds up nothing else', async () => {
    const { saver, machine, calls, settle } = bench()
    saver.type([
      { ...contracts, text: '十五' },
      { ...homes, text: '2' },
    ])
    await settle()
    expect(calls[0]?.cells).toEqual([{ ...homes, from: null, to: 2 }])
    expect(machine.kept).toMatchObject({ 'u-1:wage-agreements': { text: '十五' } })
    expect(targetsToLookAt(saver.saving.get().typed, machine.table)).toMatchObject([
      { words: '马店镇 工资专项集体合同：「十五」不是数' },
    ])
  })

  test('a refusal is said and not tried again by itself', async () => {
    const { saver, machine, calls, replies, settle, words } = bench()
    replies.push('closed')
    saver.type([{ ...contracts, text: '15' }])
    await settle()
    await settle()
    expect(calls).toHaveLength(1)
    expect(words()).toBe('1格没有保存，在本机里')
    expect(saver.saving.get().problem?.code).toBe('record.closed')
    expect(Object.keys(machine.kept)).toHaveLength(1)
  })
})

test('a block from Excel lies to the right and down, thousands and all', () => {
  const { cells, outside } = layPastedBlock('1,200\t3\r\n\t4\r\n', { row: 0, column: 0 }, { rows: 2, columns: 2 })
  expect(cells.map(({ text }) => readCount(text))).toEqual([
    { number: 1200 },
    { number: 3 },
    { number: null },
    { number: 4 },
  ])
  expect(outside).toBe(0)
})
