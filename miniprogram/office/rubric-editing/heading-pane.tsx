import { View } from '@tarojs/components'
import { Answers } from '../../components/answers/answers'
import { audienceAnswers } from '../../components/answers/audience-answers'
import type { Draft, HeadingFields } from './edits'
import { KeptField } from './kept-field'

/** The lines above the table, and for whom the annex is. */
export function HeadingPane({ draft, onWrite }: { draft: Draft; onWrite: (to: HeadingFields) => void }) {
  const { annex, title, audience, audienceAsWritten } = draft
  return (
    <View className="card pane-fields">
      <KeptField
        id="heading-annex"
        label="附件号"
        value={annex}
        maximum={20}
        onWrite={text => onWrite({ annex: text })}
      />
      <KeptField id="heading-title" label="标题" value={title} onWrite={text => onWrite({ title: text })} />
      <KeptField
        id="heading-audience"
        label="考核对象"
        value={audienceAsWritten}
        onWrite={text => onWrite({ audienceAsWritten: text })}
      />
      <Answers
        name="考核对象类别"
        id="heading"
        answers={audienceAnswers}
        chosen={audience}
        onChoose={chosen => onWrite({ audience: chosen })}
      />
    </View>
  )
}
