import Taro from '@tarojs/taro'
import type { Instant } from '#shared/assessment/signature'
import { useOutboxStatus } from '../../outbox/use-outbox'
import { machineName } from '../../platform/machine-name'
import { StatusLine } from '../status-line/status-line'

interface OutboxLineProps {
  /** The page shows the phone's copy, because the county could not be reached. */
  isStale?: boolean
  /** When the county last took something of what the page shows, from whatever machine. */
  lastReceived?: Instant | null
  /** Leads to what waits for the person: 2项要您看一下. */
  onLook?: () => void
}

/** Leads to the list of what waits, and why. */
export const openWaiting = () => void Taro.navigateTo({ url: '/waiting/list/list' })

/** The status line of this phone's outbox. Follows it by itself, so that a page is not drawn again for it. */
export function OutboxLine({ isStale, lastReceived, onLook }: OutboxLineProps) {
  const { kind, text } = useOutboxStatus(lastReceived)
  if (isStale && kind === 'received')
    return <StatusLine kind="no-signal" text={`没信号，看的是${machineName()}里存的`} />
  return <StatusLine kind={kind} text={text} onPress={kind === 'look' && onLook ? onLook : openWaiting} />
}
