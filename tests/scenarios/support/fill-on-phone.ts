import { type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'
import { type Hundredths, printPoints } from '#shared/scoring/points'
import type { Weapp } from '../../support/weapp/run-weapp'

/** What a unit says of an item: hundredths off the maximum, or why it is 不涉及. */
export type SelfAnswer = number | string
export type SelfAnswers = Record<string, SelfAnswer>

/** Hundredths off that have a chip of their own; anything else is typed. */
const chips = [0, 50, 100]

/** The item with this number in the annex. */
export function itemAt(rubric: Rubric, number: number): Item {
  const item = itemsOf(rubric)[number - 1]
  if (!item) throw new Error(`${rubric.annex} has no item ${number}`)
  return item
}

/** Fills the item that is shown, by chip, by typing or as 不涉及, and sees the figure change. */
export async function fillItem(phone: Weapp, item: Item, answer: SelfAnswer, remark = ''): Promise<void> {
  await phone.waitForText(`第${item.number}项　`)
  if (typeof answer === 'string') await chooseNotApplicable(phone, item, answer)
  else await chooseScore(phone, item.points, answer)
  if (remark) await phone.type('#remark', remark)
}

/** Fills these items one after another, each on its own screen, with 下一项 after each. */
export async function fillItems(phone: Weapp, items: readonly Item[], answers: SelfAnswers): Promise<void> {
  for (const item of items) {
    await fillItem(phone, item, answers[item.id] ?? 0)
    await phone.tap('#next-item')
  }
}

async function chooseScore(phone: Weapp, points: Hundredths, off: number): Promise<void> {
  if (chips.includes(off)) await phone.tap(off === 0 ? '#score-full' : `#score-minus-${off}`)
  else {
    await phone.tap('#score-type')
    await phone.fill('#score-typed', printPoints(points - off))
  }
  await waitForFigure(phone, '#item-score', printPoints(points - off))
}

async function chooseNotApplicable(phone: Weapp, item: Item, reason: string): Promise<void> {
  await phone.tap('#score-not-applicable')
  await phone.waitForText(`第${item.number}项为什么不涉及？`)
  await phone.tap(reason)
  await waitForFigure(phone, '#item-score', '不涉及')
}

/** Waits until exactly this stands in that place. */
export async function waitForFigure(phone: Weapp, place: string, figure: string): Promise<void> {
  const shown = async () => (await phone.find(place).textContent())?.trim()
  await phone.until(async () => (await shown()) === figure, `${figure} in ${place}`)
}
