import { leftOf, wordsOfOutcome } from '../../miniprogram/components/consent-card/consent-words'
import type { BoxOutcome, ConsentAnswer } from '../../miniprogram/platform/capabilities'

const answered = (...given: ConsentAnswer[]): BoxOutcome => ({
  kind: 'answered',
  answers: Object.fromEntries(given.map((answer, place) => [`template-${place}`, answer])),
})

test.each<[string, BoxOutcome, number | null, string, boolean]>([
  ['all allowed', answered('accept', 'accept'), 4, '开好了。还可提醒4次。', false],
  ['some allowed', answered('accept', 'reject'), 1, '开好了。还可提醒1次。没勾的不提醒。', false],
  ['allowed for good', answered('accept'), null, '开好了。', false],
  ['refused', answered('reject', 'filter'), 0, '没有开，以后不再问', false],
  ['closed by WeChat', answered('ban'), 0, '微信不让发这类提醒', false],
  ['not even asked', answered('filter', 'filter'), 0, '微信不让发这类提醒', false],
  ['main switch off', { kind: 'switched-off' }, 0, '您在微信里关了', true],
  ['no network', { kind: 'no-network' }, 0, '没信号，没有开成', true],
  ['box not shown', { kind: 'not-shown' }, 0, '请再点一次', true],
])('%s', (_, outcome, left, words, mayRetry) => {
  const said = wordsOfOutcome(outcome, left)
  expect(said.words).toContain(words)
  expect(said.mayRetry).toBe(mayRetry)
})

test('what is left is counted over the kinds that are asked for; a lasting consent is not counted', () => {
  expect(
    leftOf([
      { templateId: 'a', lasting: false, left: 1 },
      { templateId: 'b', lasting: false, left: 2 },
    ]),
  ).toBe(3)
  expect(leftOf([{ templateId: 'a', lasting: true, left: null }])).toBeNull()
  expect(leftOf([])).toBeNull()
})
