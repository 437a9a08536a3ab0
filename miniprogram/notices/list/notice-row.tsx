import { Text, View } from '@tarojs/components'
import type { NoticeView } from '#shared/contract/notice-contract'
import { printMoment } from '#shared/cycle/beijing-time'
import type { NoticeKind } from '#shared/notices/notice'
import { serverNow } from '../../backend/ask'
import { Icon, type IconName } from '../../components/icon/icon'
import { ListRow } from '../../components/list-row/list-row'
import { Mark } from '../../components/mark/mark'

const icons: Record<NoticeKind, IconName> = {
  'year-opened': 'paper',
  'deadline-near': 'clock',
  extended: 'clock',
  returned: 'return',
  received: 'received',
  'all-in': 'people',
  released: 'checked',
  'doubt-answered': 'pencil',
  unreached: 'call',
  'content-held': 'pencil',
  'score-doubt-raised': 'pencil',
  'score-doubt-answered': 'pencil',
}

interface NoticeRowProps {
  notice: NoticeView
  /** The person holds several posts, so that it must be said whom it concerns. */
  isOneOfSeveral: boolean
  onOpen: (notice: NoticeView) => void
}

/** One thing that the person was told; a tap goes where it is about. */
export function NoticeRow({ notice, isOneOfSeveral, onOpen }: NoticeRowProps) {
  const { noticeId, kind, words, at, isRead, unitName } = notice
  const mark = (
    <View className={kind === 'returned' ? 'asked' : 'soft'}>
      <Icon name={icons[kind]} />
    </View>
  )
  return (
    <ListRow
      id={`notice-${noticeId}`}
      before={mark}
      below={
        <View className="row wrap gap-2 mt-1">
          {isRead ? null : <Mark kind="solid">没看</Mark>}
          <Text>{printMoment(at, serverNow())}</Text>
          {isOneOfSeveral && unitName ? <Text>{unitName}</Text> : null}
        </View>
      }
      arrow
      onPress={() => onOpen(notice)}
    >
      <Text className={isRead ? '' : 'firm'}>{words}</Text>
    </ListRow>
  )
}
