import { cycleId } from '../support/county'
import { decision } from '../support/county/decisions'
import { filledSheet, rubricOf } from '../support/county/sheets'
import { goTo, type H5, look, seen, startH5, write } from './h5'

/* 代录 of a department's column: what was mistyped is corrected; what the department decided itself is left alone. */

jest.setTimeout(60_000)

let h5: H5
beforeAll(async () => {
  h5 = await startH5()
})
afterAll(() => h5.close())

it('shows what was entered, takes the correction, and nothing where the department itself decided', async () => {
  const { county } = h5
  const submission = { signature: { name: '主席', memberId: 'm-1', at: Date.now() }, late: false }
  await county.arrange('township-a', { ...filledSheet('township'), stage: 'submitted', submission })
  const standing = async () => {
    const { items } = await county.stored('township-a')
    return ['a1-01', 'a1-02'].map(itemId => items[itemId]?.reviews?.['general-office']?.score)
  }

  const decisions = [decision(rubricOf('township'), 'a1-03')]
  await county.as('head-general-office').get('review.decide', { cycleId, departmentId: 'general-office', decisions })

  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/paper-entry/paper-entry?unitId=township-a')
  await seen(page, '#owner-general-office').click()
  await seen(page, '#entry-grid').getByText('部室已定分，不用代录').waitFor()
  expect(await seen(page, '#entry-score-a1-03').count()).toBe(0)
  await write(page, '#entry-score-a1-01', '3')
  await write(page, '#entry-score-a1-02', '3')
  await seen(page, '#entry-enter').click()
  await seen(page, '#entered').getByText('录入了2项').waitFor()
  expect(await standing()).toEqual([300, 300])

  const field = seen(page, '#entry-score-a1-02 input')
  await expect(field.inputValue()).resolves.toBe('3')
  await write(page, '#entry-score-a1-02', '2.5')
  await write(page, '#entry-note-a1-02', '缺1次会议')
  await seen(page, '#seen-originals').click()
  await look(page, 'pc/paper-entry-corrected')
  await seen(page, '#entry-enter').click()
  await seen(page, '#entered').getByText('录入了1项').waitFor()
  expect(await standing()).toEqual([300, 250])
  await expect(field.inputValue()).resolves.toBe('2.5')
  expect(h5.troubles).toEqual([])
})
