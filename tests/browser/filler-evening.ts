import type { Page } from 'playwright-core'
import { goTo, look, seen } from './h5'
import { type ByHand, choosePages, fillItem, pagesShown, statusLine } from './unit-screens'

/** What the filler of 附件1 fills on the screens; 12 to 24 were sent from another evening. */
const byHand: [number, ByHand][] = [
  [1, { chip: 'full' }],
  [2, { typed: '2.5', remark: '3个村还没有党建带工建方案' }],
  [3, { chip: 'full', remark: '联席会议纪要见资料' }],
  [4, { chip: 'minus-50' }],
  [5, { chip: 'full', remark: '发卡356张，维权明白卡上墙8处' }],
  [6, { chip: 'full' }],
  [7, { chip: 'minus-100' }],
  [8, { chip: 'full' }],
  [9, { chip: 'minus-100' }],
  [10, { chip: 'full' }],
  [11, { reason: '辖区无规模以上企业' }],
]

/** From home, one item a screen, then the last one by the 目录; ends on the 目录 with all 25 filled. */
export async function fillTwelveItems(page: Page): Promise<void> {
  await seen(page, '#next-step').click()
  for (const [number, answer] of byHand) {
    await fillItem(page, number, answer)
    if (number === 2) await look(page, 'phone/item-typed')
    if (number === 11) await look(page, 'phone/item-not-applicable')
    if (number < 11) await seen(page, '#next-item').click()
  }
  await seen(page, '#to-sheet').click()
  await seen(page, '#item-25').waitFor()
  await look(page, 'phone/sheet')
  await seen(page, '#item-25').click()
  await fillItem(page, 25, { typed: '4.5', remark: '投稿12篇，报刊征订差2份' })
  await seen(page, '#next-item').click()
  await seen(page, '#sheet-filled').getByText('25项都填好了').waitFor()
  await statusLine(page).getByText('县总已收到').waitFor()
}

/** Three pages at once into the 资料夹, then one of them to two items, and the other two to one. */
export async function sortPages(page: Page): Promise<void> {
  await goTo(page, '/pages/home/home')
  await seen(page, '#tile-folder').click()
  await seen(page, '#folder-empty').waitFor()
  await look(page, 'phone/folder-empty')
  await choosePages(page, '#photograph', [1, 2, 5])
  await seen(page, '#segment-unsorted').getByText('没归项 3').waitFor()
  await pagesShown(page, 3)
  await seen(page, '.page-thumb').first().click()
  await seen(page, '#sort-1').click()
  await seen(page, '#sort-2').click()
  await look(page, 'phone/folder', 'filler-folder')
  await seen(page, '#sort-confirm').getByText('归到第1、2项').click()
  await seen(page, '.page-thumb').getByText('第1、2项').waitFor()
  await seen(page, '#segment-unsorted').getByText('没归项 2').click()
  await seen(page, '.page-thumb').first().click()
  await seen(page, '.page-thumb').last().click()
  await seen(page, '#sort-more').click()
  await seen(page, '#sort-list #sort-5').click()
  await seen(page, '#sort-list-done').click()
  await seen(page, '#sort-confirm').getByText('归到第5项').click()
  await seen(page, '#segment-unsorted').getByText('没归项 0').waitFor()
  await statusLine(page).getByText('县总已收到').waitFor()
}

/** From the 资料夹 home, looks everything over and sends it to the chair; answers the total that was shown. */
export async function sendToChair(page: Page): Promise<string | null> {
  await page.goBack()
  await seen(page, '#next-step').getByText('检查与报送').click()
  await seen(page, '#submit-confirm').getByText('送主席审核').waitFor()
  const total = await seen(page, '#submit-self-total').textContent()
  await look(page, 'phone/send-to-chair')
  await seen(page, '#submit-confirm').click()
  await seen(page, '#submit-total').getByText('已送主席审核').waitFor()
  return total
}
