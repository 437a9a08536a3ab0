import type { Problem } from '#shared/errors/problems'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Failed } from '../../components/failed/failed'
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
  return status === 'failed' ? <Failed problem={problem} onRetry={onAgain} /> : <Skeleton rows={4} />
}
