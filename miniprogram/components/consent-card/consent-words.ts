import type { ConsentView } from '#shared/contract/notice-contract'
import type { BoxOutcome, ConsentAnswer } from '../../platform/capabilities'

/** What came of asking, as a person is told it. */
export interface SaidOfConsent {
  kind: 'accepted' | 'refused' | 'closed' | 'not-asked'
  words: string
  /** Whether another try can do better. */
  mayRetry: boolean
}

/** @param left How many messages may still be sent, where that is known. */
export function wordsOfOutcome(outcome: BoxOutcome, left: number | null): SaidOfConsent {
  switch (outcome.kind) {
    case 'answered':
      return wordsOfAnswers(Object.values(outcome.answers), left)
    case 'switched-off':
      return {
        kind: 'closed',
        words: '您在微信里关了本小程序的订阅消息，没有开成。点右上角「…」，在「设置」里打开，再点一次。',
        mayRetry: true,
      }
    case 'no-network':
      return { kind: 'not-asked', words: '没信号，没有开成。有信号后再点一次。', mayRetry: true }
    case 'not-shown':
      return { kind: 'not-asked', words: '微信没有弹出来，没有开成。请再点一次。', mayRetry: true }
  }
}

function wordsOfAnswers(answers: readonly ConsentAnswer[], left: number | null): SaidOfConsent {
  if (answers.includes('accept')) {
    const some = answers.includes('reject') ? '没勾的不提醒。' : ''
    return { kind: 'accepted', words: `开好了。${left === null ? '' : `${leftWords(left)}。`}${some}`, mayRetry: false }
  }
  if (answers.includes('reject'))
    return { kind: 'refused', words: '没有开，以后不再问。通知都在首页「通知」里，想开时在那里开。', mayRetry: false }
  return { kind: 'closed', words: '微信不让发这类提醒，没有开成。通知都在首页「通知」里。', mayRetry: false }
}

export const leftWords = (left: number) => `还可提醒${left}次`

/** How many messages of these kinds may still be sent; null where a consent lasts. */
export function leftOf(consents: readonly ConsentView[]): number | null {
  const counts = consents.flatMap(({ left }) => (left === null ? [] : [left]))
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0)
}
