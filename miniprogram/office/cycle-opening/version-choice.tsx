import { View } from '@tarojs/components'
import { ListRow } from '../../components/list-row/list-row'
import { TickBox } from '../../components/tick-box/tick-box'
import { audiences } from '../progress/progress'
import { originInWords } from '../rubrics/origin-in-words'
import type { OpeningWork } from './use-opening'

/** Which version of its annex each 考核对象类别 is scored by; the newest unless another is chosen. */
export function VersionChoice({ work: { versions, chosen, opening, write } }: { work: OpeningWork }) {
  return (
    <View className="card">
      <View className="head">评分细则</View>
      {audiences.map(({ audience, name }) => (
        <View key={audience} id={`opening-versions-${audience}`} className="mt-2">
          <View className="note soft">{name}</View>
          {versions
            .filter(version => version.audience === audience)
            .map(({ rubricVersionId, annex, items, origin }) => (
              <ListRow
                key={rubricVersionId}
                id={`choose-${rubricVersionId}`}
                before={<TickBox round on={chosen[audience]?.rubricVersionId === rubricVersionId} />}
                below={originInWords(origin)}
                onPress={() => write({ versions: { ...opening.versions, [audience]: rubricVersionId } })}
              >
                {annex}　{items}项
              </ListRow>
            ))}
        </View>
      ))}
    </View>
  )
}
