import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { pageByKeys } from '../../platform/scrolled-by-keys'
import { RehearsalStrip } from '../rehearsal-strip/rehearsal-strip'
import { WayBack } from '../way-back/way-back'
import { isLargeType } from './large-type'
import './page.css'

interface PageProps {
  id?: string
  /** Beside 返回, where a page has to draw its own: the words of WeChat's bar. */
  heading?: ReactNode
  /** The status line; left out only where nothing of the person is at stake. */
  status?: ReactNode
  /** The bottom bar. */
  bar?: ReactNode
  children: ReactNode
  /** Given by the page on which 大字 is switched; every other page reads what was kept. */
  large?: boolean
  /** For lists that run from edge to edge. */
  flush?: boolean
  /** Has room for a sheet of A4 on a PC. */
  wide?: boolean
}

/** The frame of a phone page: paper, status line, body, bottom bar. On a PC it keeps a phone's reading width. */
export function Page({ id, heading, status, bar, children, large, flush, wide }: PageProps) {
  const [keptLarge] = useState(isLargeType)
  return (
    <View ref={pageByKeys} id={id} className={`page${(large ?? keptLarge) ? ' large-type' : ''}${wide ? ' wide' : ''}`}>
      <WayBack heading={heading} />
      <RehearsalStrip />
      {status}
      <View className={flush ? 'page-flush' : 'page-body'}>{children}</View>
      {bar}
    </View>
  )
}
