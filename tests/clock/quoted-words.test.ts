import { heldWords } from '#shared/content/written'
import { isStillHeld, quotedWords } from '../../cloudfunctions/requests/views/quoted-words'

const held = new Set(['key'])
const reason = '补签到册，$& 也要'
const returned = {
  kind: 'returned' as const,
  words: `办公室请补充第3项，12月9日前：${reason}`,
  quotes: { key: 'key', text: reason },
}

test('a message and the list quote others only while their words are not held', () => {
  expect(quotedWords(returned, held)).toBe(`办公室请补充第3项，12月9日前：${heldWords}`)
  expect(quotedWords(returned, new Set(['other']))).toBe(returned.words)
  expect(quotedWords(returned, undefined)).toBe(returned.words)
})

test('that words are held is told only while they are', () => {
  const told = { kind: 'content-held' as const, words: '', quotes: { key: 'key', text: '' } }
  expect([isStillHeld(told, held), isStillHeld(told, new Set()), isStillHeld(told, undefined)]).toEqual([
    true,
    false,
    false,
  ])
  expect(isStillHeld(returned, held)).toBe(true)
})
