import type { Item } from '#shared/rubric/rubric'
import { printPoints } from '#shared/scoring/points'
import type { Weapp } from '../../support/weapp/run-weapp'
import { waitForFigure } from './fill-on-phone'

/** The head's phone, from its home to this unit's items. */
export async function openReview(phone: Weapp, unitId: string): Promise<void> {
  await phone.tap('#by-unit')
  await phone.waitForPage('department/queue/queue')
  await phone.tap(`#unit-${unitId}`)
  await phone.waitForPage('department/review/review')
}

/** 同意自评 and 定分; also agrees to 不涉及. Goes to the next item by itself. */
export async function agree(phone: Weapp, item: Item): Promise<void> {
  await waitForItem(phone, item)
  await phone.tap('#review-agree')
  await decide(phone, item)
}

/** 扣0.5 or 扣1 with a 扣分说明 that was never used before, and what it rests on; then 定分. */
export async function deduct(phone: Weapp, item: Item, off: 50 | 100, phrase: string, picture?: string): Promise<void> {
  await waitForItem(phone, item)
  await phone.tap(`#review-minus-${off}`)
  await phone.tap('#reason-new')
  await phone.type('#reason-phrase', phrase)
  await phone.tap('#reason-add')
  await waitForFigure(phone, '#reason-sum', `合计 ${printPoints(-off)}，对上了`)
  await phone.tap('#seen-originals')
  if (picture) await phone.shot(picture)
  await decide(phone, item)
}

async function waitForItem(phone: Weapp, item: Item): Promise<void> {
  await phone.until(() => phone.find(`#goto-${item.number}.here`).isVisible(), `item ${item.number} to be in front`)
}

/** Presses 定分 and sees the item ticked off. */
async function decide(phone: Weapp, item: Item): Promise<void> {
  const button = phone.find('#decide')
  const isReady = async () => !/\boff\b/.test((await button.getAttribute('class')) ?? '')
  await phone.until(isReady, '定分 to be ready')
  await button.tap()
  const ticked = phone.find(`#goto-${item.number}`).locator('.icon').first()
  await phone.until(() => ticked.isVisible(), `item ${item.number} to have its 定分`)
}
