import { picture, picturesWithThumbnails, registration } from '../support/county/files'
import { goTo, type H5, look, seen, startH5 } from './h5'

/* Personal papers before others than the unit: a sign in place of the thumbnail, and a look only where they are touched. */

jest.setTimeout(60_000)

let h5: H5
beforeAll(async () => {
  h5 = await startH5()
  const { county } = h5
  for (const [shade, fields] of [
    [10, { personal: true, name: '职工身份证复印件' }],
    [60, {}],
    [110, {}],
  ] as const) {
    const files = await picturesWithThumbnails(county, 'filler-township-a', [picture(shade)])
    await county.as('filler-township-a').get('material.register', registration({ files, items: ['a1-01'], ...fields }))
  }
  county.cloud.wechat.deem(picture(10).content, 'risky')
  await county.cloud.fireTimer('clock')
  await county.cloud.wechat.pushResults()
  await county.arrange('township-a', { stage: 'submitted' })
})
afterAll(() => h5.close())

const looks = async () => (await h5.county.database.collection('views').get()).data.map(({ who }) => who)

it('the office looks at what WeChat thinks risky by a touch, and is noted', async () => {
  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/inbox/inbox')
  await page.getByText('个人材料，点开查看，查看有记录').waitFor()
  expect(await looks()).toEqual([])
  await look(page, 'pc/inbox-personal')
  await seen(page, '.inbox-personal').click()
  await page.locator('.taro-preview-image, [class*="preview"] img').first().waitFor({ state: 'attached' })
  expect(await looks()).toEqual(['考核办'])
  await page.reload()
  await seen(page, '[id^="show-"]').first().click()
  await page.getByText('部室可以看').first().waitFor()
})

it('a department sees no thumbnail of it, opens other pages without it, and it by itself', async () => {
  const page = await h5.at('head-general-office', 'phone')
  await goTo(page, '/department/review/review?unit=township-a&item=a1-01')
  await page.getByText('个人材料，点开查看，查看有记录').waitFor()
  expect(await seen(page, '.pages-of-item img').count()).toBe(2)
  await look(page, 'phone/review-personal')
  const asked = (materials: number) =>
    page.waitForRequest(request => {
      const body = request.postDataJSON()
      return body?.request === 'material.view' && body.input.materials.length === materials
    })
  const others = asked(2)
  await seen(page, '#page-2').click()
  await (await others).response()
  expect(await looks()).toEqual(['考核办'])
  await page.reload()
  await seen(page, '#page-1').waitFor()
  const itself = asked(1)
  await seen(page, '#page-1').click()
  await (await itself).response()
  expect(await looks()).toEqual(['考核办', '办公室'])
  expect(h5.troubles).toEqual([])
})
