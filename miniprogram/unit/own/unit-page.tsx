import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Failed } from '../../components/failed/failed'
import { OutboxLine } from '../../components/outbox-line/outbox-line'
import { Page } from '../../components/page/page'
import { PrivacyDrawer } from '../../components/privacy-drawer/privacy-drawer'
import { Skeleton } from '../../components/skeleton/skeleton'
import { itemAddress } from './addresses'
import { lastReceived } from './last-received'
import type { OpenSheet, OwnSheet } from './use-own-sheet'

interface UnitPageProps {
  id: string
  own: OwnSheet
  bar?: (open: OpenSheet) => ReactNode
  children: (open: OpenSheet) => ReactNode
  /** For lists that run from edge to edge. */
  flush?: boolean
  /** Has room for a sheet of A4 on a PC. */
  wide?: boolean
  large?: boolean
}

/** The frame of a unit's page: its content once the sheet is there, else its bones, or what to do. */
export function UnitPage({ id, own, bar, children, flush, wide, large }: UnitPageProps) {
  const { open, status } = own
  const troubled = open?.troubled
  const look = troubled ? () => Taro.navigateTo({ url: itemAddress(troubled) }) : undefined
  return (
    <Page
      id={id}
      flush={flush && open !== null}
      wide={wide}
      large={large}
      status={<OutboxLine isStale={own.isStale} lastReceived={open && lastReceived(open.sheet)} onLook={look} />}
      bar={open ? bar?.(open) : null}
    >
      {open ? children(open) : null}
      <PrivacyDrawer />
      {status === 'loading' ? <Skeleton rows={4} /> : null}
      {status === 'failed' ? <Failed problem={own.problem} onRetry={own.reload} /> : null}
      {status === 'none' ? (
        <View className="mt-2">
          <EmptyState id="no-cycle" icon="clock" title="现在没有进行中的考核">
            考核开始后，这里会有您单位的自评表。
          </EmptyState>
        </View>
      ) : null}
    </Page>
  )
}
