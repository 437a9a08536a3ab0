import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { PostInput } from '#shared/contract/office-contract'
import type { Problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'

interface PersonInPost {
  memberId: string
  name: string
  post: PostInput
  roleName: string
}

/** Ending somebody's post. Asks first: the person is out of the program at once. */
export function useEndingPost(onEnded: () => Promise<void>) {
  const [refusal, setRefusal] = useState<Problem | null>(null)

  async function endPost({ memberId, name, roleName, post }: PersonInPost, placeName: string) {
    const { confirm } = await Taro.showModal({
      title: `撤掉${name}的职务？`,
      content: `${placeName}　${roleName}。撤掉后${name}不能再用这个职务，做过的事和名字都留着。`,
      cancelText: '不撤',
      confirmText: '撤职',
    })
    if (!confirm) return
    const asked = await ask('member.end-post', { memberId, post })
    setRefusal(asked.ok ? null : asked.problem)
    await onEnded()
  }

  return { refusal, endPost }
}
