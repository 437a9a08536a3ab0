import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { PostView } from '#shared/contract/identity-contract'
import type { Problem } from '#shared/errors/problems'
import { choosePost, type Identity, postKey, refreshIdentity, useIdentity } from '../../backend/identity'
import { isWide } from '../../components/page/is-wide'
import { isLargeType, keepLargeType } from '../../components/page/large-type'
import { session } from '../../platform/session'

/** Which of the homes is shown, with what it needs. */
export type HomePlace =
  | { kind: 'loading' }
  | { kind: 'failed'; problem: Problem | null }
  | { kind: 'stranger' }
  | { kind: 'choosing' }
  | { kind: 'unit' }
  | { kind: 'department' }
  | { kind: 'office' }

/** The home of whoever opens the program, by the post they chose. */
export function useHome() {
  const identity = useIdentity()
  const [large, setLarge] = useState(isLargeType)
  const [isChoosing, setChoosing] = useState(false)
  const place: HomePlace = isChoosing ? { kind: 'choosing' } : placeOf(identity)
  const title = identity.whoAmI?.cycle?.title

  useEffect(() => {
    if (title) Taro.setNavigationBarTitle({ title })
  }, [title])
  const elsewhere = elsewhereOf(identity, place)
  useEffect(() => {
    if (elsewhere) Taro.redirectTo({ url: elsewhere })
  }, [elsewhere])

  return {
    place: elsewhere ? { kind: 'loading' as const } : place,
    whoAmI: identity.whoAmI,
    large,
    switchLarge: () => {
      keepLargeType(!large)
      setLarge(!large)
    },
    choose: (post: PostView) => {
      choosePost(post)
      setChoosing(false)
    },
    changePost: () => setChoosing(true),
    reload: refreshIdentity,
  }
}

/** What a person is in one line: 马店镇工会　主席. */
export function postWords(post: PostView): string {
  switch (post.role) {
    case 'chair':
      return `${post.unitName}　主席`
    case 'filler':
      return `${post.unitName}　填报人`
    case 'department-head':
      return `${post.departmentName}　负责人`
    case 'reviewer':
      return post.departmentName
    case 'office':
      return '考核办'
    case 'leader':
      return '县总领导'
  }
}

export { postKey }

function placeOf({ status, whoAmI, chosenPost, problem }: Identity): HomePlace {
  if (!whoAmI) return status === 'failed' ? { kind: 'failed', problem } : { kind: 'loading' }
  if (whoAmI.posts.length === 0) return { kind: 'stranger' }
  if (!chosenPost) return { kind: 'choosing' }
  if ('unitId' in chosenPost) return { kind: 'unit' }
  return 'departmentId' in chosenPost ? { kind: 'department' } : { kind: 'office' }
}

/** A PC has its own first pages: a code to sign in with, and the office's board. */
function elsewhereOf({ whoAmI }: Identity, place: HomePlace): string | null {
  if (place.kind === 'stranger' && !whoAmI?.member && session.signsIn === 'by-code' && session.token() === null)
    return '/pages/sign-in/sign-in'
  return place.kind === 'office' && isWide() ? '/office/board/board' : null
}
