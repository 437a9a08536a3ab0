import Taro from '@tarojs/taro'
import type { BoxOutcome, ConsentAnswer, ConsentBox } from './capabilities'

/** More templates than this in one call, and WeChat shows nothing (20003). */
const AT_ONCE = 3

/** WeChat's numbers for a box that it did not show; every other has the same words for a person: try again. */
const failures: Record<number, Exclude<BoxOutcome['kind'], 'answered'>> = {
  10002: 'no-network',
  10003: 'no-network',
  20004: 'switched-off',
}

export const consentBox: ConsentBox = {
  available: true,
  async ask(templateIds) {
    const tmplIds = templateIds.slice(0, AT_ONCE)
    try {
      // Taro's types ask for the ids of another company's platform too; WeChat passes over them.
      const said = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
      return { kind: 'answered', answers: answersAmong({ ...said }, tmplIds) }
    } catch (failure) {
      return { kind: failures[numberOf(failure)] ?? 'not-shown' }
    }
  },
}

/** What WeChat does not mention it has not asked. */
function answersAmong(said: Record<string, unknown>, tmplIds: readonly string[]): Record<string, ConsentAnswer> {
  return Object.fromEntries(tmplIds.map(id => [id, parseAnswer(said[id])]))
}

/** WeChat has made new words for 「accept」: with sound, and the like. */
function parseAnswer(word: unknown): ConsentAnswer {
  if (typeof word === 'string' && word.startsWith('accept')) return 'accept'
  return word === 'reject' || word === 'ban' ? word : 'filter'
}

function numberOf(failure: unknown): number {
  const isNumbered = typeof failure === 'object' && failure !== null && 'errCode' in failure
  return isNumbered && typeof failure.errCode === 'number' ? failure.errCode : 0
}
