import { View } from '@tarojs/components'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Page } from '../../components/page/page'
import { StatusLine } from '../../components/status-line/status-line'
import { machineName } from '../../platform/machine-name'
import { useWaiting } from './use-waiting'
import { WaitingEntry } from './waiting-entry'

/** What the county does not have yet, oldest first, and why: where the status line leads. */
export default function WaitingPage() {
  const list = useWaiting()
  const { status, entries } = list
  const bar = (
    <BottomBar>
      <PrimaryButton id="send-now" busy={list.isSending} onPress={list.sendNow}>
        {list.isSending ? '正在传' : '现在就传'}
      </PrimaryButton>
    </BottomBar>
  )
  return (
    <Page
      id="waiting"
      status={<StatusLine kind={status.kind} text={status.text} />}
      bar={entries.length > 0 ? bar : undefined}
    >
      {entries.length === 0 ? (
        <View className="mt-3">
          <EmptyState id="nothing-waits" icon="received" title="都传到县总了">
            {machineName()}里没有等着传的。您填的、拍的，县总都已收到。
          </EmptyState>
        </View>
      ) : null}
      {entries.map(entry => (
        <WaitingEntry key={entry.key} entry={entry} list={list} />
      ))}
    </Page>
  )
}
