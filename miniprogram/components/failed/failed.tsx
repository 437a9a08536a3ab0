import { View } from '@tarojs/components'
import type { Problem } from '#shared/errors/problems'
import { machineName } from '../../platform/machine-name'
import { Button } from '../button/button'
import { Notice } from '../notice/notice'

interface FailedProps {
  problem: Problem | null
  onRetry: () => void
}

/** A page that could not be opened: says what is safe, why, and tries again. */
export function Failed({ problem, onRetry }: FailedProps) {
  const isOffline = problem?.code === 'network.unreachable'
  return (
    <View className="mt-2">
      <Notice
        id="failed"
        kind="asked"
        icon={isOffline ? 'no-signal' : 'look'}
        title={isOffline ? `没信号，这一页还没有存到${machineName()}` : '这一页没有打开'}
      >
        <View className="mt-1">
          {isOffline ? `您填的都在${machineName()}里，没有丢。有信号后再打开。` : (problem?.message ?? '请再试一次。')}
        </View>
        <View className="row mt-2">
          <Button id="retry" kind="asked" short onPress={onRetry}>
            再试一次
          </Button>
        </View>
      </Notice>
    </View>
  )
}
