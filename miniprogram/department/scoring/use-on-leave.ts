import { useUnload } from '@tarojs/taro'
import { useRef } from 'react'

/** Does something when the page is left, with what then is. */
export function useOnLeave(act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useUnload(() => latest.current())
}
