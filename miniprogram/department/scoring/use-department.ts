import { useMemo } from 'react'
import type { PostView } from '#shared/contract/identity-contract'
import type { Problem } from '#shared/errors/problems'
import { type Identity, refreshIdentity, useIdentity } from '../../backend/identity'

export interface OwnDepartment {
  cycleId: string
  cycleTitle: string
  departmentId: string
  departmentName: string
  personName: string
}

export interface RequestedDepartment {
  /** `none`: the person scores for no department, or no cycle is open. */
  status: 'loading' | 'ready' | 'failed' | 'none'
  department: OwnDepartment | null
  problem: Problem | null
  reload(): Promise<void>
}

/** The department for which the person scores: of the post chosen last, else of the first post in a department. */
export function useDepartment(): RequestedDepartment {
  const identity = useIdentity()
  const { whoAmI, chosenPost } = identity
  // The same object while nothing changes: requests and effects depend on it.
  const department = useMemo(() => departmentOf({ whoAmI, chosenPost }), [whoAmI, chosenPost])
  return {
    status: department ? 'ready' : whoAmI ? 'none' : identity.status === 'failed' ? 'failed' : 'loading',
    department,
    problem: identity.problem,
    reload: refreshIdentity,
  }
}

function departmentOf({ whoAmI, chosenPost }: Pick<Identity, 'whoAmI' | 'chosenPost'>): OwnDepartment | null {
  const post = [chosenPost, ...(whoAmI?.posts ?? [])].find(isDepartmentPost)
  if (!post || !whoAmI?.cycle) return null
  return {
    cycleId: whoAmI.cycle.cycleId,
    cycleTitle: whoAmI.cycle.title,
    departmentId: post.departmentId,
    departmentName: post.departmentName,
    personName: whoAmI.member?.name ?? '',
  }
}

function isDepartmentPost(post: PostView | null | undefined): post is Extract<PostView, { departmentId: string }> {
  return post !== null && post !== undefined && 'departmentId' in post
}
