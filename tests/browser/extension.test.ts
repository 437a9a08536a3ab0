import { dayText, endOfDate, printDay } from '#shared/cycle/beijing-time'
import { cycleId } from '../support/county'
import { extensions } from '../support/county/extensions'
import { goTo, type H5, look, seen, startH5, write } from './h5'

/* 展期 on the office's PC: who is late is chosen, given a day and a reason; afterwards the board and the unit's home say it. */

jest.setTimeout(60_000)

const DAY = 86_400_000
let h5: H5
beforeAll(async () => {
  h5 = await startH5()
  // Three units are late since yesterday, and one of them hands in before the office is done.
  await extensions(() => h5.county).arrange(Date.now() - DAY)
  await h5.county.arrangeCycle({ phase: 'review' })
})
afterAll(() => h5.close())

it('is granted to those that are late, asked for first, and answered unit by unit', async () => {
  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/board/board')
  await seen(page, '#extend').click()
  await seen(page, '#extension-grant').click()
  await page.getByText('请选单位。').waitFor()
  await seen(page, '#extension-late').click()
  await page.getByText('选了3家').waitFor()
  await seen(page, '#extension-grant').click()
  await page.getByText('请选展期到哪天。').waitFor()
  await seen(page, '#extension-day').click()
  await look(page, 'pc/extension-days')
  await page.getByText('确定', { exact: true }).click()
  const day = printDay(Date.now())
  await seen(page, '#extension-left').waitFor()
  await seen(page, '#extension-grant').click()
  await page.getByText('请写原因。').waitFor()
  await write(page, '#extension-reason', '换届，主席未到任')
  expect(await page.getByText('请写原因。').count()).toBe(0)
  await look(page, 'pc/extension')

  // What was written is there again for whoever closes it and thinks.
  await seen(page, '#extension-close').click()
  await seen(page, '#extend').click()
  expect(await seen(page, '#extension-reason input').inputValue()).toBe('换届，主席未到任')
  await seen(page, '#extension-grant').click()
  await page.getByText(`给3家展期到${day}？`).waitFor()
  await seen(page, '.taro-modal__cancel, .taro-model__cancel').click()
  expect((await h5.county.stored('township-a')).extension).toBeUndefined()

  const submission = { signature: { name: '商务系统主席', memberId: 'm-0', at: Date.now() }, late: true }
  await h5.county.arrange('system-a', { stage: 'submitted', submission })
  await seen(page, '#extension-grant').click()
  await seen(page, '.taro-modal__confirm, .taro-model__confirm').click()
  await seen(page, '#extension-granted').waitFor()
  expect(await seen(page, '#extension-granted').innerText()).toContain(`2家报送截止是${day}`)
  expect(await seen(page, '#extension-refused').innerText()).toContain('已经报送，不用展期')
  await look(page, 'pc/extension-done')
  await seen(page, '#extension-done').click()
  await seen(page, '#board-township-a').getByText(`展期到${day}`).waitFor()
  expect(await seen(page, '#board-sentence').innerText()).toContain('其中展期2家')
  await look(page, 'pc/board-extended')
  expect(await h5.county.stored('township-a')).toMatchObject({
    selfDueAt: endOfDate(dayText(Date.now())),
    extension: { reason: '换届，主席未到任', signature: { name: '考核办' } },
  })
  expect(h5.troubles).toEqual([])
})

it('stands at the unit’s home and beside 报送, and nothing is late there', async () => {
  const page = await h5.at('chair-township-a', 'phone')
  await page.getByText(`展期到${printDay(Date.now())}`).waitFor()
  expect(await page.getByText('逾期').count()).toBe(0)
  await look(page, 'phone/home-extended')
  await goTo(page, '/unit/submit/submit')
  await seen(page, '#submit-extended').waitFor()
  await look(page, 'phone/submit-extended')
})

it('may be taken back while the county’s own deadline is ahead, and changed', async () => {
  const { arrange, extend } = extensions(() => h5.county)
  await arrange(Date.now() + 5 * DAY)
  await extend()
  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/board/board')
  await seen(page, '#extend').click()
  await page.getByText('换届，主席未到任（考核办').waitFor()
  await seen(page, '#extend-township-b').click()
  expect(await seen(page, '#extension-take-back').count()).toBe(0)
  await seen(page, '#extend-township-b').click()
  await seen(page, '#extend-township-a').click()
  await write(page, '#extension-reason', '点错了单位')
  await look(page, 'pc/extension-take-back')
  await seen(page, '#extension-take-back').click()
  await page.getByText('收回1家的展期？').waitFor()
  await seen(page, '.taro-modal__confirm, .taro-model__confirm').click()
  await seen(page, '#extension-granted').waitFor()
  expect((await h5.county.stored('township-a')).extension?.length).toBe(0)
})

it('is there on the office’s phone in 大字', async () => {
  const { arrange } = extensions(() => h5.county)
  await arrange(Date.now() - DAY)
  const page = await h5.at('office', 'phone', { 'large-type': true })
  await goTo(page, '/office/board/board')
  await seen(page, '#extend').click()
  await seen(page, '#extension-late').click()
  await look(page, 'phone/extension')
})

it('is no button of a leader', async () => {
  const page = await h5.at('leader', 'pc')
  await goTo(page, '/office/board/board')
  await seen(page, '#calling-list').waitFor()
  expect(await seen(page, '#extend').count()).toBe(0)
  expect(await h5.county.as('leader').get('office.overview', { cycleId })).toMatchObject({
    abilities: { 'office.overview': true },
  })
})
