import { Text, View } from '@tarojs/components'
import type { RubricVersionRow } from '#shared/contract/rubric-contract'
import { Button } from '../../components/button/button'
import { Mark } from '../../components/mark/mark'
import { audiences } from '../progress/progress'
import { originInWords } from './origin-in-words'

interface VersionRowsProps {
  versions: readonly RubricVersionRow[]
  comparing: string | null
  onCompare: (rubricVersionId: string) => void
}

/** The versions of each audience, the newest first: from which file, and which year uses it. */
export function VersionRows({ versions, comparing, onCompare }: VersionRowsProps) {
  return (
    <>
      {audiences.map(({ audience, name }) => (
        <View key={audience} id={`versions-${audience}`} className="card versions">
          <View className="versions-head firm">{name}</View>
          {versions
            .filter(version => version.audience === audience)
            .map(({ rubricVersionId, annex, title, items, origin, usedBy }) => (
              <View
                key={rubricVersionId}
                id={`version-${rubricVersionId}`}
                className={rubricVersionId === comparing ? 'version chosen' : 'version'}
              >
                <View className="grow">
                  <View>
                    {annex} {title}
                  </View>
                  <View className="note soft">
                    {items}项　{originInWords(origin)}
                  </View>
                </View>
                <View className="version-uses">
                  {usedBy.map(cycle => (
                    <Mark key={cycle}>{cycle}</Mark>
                  ))}
                  {usedBy.length === 0 ? <Text className="note soft">还没有用</Text> : null}
                </View>
                <Button
                  id={`compare-${rubricVersionId}`}
                  short
                  light
                  kind="quiet"
                  onPress={() => onCompare(rubricVersionId)}
                >
                  和上一年比
                </Button>
              </View>
            ))}
        </View>
      ))}
    </>
  )
}
