import { View } from '@tarojs/components'
import { Chip } from '../../components/chip/chip'
import { audiences } from '../progress/progress'
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
      <View className="note soft">考核对象类别</View>
      <View className="chips wrap">
        {audiences.map(one => (
          <Chip
            key={one.audience}
            id={`heading-${one.audience}`}
            worded
            chosen={audience === one.audience}
            onPress={() => onWrite({ audience: one.audience })}
          >
            {one.name}
          </Chip>
        ))}
      </View>
    </View>
  )
}
