import { Text, View } from '@tarojs/components'
import type { UploadedAnnex, UploadedRubrics } from '#shared/contract/rubric-contract'
import type { ImportFinding } from '#shared/rubric-import/rubric-document'
import { Icon } from '../../components/icon/icon'
import { FindingLines } from './finding-lines'
import { groupFindings } from './places-of-findings'

interface FindingsPaneProps {
  upload: UploadedRubrics
  annex: UploadedAnnex
  onGo: (finding: ImportFinding) => void
  onSeen: (finding: ImportFinding) => void
}

/** Beside the table: what a person has to decide, what to look at, and the words that found no place in it. */
export function FindingsPane({ upload: { unplaced, notices }, annex, onGo, onSeen }: FindingsPaneProps) {
  const groups = groupFindings(annex.findings)
  const isSettled = !groups.some(({ weight }) => weight === 'must')
  return (
    <View id="findings" className="rubric-pane">
      {isSettled ? (
        <View className="card row gap-2 done">
          <Icon name="check" />
          <Text>没有要先定的了，可以发布</Text>
        </View>
      ) : null}
      {groups.map(({ weight, heading, findings }) => (
        <View key={weight} id={`findings-${weight}`} className="card">
          <View className="head">
            <Text className={weight === 'must' ? 'asked' : ''}>{heading}</Text>　{findings.length}
          </View>
          <FindingLines annex={annex} findings={findings} onGo={onGo} onSeen={onSeen} />
        </View>
      ))}
      {notices.length > 0 ? (
        <View className="card">
          <View className="head">这份文件</View>
          {notices.map(notice => (
            <View key={notice} className="finding">
              {notice}
            </View>
          ))}
        </View>
      ) : null}
      {unplaced.length > 0 ? (
        <View id="unplaced" className="card">
          <View className="head">没有放进细则的文字　{unplaced.length}</View>
          {unplaced.map(({ place, words }) => (
            <View key={`${place} ${words}`} className="finding">
              <View>
                <View className="note soft">{place}</View>
                <View className="unplaced-words">{words.trim()}</View>
              </View>
            </View>
          ))}
        </View>
      ) : null}
      <View className="note soft">点表里的一项、一个项目或标题，在这里改。</View>
    </View>
  )
}
