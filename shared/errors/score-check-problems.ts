import { final } from './sentence'

interface OfItem {
  /** 第几项, as the annex counts. */
  number: number
}

/** The part of the table of refusals about 得分核对 and 疑问. */
export const scoreCheckProblems = {
  'score-check.closed': final(() => '现在不是得分核对的时候，得分没有动，写的还在。请问考核办什么时候核对。'),
  'score-check.not-scored': final(() => '部室还没有评完，现在不能说没有疑问，评过的都在。请等部室评完再核对。'),
  'score-check.doubts-open': final(
    (d: { numbers: number[] }) =>
      `第${d.numbers.join('、')}项的疑问还在等部室答复，现在不能说没有疑问。请等答复，或先撤回疑问。`,
  ),
  'score-check.confirmed': final(() => '已经说过没有疑问，得分没有动，写的还在。请先撤回「没有疑问」再写疑问。'),
  'score-check.not-confirmed': final(() => '现在没有「没有疑问」可以撤回，得分没有动。请刷新后看最新情况。'),
  'score-doubt.no-score': final((d: OfItem) => `第${d.number}项还没有部室评分，写的还在。请等部室评完再写疑问。`),
  'score-doubt.waiting': final((d: OfItem) => `第${d.number}项已经有疑问在等答复，写的还在。请等答复，或先撤回再写。`),
  'score-doubt.not-waiting': final(
    (d: OfItem) => `第${d.number}项现在没有等答复的疑问，写的还在。请刷新后看最新情况。`,
  ),
  'score-doubt.stale': final((d: OfItem) => `第${d.number}项的疑问刚有变化，没有保存，写的还在。请刷新后看最新情况。`),
  'score-doubt.same-score': final(
    (d: OfItem) => `第${d.number}项分数没有变，没有答复，写的还在。请改分数，或者选维持并写一句为什么。`,
  ),
} as const
