import type { Problem } from '#shared/errors/problems'
import { Button } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Notice } from '../../components/notice/notice'
import { Skeleton } from '../../components/skeleton/skeleton'
import { goHome } from './places'
import type { Office } from './use-office'

interface NotThereYetProps {
  status: Office['status']
  problem: Problem | null
  onAgain: () => void
}

/** What the office's pages show before they have anything to show: bones, or why not and what to do. */
export function NotThereYet({ status, problem, onAgain }: NotThereYetProps) {
  if (status === 'loading' || status === 'ready') return <Skeleton rows={4} />
  if (status === 'none')
    return (
      <EmptyState id="no-cycle" icon="clock" title="现在没有进行中的考核">
        在「考核周期」里开始今年的考核，各单位的情况会列在这里。
      </EmptyState>
    )
  if (status === 'strange')
    return (
      <EmptyState id="not-office" icon="lock" title="这里是考核办用的" action={<HomeButton />}>
        {problem?.code === 'identity.required' ? problem.message : '您的职务不能看全县的情况。需要的话请联系考核办。'}
      </EmptyState>
    )
  const again = (
    <Button id="again" short onPress={onAgain}>
      再试一次
    </Button>
  )
  return (
    <EmptyState id="failed" icon="no-signal" title="没有打开" action={again}>
      {problem?.message ?? '没有连上县总。已经交上来的都在县总，没有丢。'}
    </EmptyState>
  )
}

/** Over an answer that is the device's copy: says that it is not of this minute. */
export function StaleNotice({ onAgain }: { onAgain: () => void }) {
  const again = (
    <Button id="again" short kind="asked" onPress={onAgain}>
      再试一次
    </Button>
  )
  return (
    <Notice id="stale" kind="asked" icon="no-signal" title="没信号，下面是上次看到的情况">
      {again}
    </Notice>
  )
}

function HomeButton() {
  return (
    <Button id="to-home" short onPress={goHome}>
      回首页
    </Button>
  )
}
