import { type ProblemCode, problems } from '#shared/errors/problems'
import { unreadable } from '#shared/rubric-import/unreadable'

/*
 * Every sentence of the table, for a person of 55 who reads only this: what happened, whether anything is lost, what now.
 * A next step is the last sentence, and it either asks the person for something (请…) or says that the program goes on
 * by itself (会自己…). What is safe is said in one of a few words, wherever the refused call carried or changed
 * something; a rule broken by what stands in a field says so beside the field, where it can be seen that it is there.
 */
const nextStep = /请|会自己/
const saysWhatIsSafe = /没有(保存|丢|删|动|改动|收下|导入|读|送|发布|开始|撤|比)|都在|还在/

/** Answers to somebody who only looked or chose: nothing of theirs is under way. */
const onlyLooking = /\.(unknown|unknown-measure|unknown-entry|unknown-code|none)$/
const onlyChose: readonly ProblemCode[] = [
  'identity.not-a-member',
  'sign-in.expired',
  'sign-in.used',
  'county.wrong-code',
  'invitation.expired',
  'visit.no-units',
  'supplement.until-past',
  'document.unreadable',
]
/** Broken rules of one field, shown beside it. */
const besideTheField = /^(self-score|review-score|not-applicable|remark|deduction|departure|seen)\.|\.without-proof$/

const figures = {
  ...{ number: 5, numbers: [3, 5], maximum: 400, step: 50, gap: 100, sum: 50, figure: 350, count: 2, files: 300 },
  ...{
    maximumKilobytes: 450,
    field: '分数',
    day: '12月3日',
    places: 300,
    entries: 20,
    title: '2026年度考核',
    name: '得分怎么算',
    why: unreadable.pdf,
  },
}
const codes = Object.keys(problems).filter((code): code is ProblemCode => code in problems)
const sentenceOf = (code: ProblemCode): string => Reflect.apply(problems[code].message, undefined, [figures])
const lastOf = (message: string) => message.split('。').filter(Boolean).at(-1) ?? ''

test.each(codes)('%s ends with the next step', code => {
  const message = sentenceOf(code)
  expect(message).toMatch(/。$/)
  expect(message).not.toContain('undefined')
  expect(lastOf(message)).toMatch(nextStep)
})

test.each(codes.filter(code => !onlyLooking.test(code) && !besideTheField.test(code) && !onlyChose.includes(code)))(
  '%s says what is safe',
  code => expect(sentenceOf(code)).toMatch(saysWhatIsSafe),
)

test.each(Object.entries(unreadable))('a file that is %s: what to do with it', (_, message) =>
  expect(lastOf(message)).toMatch(nextStep),
)

test.each([
  ['县总已经建好，不用再建。', false],
  ['部室还没有评完，评分表还不能打印。', false],
  ['请先登录。登录已失效。', false],
  ['没有保存，您填的还在。请改过再试。', true],
  ['填的都在。过一会儿会自己再传。', true],
])('%s is told apart', (message, isWhole) => expect(nextStep.test(lastOf(message))).toBe(isWhole))

/** The county does not know what the person sits at; screens name the machine where it matters. */
test.each(codes.filter(code => code !== 'identity.required'))('%s does not speak of a phone', code =>
  expect(sentenceOf(code)).not.toMatch(/手机(?!资料)/),
)
