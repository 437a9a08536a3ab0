import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import type { PostView } from '#shared/contract/identity-contract'
import { isNamed } from '#shared/notices/post-in-address'

/** The parameters of pages whose address was followed: each page has an object of its own as long as it lives. */
const followed = new WeakSet<object>()

/**
 * The post that this page's address names, as that of a notice does, until it is chosen; null where none is named, or the
 * person holds it no more. Followed once a page, so that whoever then chooses another keeps that.
 */
export function useAddressedPost(
  posts: readonly PostView[],
  chosen: PostView | null,
  choose: (post: PostView) => void,
): PostView | null {
  const { params = {} } = useRouter() ?? {}
  const name = params.post
  const mine = name && !followed.has(params) ? posts.filter(post => isNamed(name, post)) : []
  const addressed = mine.find(post => post === chosen) ?? mine[0] ?? null
  useEffect(() => {
    if (!addressed || followed.has(params)) return
    followed.add(params)
    choose(addressed)
  })
  return addressed
}
