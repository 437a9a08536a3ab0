import Taro from '@tarojs/taro'
import { useNewestNotices } from '../../backend/use-notices'
import { Card } from '../../components/card/card'
import { Icon } from '../../components/icon/icon'
import { ListRow } from '../../components/list-row/list-row'

export const openNotices = () => void Taro.navigateTo({ url: '/notices/list/list' })

/** 「2条通知没看」, as long as there are any; 通知 at the foot of the page is always there. */
export function UnreadCard() {
  const { unread } = useNewestNotices()
  if (unread === 0) return null
  return (
    <Card rows>
      <ListRow id="unread" before={<Icon name="bell" />} firm arrow onPress={openNotices}>
        {unread}条通知没看
      </ListRow>
    </Card>
  )
}
