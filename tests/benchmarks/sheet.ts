import { closeBrowser, openBrowser } from '../support/browser'
import { type County, startCounty } from '../support/county'
import { registration } from '../support/county/files'
import { filledSheet } from '../support/county/sheets'
import { openWeapp, type Weapp } from '../support/weapp/run-weapp'
import { type Benchmark, type Figure, kilobytes } from './benchmark'

/** After so long without a `setData`, in milliseconds, what an act has set off is over. */
const REST = 400
/** Shorter than the pause after which what was typed is kept. */
const BETWEEN_KEYS = 150

/** What the sheet and the item page of the running mini-program send from logic to view, with annex 1 filled. */
const sheet: Benchmark = {
  name: 'sheet',
  needs: ['functions', 'weapp'],
  measure: async () => {
    const county = await startCounty()
    try {
      await prepare(county)
      const phone = await openWeapp({
        browser: await openBrowser(),
        cloud: county.cloud,
        openid: 'filler-township-a',
      })
      try {
        await phone.start()
        return [...(await opening(phone)), ...(await returning(phone)), ...(await typing(phone, county))]
      } finally {
        await phone.close()
      }
    } finally {
      await closeBrowser()
      await county.close()
    }
  },
}

/** All 25 items filled, three of them with material: the most that the rows can say. */
async function prepare(county: County): Promise<void> {
  await county.arrange('township-a', filledSheet('township'))
  for (const itemId of ['a1-01', 'a1-02', 'a1-05'])
    await county.as('filler-township-a').get('material.register', registration({ items: [itemId] }))
}

async function opening(phone: Weapp): Promise<Figure[]> {
  await phone.waitForText('25项都填好了')
  await rest(phone)
  await phone.forget()
  await phone.tap('#tile-sheet')
  await phone.waitForText('自评合计 100')
  await rest(phone)
  const { bytes } = weigh(await phone.setData())
  return [
    { what: '25 items, first setData', measured: kilobytes(bytes), budget: 32, unit: 'KB', bound: 'most' },
    { what: '25 items, nodes', measured: await phone.nodes(), budget: 500, unit: 'nodes', bound: 'most' },
  ]
}

/** Fills an item and goes back, once the county has it. */
async function returning(phone: Weapp): Promise<Figure[]> {
  await phone.tap('#item-5')
  await phone.tap('#score-minus-50')
  await phone.waitForText('县总已收到')
  await rest(phone)
  await phone.forget()
  await phone.tap('#to-sheet')
  await phone.waitForText('自评合计 99.5')
  await rest(phone)
  return callFigures('back from an item', [await phone.setData()], 1024)
}

async function typing(phone: Weapp, county: County): Promise<Figure[]> {
  await phone.tap('#item-6')
  await phone.tap('#score-type')
  const self = async () => (await county.stored('township-a')).items['a1-06']?.self
  const score = await typed(phone, '#score-typed', '4.5', async () => (await self())?.score === 450)
  const remark = await typed(phone, '#remark', '原件在1号盒', async () => (await self())?.remark === '原件在1号盒')
  return [
    ...callFigures('a key in the score', score.keys, 200),
    ...callFigures('a key in the remark', remark.keys, 200),
    {
      what: 'values written into the field in use',
      measured: score.writes + remark.writes,
      budget: 0,
      unit: 'writes',
      bound: 'most',
    },
  ]
}

/** Types key by key, and stays in the field until what was typed has reached the county. */
async function typed(phone: Weapp, field: string, text: string, hasArrived: () => Promise<boolean>) {
  const input = phone.find(field).locator('input, textarea')
  await input.focus()
  await input.fill('')
  await rest(phone)
  await phone.forget()
  const keys: SetData[] = []
  for (const key of text) {
    const before = (await phone.setData()).length
    await input.pressSequentially(key)
    await rest(phone, BETWEEN_KEYS)
    keys.push((await phone.setData()).slice(before))
  }
  await phone.until(hasArrived, `${text} to reach the county`)
  await rest(phone)
  return { keys, writes: (await phone.spy()).focusedWrites.length }
}

type SetData = Awaited<ReturnType<Weapp['setData']>>

function weigh(calls: SetData): { count: number; bytes: number } {
  return { count: calls.length, bytes: calls.reduce((sum, call) => sum + call.bytes, 0) }
}

/** The most that any of these acts has set off. */
function callFigures(what: string, acts: SetData[], budget: number): Figure[] {
  const weights = acts.map(weigh)
  const count = Math.max(...weights.map(weight => weight.count))
  const bytes = Math.max(...weights.map(weight => weight.bytes))
  return [
    { what: `${what}, setData`, measured: count, budget: 1, unit: 'calls', bound: 'most' },
    { what: `${what}, bytes`, measured: bytes, budget, unit: 'B', bound: 'most' },
  ]
}

/** Waits until no `setData` has come for a while. */
async function rest(phone: Weapp, milliseconds = REST): Promise<void> {
  let seen = await phone.setData()
  let since = Date.now()
  const isOver = async () => {
    const now = await phone.setData()
    if (now.length !== seen.length) since = Date.now()
    seen = now
    return Date.now() - since >= milliseconds
  }
  await phone.until(isOver, 'the program to come to rest')
}

export default sheet
