import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ask } from '../../backend/ask'
import { useRequest } from '../../backend/use-request'
import { partsOf } from '../../outbox/sheet-key'
import { openDocument } from '../../platform/open-document'
import { useOwnSheet } from '../own/use-own-sheet'

export type FormChoice = 'self' | 'materials' | 'scored'

/** The forms of the own unit: on screen as the county would print them, and as files. */
export function useForm() {
  const own = useOwnSheet()
  const { params } = useRouter()
  const [kind, setKind] = useState<FormChoice>(params.kind === 'materials' ? 'materials' : 'self')
  const [isMaking, setMaking] = useState(false)
  const place = own.open ? partsOf(own.open.sheetKey) : null
  const form = useRequest('form.read', place && { ...place, kind }, { keep: true })
  useDidShow(() => void form.reload())

  const download = async () => {
    if (!place || isMaking) return
    setMaking(true)
    const asked = await ask('document.make', { ...place, kind })
    const isOpened = asked.ok && (await openDocument(asked.output))
    setMaking(false)
    if (isOpened) return
    const content = asked.ok ? '文件没有打开，请再点一次。' : asked.problem.message
    Taro.showModal({ title: '没有下载', content, showCancel: false, confirmText: '知道了' })
  }
  const summary = own.open?.sheet.summary
  return { own, kind, setKind, form, isMaking, download, seesScores: (summary?.byDepartment ?? null) !== null }
}
