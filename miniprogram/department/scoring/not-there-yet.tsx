import type { Problem } from '#shared/errors/problems'
import { Button } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Skeleton } from '../../components/skeleton/skeleton'

interface NotThereYetProps {
  status: 'loading' | 'failed' | 'none' | 'ready'
  problem: Problem | null
  onAgain: () => void
}

/** What every page of a department shows before it has anything to show: bones, or why not and what to do. */
export function NotThereYet({ status, problem, onAgain }: NotThereYetProps) {
  if (status === 'none')
    return (
      <EmptyState id="no-department" icon="people" title="没有要您评的部室">
        您的职务里没有部室，或者现在没有进行中的考核。有疑问请联系考核办。
      </EmptyState>
    )
  if (status !== 'failed') return <Skeleton rows={4} />
  const again = (
    <Button id="again" short onPress={onAgain}>
      再试一次
    </Button>
  )
  return (
    <EmptyState id="failed" icon="no-signal" title="没有打开" action={again}>
      {problem?.code === 'network.unreachable' ? '现在没信号。您打的草稿都在手机里，没有丢。' : problem?.message}
    </EmptyState>
  )
}
