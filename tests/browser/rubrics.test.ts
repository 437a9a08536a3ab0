import type { Page } from 'playwright-core'
import { unreadable } from '#shared/rubric-import/unreadable'
import { newWords, wordFile } from '../support/county/rubrics'
import { goTo, type H5, look, seen, startH5, write } from './h5'

/* Next year's 附件3 from its Word file to the year that is scored by it. */

jest.setTimeout(60_000)

let h5: H5
beforeAll(async () => {
  h5 = await startH5()
})
afterAll(() => h5.close())

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await seen(page, '#rubric-upload').click()
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer })
}

it('is read, corrected, published, compared, and opens the next year', async () => {
  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/rubrics/rubrics')
  await seen(page, '#versions-party-government').getByText('2026年度考核').waitFor()

  await choose(page, '细则.pdf', Buffer.from('%PDF-1.7\n'))
  await seen(page, '#rubric-failure').getByText(unreadable.pdf).waitFor()
  await look(page, 'pc/rubrics')
  await choose(page, '2027年细则.docx', await wordFile())

  // Two things to decide: the new row, and the sum.
  const musts = seen(page, '#findings-must')
  await musts.getByText('写的是15分，各项相加是17分').waitFor()
  expect(await seen(page, '#publish').textContent()).toBe('还有2处要先定')
  await look(page, 'pc/rubric-draft', 'office-rubric-draft')

  await musts.getByText('是新的一项').click()
  await seen(page, '#draft-row-a3-14.chosen').first().waitFor()
  await write(page, '#row-preparation', '活动通知、照片和签到表')
  await write(page, '#row-short-name', '关爱新就业群体')
  await look(page, 'pc/rubric-row')
  await seen(page, '#draft-category-a3-c1').click()
  await write(page, '#category-points', '17')
  await seen(page, '#category-name').click()
  await seen(page, '#category-sum').getByText('4项，合计17分').waitFor()
  await seen(page, '#part-back').click()
  await seen(page, '#findings').getByText('可以发布').waitFor()
  await seen(page, '#status-line').getByText('已存').waitFor()

  await seen(page, '#segment-comparison').click()
  const comparison = seen(page, '#comparison')
  await comparison.getByText('改了文字1处').waitFor()
  expect(await comparison.locator('.comparison-removed').textContent()).toBe('1')
  await look(page, 'pc/rubric-comparison')

  await seen(page, '#publish').click()
  await page.getByText('发布以后这一份不再变').waitFor()
  await page.locator('.taro-model__confirm').click()
  await seen(page, '#published').waitFor()

  await goTo(page, '/office/cycle/cycle')
  await seen(page, '#opening-begin').click()
  await seen(page, '#opening-versions-party-government').getByText('14项').waitFor()
  await write(page, '#opening-document', '县工〔2027〕3号')
  await seen(page, '#opening-choices').getByText('最少留1分').click()
  await look(page, 'pc/cycle-opening', 'office-cycle-opening')
  await seen(page, '#opening-open').click()
  await page.getByText('开始以后').waitFor()
  await page.locator('.taro-model__confirm').click()
  await seen(page, '#cycle-decisions').getByText('最少留1分').waitFor()
  await look(page, 'pc/cycle-decided')

  const { cycle } = await h5.county.overHttp().get('rubric.list', {})
  const rubricVersionId = cycle?.rubricVersionIds['party-government'] ?? ''
  const { rubric } = await h5.county.overHttp().get('rubric.read', { rubricVersionId })
  const items = rubric.categories.flatMap(category => category.items)
  expect(items.find(({ id }) => id === 'a3-14')).toMatchObject({
    text: newWords,
    shortName: '关爱新就业群体',
    preparation: '活动通知、照片和签到表',
  })
  expect(items.find(({ id }) => id === 'a3-02')?.rule).toMatchObject({ floor: 100 })
  expect(h5.troubles).toEqual([])
})

it('begins the first year where there is none', async () => {
  const { county } = h5
  await county.database.collection('cycles').where({}).remove()
  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/cycle/cycle')
  await seen(page, '#opening-versions-township').getByText('25项').waitFor()
  await seen(page, '#opening-open').click()
  await seen(page, '#opening-faults').getByText('还有3处没填好').waitFor()
  await write(page, '#opening-document', '县工〔2026〕11号')
  await write(page, '#opening-self-day', '12月15日')
  await write(page, '#opening-review-day', '12月31日')
  await seen(page, '#opening-step-10').click()
  await look(page, 'pc/cycle-first')
  await seen(page, '#opening-open').click()
  await page.getByText('开始以后').waitFor()
  await page.locator('.taro-model__confirm').click()
  await seen(page, '#phase-review').waitFor()
  const { cycle } = await county.overHttp().get('rubric.list', {})
  expect(cycle).toMatchObject({ documentNumber: '县工〔2026〕11号', departmentStep: 10, phase: 'self-assessment' })
  expect(h5.troubles).toEqual([])
})
