import type { Page } from 'playwright-core'
import { drawPage } from '../../localcloud/demo-county/pictures'
import { seen, write } from './h5'

/** How one item is filled by hand: a chip, a typed figure, or 不涉及 with the first reason offered; and a remark. */
export type ByHand = ({ chip: 'full' | 'minus-50' | 'minus-100' } | { typed: string } | { reason: string }) & {
  remark?: string
}

/** Waits until this item is the one on the screen. */
export async function atItem(page: Page, number: number): Promise<void> {
  await seen(page, '#item')
    .getByText(new RegExp(`^第${number}项　`))
    .waitFor()
}

/** Fills the item on the screen. */
export async function fillItem(page: Page, number: number, answer: ByHand): Promise<void> {
  await atItem(page, number)
  if ('chip' in answer) await seen(page, `#score-${answer.chip}`).click()
  else if ('typed' in answer) {
    await seen(page, '#score-type').click()
    await write(page, '#score-typed', answer.typed)
  } else {
    await seen(page, '#score-not-applicable').click()
    await seen(page, '#not-applicable').getByText(answer.reason, { exact: true }).click()
    await seen(page, '#not-applicable-reason').waitFor()
  }
  if (answer.remark) await write(page, '#remark', answer.remark)
}

/** Chooses pages from the album, as the browser's file chooser gives them: photographs of paper with a seal. */
export async function choosePages(page: Page, opener: string, seeds: readonly number[]): Promise<void> {
  await seen(page, opener).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByText('从相册选').click()
  await (await chooser).setFiles(
    seeds.map(seed => ({ name: `${seed}.png`, mimeType: 'image/png', buffer: drawPage(seed, 720) })),
  )
}

/** Waits until so many pages are shown with their pictures, and none of them still goes up. */
export async function pagesShown(page: Page, count: number): Promise<void> {
  await seen(page, '.page-thumb-picture')
    .nth(count - 1)
    .waitFor()
  await page.waitForFunction(() => document.querySelectorAll('.page-thumb-uploading').length === 0)
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>('.page-thumb-picture img')].every(({ complete }) => complete),
  )
}

export const statusLine = (page: Page) => seen(page, '#status-line')
