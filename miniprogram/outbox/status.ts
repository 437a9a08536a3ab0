import type { Instant } from '#shared/assessment/assessment'
import { printMoment } from '#shared/cycle/beijing-time'
import type { Box } from './box'

/** What the one status line says. `count` is how many changes wait. */
export type OutboxStatus =
  /** Nothing waits; `at` is when the county last took something from this phone, null where it never had to. */
  | { kind: 'received'; at: Instant | null }
  | { kind: 'on-phone'; count: number }
  | { kind: 'uploading'; count: number }
  | { kind: 'no-signal'; count: number }
  /** Some wait for the person: two values for one item, or a refusal. */
  | { kind: 'look'; count: number }
  /** The county takes nothing of this program, or of this person, until something is done. */
  | { kind: 'held'; count: number; by: Hold }
  /** The phone has no room: what was changed last is only on the screen. */
  | { kind: 'full'; count: number }

/** What must be done before the county takes anything: 更新, 登录, 加入. */
export type Hold = 'update' | 'sign-in' | 'join'

/** How the sending stands, apart from what is in the box. */
export interface Sending {
  isSending: boolean
  hasSignal: boolean
  isFull: boolean
  hold: Hold | null
}

export function statusOf(box: Box, { isSending, hasSignal, isFull, hold }: Sending): OutboxStatus {
  const { waiting, look } = countsOf(box)
  if (isFull && waiting + look > 0) return { kind: 'full', count: waiting + look }
  if (hold && waiting > 0) return { kind: 'held', count: waiting, by: hold }
  if (look > 0) return { kind: 'look', count: look }
  if (waiting === 0) return { kind: 'received', at: box.receivedAt }
  if (!hasSignal) return { kind: 'no-signal', count: waiting }
  return { kind: isSending ? 'uploading' : 'on-phone', count: waiting }
}

/** The words of the status line, at `now` and for what people call this machine. Nothing to say where nothing was ever sent from this phone. */
export function statusText(status: OutboxStatus, now: Instant, machine: string): string {
  switch (status.kind) {
    case 'received':
      return status.at === null ? '' : `县总已收到 ${printMoment(status.at, now).replace('今天 ', '')}`
    case 'on-phone':
      return `已存${machine}`
    case 'uploading':
      return status.count > 1 ? `已存${machine}，正在上传${status.count}项` : `已存${machine}，正在上传`
    case 'no-signal':
      return `没信号，先存${machine}：${status.count}项等着上传`
    case 'look':
      return `${status.count}项要您看一下`
    case 'held':
      return `${holdWords[status.by]}，${status.count}项都在${machine}里`
    case 'full':
      return `${machine}存满了，刚填的还没存住，先不要关`
  }
}

const holdWords: Record<Hold, string> = { update: '请更新小程序', 'sign-in': '请重新登录', join: '还没加入考核' }

export function countsOf(box: Box): { waiting: number; look: number } {
  let waiting = 0
  let look = 0
  const count = (isTrouble: boolean) => {
    if (isTrouble) look += 1
    else waiting += 1
  }
  for (const sheet of Object.values(box.selfScores)) {
    for (const pending of Object.values(sheet)) count(pending.trouble !== null)
  }
  for (const draft of Object.values(box.reviewDrafts)) count(draft.problem !== null)
  for (const operations of Object.values(box.materials)) {
    for (const operation of operations) count(operation.problem !== null)
  }
  for (const { isKept, problem } of Object.values(box.visitNotes)) if (!isKept) count(problem !== null)
  for (const { taken, problem } of Object.values(box.visitReturns)) if (taken === null) count(problem !== null)
  for (const { problem } of Object.values(box.visitPictures)) count(problem !== null)
  return { waiting, look }
}
