import { Text, View } from '@tarojs/components'
import type { ReviewScore } from '#shared/assessment/assessment'
import type { SuggestionView } from '#shared/contract/visit-contract'
import { printMoment } from '#shared/cycle/beijing-time'
import { printPoints } from '#shared/scoring/points'
import { serverNow } from '../../backend/ask'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { ScoreInWords } from '../../components/scoring/decided-answer'

interface SuggestionsProps {
  suggestions: readonly SuggestionView[]
  /**
   * Takes one over into my own draft; null where I may not draft. The department alone decides. Words that are held are no
   * grounds to take.
   */
  onTake: ((score: ReviewScore) => void) | null
}

/** 「二组 老刘 建议4.5」 with why and what was looked at. Ids `suggestion-1`, `take-1` … */
export function Suggestions({ suggestions, onTake }: SuggestionsProps) {
  if (suggestions.length === 0) return null
  return (
    <Card id="suggestions">
      {suggestions.map((suggestion, place) => (
        <View key={`${suggestion.groupName}${suggestion.memberName}`} id={`suggestion-${place + 1}`} className="mt-1">
          <View className="between">
            <View className="grow">
              <Text className="firm">{suggestionInWords(suggestion)}</Text>
              <View className="note soft">{printMoment(suggestion.at, serverNow())}</View>
            </View>
            {onTake && !suggestion.held ? (
              <Button id={`take-${place + 1}`} short light onPress={() => onTake(suggestion.score)}>
                用这个
              </Button>
            ) : null}
          </View>
          <ScoreInWords score={suggestion.score} />
          {suggestion.score.comment ? <View className="note soft">{suggestion.score.comment}</View> : null}
        </View>
      ))}
    </Card>
  )
}

export function suggestionInWords({ groupName, memberName, score }: SuggestionView): string {
  const what = score.notApplicableAgreed ? '同意不涉及' : score.score === null ? '还没打分' : printPoints(score.score)
  return `${groupName.replace(/^考核/, '')} ${memberName} 建议${what}`
}
