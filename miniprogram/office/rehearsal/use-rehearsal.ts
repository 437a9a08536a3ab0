import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'
import { useRequest } from '../../backend/use-request'

/** The office's 演练: its public code, how many are in it, opening and ending it. */
export function useRehearsal() {
  const asked = useRequest('rehearsal.read', {})
  const [problem, setProblem] = useState<Problem | null>(null)

  async function change(request: 'rehearsal.open' | 'rehearsal.close' | 'rehearsal.clear') {
    const answer = await ask(request, {})
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) asked.replace(answer.output)
  }
  /** Asked first where a code that is out in the county stops working. */
  async function renew() {
    const { confirm } = await Taro.showModal({
      title: '换一个演练码？',
      content: '原来的码就不能用了。已经进来的人接着练。',
      cancelText: '不换',
      confirmText: '换码',
    })
    if (confirm) await change('rehearsal.open')
  }
  async function close() {
    const { confirm } = await Taro.showModal({
      title: '结束演练？',
      content: '演练码不能再用。已经进来的人可以接着练，也可以自己退出。',
      cancelText: '先不结束',
      confirmText: '结束',
    })
    if (confirm) await change('rehearsal.close')
  }
  async function clear() {
    const { confirm } = await Taro.showModal({
      title: '清除演练？',
      content: '演练码不能再用，练的人退出演练，练过的填报和照片全部删去，不能恢复。真的考核不动。',
      cancelText: '不清除',
      confirmText: '清除',
    })
    if (confirm) await change('rehearsal.clear')
  }
  return {
    rehearsal: asked.output,
    problem: problem ?? asked.problem,
    open: () => change('rehearsal.open'),
    renew,
    close,
    clear,
  }
}
