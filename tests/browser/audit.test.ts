import { auditIn, type Window } from './audit/audit'
import { lengthen } from './audit/long-county'
import type { Places } from './audit/screens'
import { goTo, type H5, type Screen, seen, startH5 } from './h5'

/*
 * The screens on which words have least room, in the narrowest window with 大字 and on the office's PC: no words cut, no
 * touch missed, nothing grave by axe. Every screen in every window is `npm run prove -- audit`.
 */

jest.setTimeout(60_000)

let h5: H5
let places: Places
beforeAll(async () => {
  h5 = await startH5()
  places = await lengthen(h5.county)
})
afterAll(() => h5.close())

it.each<[string, Window, string[]]>([
  [
    'a narrow phone in 大字',
    { screen: 'narrow', large: true },
    ['last-year', 'folder-sorting', 'review', 'by-item', 'office-inbox'],
  ],
  ['a PC', { screen: 'pc', large: false }, ['grid', 'office-board', 'office-targets']],
])('%s', async (_, window, names) => {
  const { looks, faults } = await auditIn(h5, window, { places, only: ({ name }) => names.includes(name) })
  expect(faults).toEqual({})
  expect(looks).toBe(names.length)
})

it.each<[string, Screen, boolean, string]>([
  ['a phone in 大字', 'phone', true, '22.1px'],
  ['a PC', 'pc', false, '16px'],
])('the words of an item on %s are of the size that is drawn', async (_, screen, large, size) => {
  const page = await h5.at('filler-township-a', screen, { 'large-type': large })
  await goTo(page, '/unit/item/item?item=a1-05')
  const words = seen(page, '#item').getByText('完成工会会员信息采集')
  expect(await words.evaluate(element => getComputedStyle(element).fontSize)).toBe(size)
  await page.context().close()
})

it('nothing else went wrong in any page', () => expect(h5.troubles).toEqual([]))
