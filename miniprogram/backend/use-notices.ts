import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { sendReports } from './consent-reports'
import { useIdentity } from './identity'
import { type Requested, useRequest } from './use-request'

/** What the person was told, as all pages share it; kept on the phone. */
export function useNotices(): Requested<'notice.list'> & { unread: number } {
  const { whoAmI } = useIdentity()
  const isMember = Boolean(whoAmI?.member)
  const list = useRequest('notice.list', isMember ? {} : null, { keep: true })
  useEffect(() => {
    if (isMember) void sendReports()
  }, [isMember])
  return { ...list, unread: list.output?.unread ?? 0 }
}

/** The same, asked again whenever the page is come back to. */
export function useNewestNotices(): ReturnType<typeof useNotices> {
  const notices = useNotices()
  // The first showing is asked by `useRequest` itself.
  const wasShown = useRef(false)
  useDidShow(() => {
    if (wasShown.current) void notices.reload()
    wasShown.current = true
  })
  return notices
}
