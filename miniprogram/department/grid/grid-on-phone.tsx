import Taro from '@tarojs/taro'
import { PrimaryButton } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Page } from '../../components/page/page'
import { queueAddress } from '../scoring/addresses'

/** A table of units × items does not fit a phone; the same scores can be given there one by one. */
export function GridOnPhone() {
  const toQueue = () => void Taro.redirectTo({ url: queueAddress('items') })
  return (
    <Page id="grid-on-phone">
      <EmptyState
        icon="list"
        title="录分表要在电脑上用"
        action={<PrimaryButton onPress={toQueue}>按项评分</PrimaryButton>}
      >
        手机上放不下这张表。可以按项一家一家评，评过的都在。
      </EmptyState>
    </Page>
  )
}
