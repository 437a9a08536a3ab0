import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { longestIn, parseTemplates } from '#shared/notices/templates'
import { fitWords } from '../../../cloudfunctions/clock/fit-words'
import { demoNoticeTemplates } from '../../../localcloud/demo-county/notice-templates'

const demo = JSON.parse(demoNoticeTemplates)
const withDeadline = (fields: object, template: object = {}) =>
  JSON.stringify({
    ...demo,
    deadline: { ...demo.deadline, ...template, fields: { ...demo.deadline.fields, ...fields } },
  })

test('a county without templates has none, and tells everything in the app', () => {
  expect([parseTemplates(undefined), parseTemplates('')]).toEqual([null, null])
})

test('what is configured is read', () => {
  expect(parseTemplates(demoNoticeTemplates)?.deadline).toMatchObject({ lasting: false, fields: { words: 'thing3' } })
})

test.each([
  ['a field that WeChat has not', withDeadline({ words: 'sentence3' }), /deadline.fields.words.*sentence3/],
  ['a field without a number', withDeadline({ words: 'thing' }), /thing/],
  ['a part that nobody says', withDeadline({ mood: 'thing4' }), /mood/],
  ['an id that is none', withDeadline({}, { templateId: 'short' }), /templateId/],
  ['one long-term template among one-time ones', withDeadline({}, { lasting: true }), /one tap/],
])('%s is said when it is deployed', (_what, text, message) => {
  expect(() => parseTemplates(text)).toThrow(message)
})

test('functions are not built for a deployment whose templates WeChat would refuse', () => {
  const environment = { ...process.env, NOTICE_TEMPLATES: withDeadline({ words: 'sentence3' }) }
  const built = spawnSync('npx', ['tsx', 'cloudfunctions/build.ts'], { env: environment, encoding: 'utf8' })
  expect(built.status).not.toBe(0)
  expect(built.stderr).toContain('NOTICE_TEMPLATES: deadline.fields.words')
})

test('words are fitted whole: no half of a word, never longer than allowed', () => {
  expect(fitWords('还有3天截止，还有7项没填。', longestIn('thing3'))).toBe('还有3天截止，还有7项没填。')
  const fitted = fitWords('组织部请补充第5项，12月9日前：会议记录看不清，请补一页签到', 20)
  expect(fitted.endsWith('…')).toBe(true)
  expect([...fitted].length).toBeLessThanOrEqual(20)
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'工会主席报送资料还有3天，。 '), maxLength: 60 }), text => {
      const fits = fitWords(text, 20)
      expect([...fits].length).toBeLessThanOrEqual(20)
      const plain = text.replace(/\s+/g, ' ').trim()
      if ([...plain].length <= 20) expect(fits).toBe(plain)
      else expect(plain.startsWith(fits.slice(0, -1))).toBe(true)
    }),
  )
})

test('it is never cut inside of a word, nor does it end with a comma', () => {
  const segments = new Intl.Segmenter('zh', { granularity: 'word' })
  const sentences = [
    '组织部请补充第5项，',
    '会议记录看不清',
    '请补一页签到，',
    '12月9日前：',
    '缺职工代表大会决议',
    '主席已报送。',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sentences), { minLength: 3, maxLength: 6 }), fc.nat(30), (parts, more) => {
      const text = parts.join('')
      const fitted = fitWords(text, 8 + more)
      if (fitted === text) return
      const whole = fitted.slice(0, -1)
      expect(fitted.endsWith('…')).toBe(true)
      expect(whole).not.toMatch(/[，。、；：（「\s]$/)
      const ends = [...segments.segment(text)].map(({ index, segment }) => index + segment.length)
      expect(ends).toContain(whole.length)
    }),
  )
})
