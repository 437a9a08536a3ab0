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
}

/** One thing that the person was told; a tap goes where it is about. */
export function NoticeRow({ notice, onOpen }: { notice: NoticeView; onOpen: (notice: NoticeView) => void }) {
  const { noticeId, kind, words, at, isRead } = notice
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
        <View className="row gap-2 mt-1">
          {isRead ? null : <Mark kind="solid">没看</Mark>}
          <Text>{printMoment(at, serverNow())}</Text>
        </View>
      }
      arrow
      onPress={() => onOpen(notice)}
    >
      <Text className={isRead ? '' : 'firm'}>{words}</Text>
    </ListRow>
  )
}
