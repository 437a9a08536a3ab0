import { Text, View } from '@tarojs/components'
import type { MeetingRow } from '#shared/contract/meeting-contract'
import { meetingKindNames } from '#shared/records/meeting'
import { Button, PrimaryButton } from '../components/button/button'
import { EmptyState } from '../components/empty-state/empty-state'
import { Icon } from '../components/icon/icon'
import { printDate } from '../components/record-trail/entry-lines'
import { scrolledByKeys } from '../platform/scrolled-by-keys'

interface MeetingListProps {
  meetings: readonly MeetingRow[]
  mayEnter: boolean
  /** One was begun on this machine and not entered. */
  isBegun: boolean
  isStale: boolean
  onEnter: () => void
  onOpen: (meetingId: string) => void
}

/** The meetings of the year, newest first, each with who was not there. */
export function MeetingList({ meetings, mayEnter, isBegun, isStale, onEnter, onOpen }: MeetingListProps) {
  const word = isBegun ? '接着记没记完的会议' : '记一次会议'
  return (
    <View id="meeting-list" className="meeting-list">
      <View className="meeting-ways">
        <View className="grow">
          <View className="head">会议签到</View>
          <View className="note soft">到会的不用点，只记缺席、请假、代会。单位马上看得到自己的。</View>
        </View>
        {mayEnter && meetings.length > 0 ? (
          <View className="row">
            <PrimaryButton id="meeting-new" icon={isBegun ? 'pencil' : 'plus'} onPress={onEnter}>
              {word}
            </PrimaryButton>
          </View>
        ) : null}
      </View>
      {isStale ? (
        <View id="meetings-stale" className="row gap-2 asked">
          <Icon name="no-signal" size="small" />
          <Text>没信号，下面是上次看到的</Text>
        </View>
      ) : null}
      {meetings.length === 0 ? (
        <EmptyState
          id="meetings-none"
          icon="people"
          title="还没有记过会议"
          action={
            mayEnter ? (
              <Button id="meeting-new" short onPress={onEnter}>
                {word}
              </Button>
            ) : null
          }
        >
          县总的会议、培训和活动，照着签到册记谁没到。
        </EmptyState>
      ) : (
        <View {...scrolledByKeys} className="meeting-table">
          <View className="meeting-line meeting-line-head">
            <View>日期</View>
            <View>名称</View>
            <View>类型</View>
            <View className="figure">单位</View>
            <View className="figure">应到</View>
            <View className="figure">缺席</View>
            <View className="figure">请假</View>
            <View className="figure">代会</View>
            <View>有出入</View>
          </View>
          {meetings.map(meeting => (
            <Line key={meeting.meetingId} meeting={meeting} onOpen={() => onOpen(meeting.meetingId)} />
          ))}
        </View>
      )}
    </View>
  )
}

function Line({ meeting, onOpen }: { meeting: MeetingRow; onOpen: () => void }) {
  const { meetingId, title, kind, date, units, expected, absent, leave, proxy, doubtsOpen } = meeting
  const counted = [
    ['absent', absent, '缺席'],
    ['leave', leave, '请假'],
    ['proxy', proxy, '代会'],
  ] as const
  return (
    <View id={`meeting-${meetingId}`} className="meeting-line" onClick={onOpen}>
      <View className="soft">{printDate(date)}</View>
      <View className="firm">{title}</View>
      <View className="soft">{meetingKindNames[kind]}</View>
      <View className="figure">{units}</View>
      <View className="figure">{expected}</View>
      {counted.map(([key, count, word]) => (
        <View key={key} className={count > 0 ? 'figure' : 'figure soft'}>
          <Text className="only-narrow note soft">{word} </Text>
          <Text>{count}</Text>
        </View>
      ))}
      <View className="asked">
        {doubtsOpen > 0 ? (
          <>
            <Icon name="look" size="small" />
            <Text>{doubtsOpen}条</Text>
          </>
        ) : null}
      </View>
    </View>
  )
}
