import { openWaiting } from '../../components/outbox-line/outbox-line'
import { StatusLine } from '../../components/status-line/status-line'
import { useOutboxStatus } from '../../outbox/use-outbox'
import { machineName } from '../../platform/machine-name'

interface DraftStatusProps {
  /** What is shown is the phone's copy. */
  isStale?: boolean
  /** The screen shows a draft of mine: then who can see it matters most. */
  hasDraft?: boolean
}

/** The status line of a department's pages. */
export function DraftStatus({ isStale, hasDraft }: DraftStatusProps) {
  const { kind, text } = useOutboxStatus()
  const machine = machineName()
  if (kind === 'look') return <StatusLine kind={kind} text={text} onPress={openWaiting} />
  if (kind === 'no-signal' || isStale)
    return (
      <StatusLine
        kind="no-signal"
        text={`没信号，${hasDraft ? `草稿已存${machine}` : `这是${machine}里存的`}`}
        onPress={openWaiting}
      />
    )
  if (hasDraft) return <StatusLine kind="on-phone" text={`草稿已存${machine}，只有您看得到`} onPress={openWaiting} />
  return <StatusLine kind={kind} text={text} onPress={openWaiting} />
}
