import type { Assessment, Summary } from './assessment'

/** 得分核对 of one unit. Nobody notes who has looked: what counts is what the unit has said. */
export type ScoreCheck = 'nothing-said' | 'doubting' | 'confirmed'

export const scoreCheckNames: Record<ScoreCheck, string> = {
  'nothing-said': '还没核对',
  doubting: '有疑问',
  confirmed: '没有疑问',
}

/** What the unit has said of its scores; a doubt that was answered still is one until the unit says 没有疑问. */
export function scoreCheckOf({ stage, summary }: Pick<Assessment, 'stage'> & { summary: Summary }): ScoreCheck {
  if (stage === 'checked') return 'confirmed'
  return (summary.doubtsOpen ?? 0) + (summary.doubtsAnswered ?? 0) > 0 ? 'doubting' : 'nothing-said'
}
