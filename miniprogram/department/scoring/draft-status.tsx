import { StatusLine } from '../../components/status-line/status-line'
import { useOutboxStatus } from '../../outbox/use-outbox'

interface DraftStatusProps {
  /** What is shown is the phone's copy. */
  isStale?: boolean
  /** The screen shows a draft of mine: then who can see it matters most. */
  hasDraft?: boolean
}

/** The status line of a department's pages. */
export function DraftStatus({ isStale, hasDraft }: DraftStatusProps) {
  const { kind, text } = useOutboxStatus()
  if (kind === 'look') return <StatusLine kind={kind} text={text} />
  if (kind === 'no-signal' || isStale)
    return <StatusLine kind="no-signal" text={hasDraft ? '没信号，草稿已存手机' : '没信号，这是手机里存的'} />
  if (hasDraft) return <StatusLine kind="on-phone" text="草稿已存手机，只有您看得到" />
  return <StatusLine kind={kind} text={text} />
}
