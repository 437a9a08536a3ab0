import type { Page } from 'playwright-core'
import { seen, write } from './h5'

/** Why points are taken off, in words that were not used before; the points are what the gap says. */
export async function giveReason(page: Page, phrase: string): Promise<void> {
  await seen(page, '#reason-new').click()
  await write(page, '#reason-phrase', phrase)
  await seen(page, '#reason-add').click()
  await seen(page, '#reason-sum').getByText('对上了').waitFor()
}

/** Stands on a cell of the 录分表 and types down from it; each text is ended with Enter. */
export async function typeDown(page: Page, cell: string, texts: readonly string[]): Promise<void> {
  await seen(page, cell).click()
  for (const text of texts) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
}

/** Pastes what a spreadsheet would have put on the clipboard: a column has one text a line. */
export async function pasteAt(page: Page, cell: string, clipboard: string): Promise<void> {
  await seen(page, cell).click()
  await page.evaluate(text => navigator.clipboard.writeText(text), clipboard)
  await page.keyboard.press('Control+V')
}
