import Taro from '@tarojs/taro'
import { useState, useSyncExternalStore } from 'react'
import { outbox } from '../../outbox/this-phone'
import { useBox, useOutboxStatus } from '../../outbox/use-outbox'
import { type Waiting, waitingIn } from '../../outbox/waiting'
import { machineName } from '../../platform/machine-name'

/** What waits on this machine, and what a person can do about it. */
export function useWaiting() {
  const status = useOutboxStatus()
  const entries = waitingIn(useBox())
  const open = useSyncExternalStore(outbox.subscribe, outbox.get)
  const [isSending, setSending] = useState(false)
  return {
    status,
    entries,
    isSending,
    async sendNow() {
      setSending(true)
      await open.flush()
      setSending(false)
    },
    retry(entry: Waiting) {
      if (entry.kind === 'self-score') open.resolve(entry.sheetKey, entry.itemId, 'mine')
      else if (entry.kind === 'material') open.retryOperation(entry.sheetKey, entry.operationId)
      else if (entry.kind === 'visit') open.retryVisit(entry.of)
      else open.keepReviewDraft(entry.draft, entry.draft.score)
      void open.flush()
    },
    async giveUp(entry: Waiting) {
      const answer = await Taro.showModal({
        title: '不传了？',
        content: `这一条只存在${machineName()}里，不传了就没有了。县总已收到的不受影响。`,
        confirmText: '不传了',
        cancelText: '先留着',
      })
      if (!answer.confirm) return
      if (entry.kind === 'self-score') open.resolve(entry.sheetKey, entry.itemId, 'theirs')
      else if (entry.kind === 'material') open.giveUpOperation(entry.sheetKey, entry.operationId)
      else if (entry.kind === 'visit') open.giveUpVisit(entry.of)
      else open.dropReviewDraft(entry.draft)
    },
  }
}

export type WaitingList = ReturnType<typeof useWaiting>
