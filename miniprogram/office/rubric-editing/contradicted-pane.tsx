import { View } from '@tarojs/components'
import type { UploadedRubrics } from '#shared/contract/rubric-contract'
import { ChoiceCard } from '../../components/choice-card/choice-card'
import { bothValues } from './correcting-in-words'
import { draftOf } from './edits'
import { type AnnexEdit, contradicted } from './make-corrections'

interface ContradictedPaneProps {
  upload: UploadedRubrics
  edits: readonly AnnexEdit[]
  onMine: (edit: AnnexEdit) => void
  onTheirs: (edit: AnnexEdit) => void
}

/** Where two people have written two things: both, and a person says which stays. */
export function ContradictedPane({ upload, edits, onMine, onTheirs }: ContradictedPaneProps) {
  return (
    <View id="contradicted" className="rubric-pane">
      {contradicted(upload, edits).map((edit, index) => {
        const annex = upload.annexes[edit.annex]
        const both = annex && bothValues(draftOf(annex), edit.edit)
        if (!both) return null
        return (
          <View key={`${edit.annex} ${both.place} ${both.mine}`} className="card">
            <View className="asked firm">您改“{both.place}”的时候，别人也改了</View>
            <View className="mt-2" />
            {both.theirs === '已经删去了' ? null : (
              <ChoiceCard
                id={`mine-${index}`}
                chosen={false}
                title="您填的"
                note="点一下，用您填的"
                onPress={() => onMine(edit)}
              >
                {both.mine}
              </ChoiceCard>
            )}
            <ChoiceCard
              id={`theirs-${index}`}
              chosen={false}
              title="现在的"
              note="点一下，用现在的"
              onPress={() => onTheirs(edit)}
            >
              {both.theirs}
            </ChoiceCard>
          </View>
        )
      })}
    </View>
  )
}
