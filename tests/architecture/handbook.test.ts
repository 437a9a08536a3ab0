import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screenTexts, shapesOf } from '../support/screen-texts'

const handbook = 'miniprogram/handbook'
const pages = readdirSync(handbook)
const read = (page: string) => readFileSync(join(handbook, page), 'utf8')

/**
 * 「」 in the handbook are words on a screen of ours and nothing else, with … for words that the screen puts in; words of
 * WeChat or of a phone stand in “”.
 */
const quoted = pages.flatMap(page =>
  [...new Set([...read(page).matchAll(/「([^」]+)」/g)].map(([, words]) => words ?? ''))].map(words => [page, words]),
)
const texts = screenTexts()
const isOnScreen = (words: string) => shapesOf(words).some(shape => texts.has(shape))

test.each(quoted)('%s names 「%s」 as it stands on the screen', (_, words = '') => expect(isOnScreen(words)).toBe(true))

test.each(['交卷', '送主席', '从第一项填起', '归到第项'])('「%s」, which no screen says, is told apart', words =>
  expect(isOnScreen(words)).toBe(false),
)

const people = ['unit.md', 'department.md', 'visit.md', 'office.md']

test.each(people)('%s says what is safe when something goes wrong, and what paper does', page => {
  const words = read(page)
  for (const what of ['没信号', '换手机', '手机丢了', '存满了', '截止过了', '两个人同时'])
    expect(words).toContain(`**${what}`)
  expect(words.match(/\*\*用纸/g)?.length).toBeGreaterThan(1)
})

test('README.md leads to every other page', () => {
  const links = [...read('README.md').matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to ?? '')
  expect(links.filter(to => !existsSync(join(handbook, to)))).toEqual([])
  expect(pages.filter(page => page !== 'README.md' && !links.includes(page))).toEqual([])
})

/** Set in 小四 (12 pt), for eyes of 57: 40 characters a line, 43 lines a page; a heading takes the room of two. */
test('unit.md is no longer than two pages of A4', () => {
  const lines = read('unit.md').split('\n').filter(Boolean)
  const room = lines.map(line => (line.startsWith('#') ? 2 : Math.ceil(line.replaceAll('*', '').length / 40)))
  expect(room.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(86)
})
