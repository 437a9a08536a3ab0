import { useEffect, useSyncExternalStore } from 'react'
import type { PostView, WhoAmI } from '#shared/contract/identity-contract'
import type { Problem } from '#shared/errors/problems'
import { network } from '../platform/network'
import { session } from '../platform/session'
import { storage } from '../platform/storage'
import { useAddressedPost } from './addressed-post'
import { ask, onSessionEnded } from './ask'
import { makeSignal } from './signal'

export interface Identity {
  status: 'loading' | 'ready' | 'failed'
  /** Who the person is; kept for days without signal. Null only while nothing was ever learnt. */
  whoAmI: WhoAmI | null
  /** Why it could not be learnt; with `whoAmI` beside it, the kept answer is shown. */
  problem: Problem | null
  /** Shown from the phone's copy. */
  isStale: boolean
  /** The post whose screens are shown: the only one, or the one chosen last. Null asks the person to choose. */
  chosenPost: PostView | null
}

const KEY = 'identity'
const chosenKey = (boxKey: string) => `chosen-post/${boxKey}`
/** The outbox and answers of somebody who has not said who they are. */
export const nobody = 'nobody'

const kept = parseWhoAmI(storage.read(KEY))
const identity = makeSignal<Identity>(
  kept
    ? { ...shown(kept), isStale: true }
    : { status: 'loading', whoAmI: null, problem: null, isStale: false, chosenPost: null },
)
let asking: Promise<void> | null = null
let wasAsked = false

onSessionEnded(() => void refreshIdentity())
// What could not be learnt without signal is learnt when there is one; nobody has to press anything.
network.subscribe(() => {
  if (network.online() && identity.get().problem?.code === 'network.unreachable') void refreshIdentity()
})

/** Asks again who this is: after signing in, joining, or a post that changed. Never throws. */
export function refreshIdentity(): Promise<void> {
  wasAsked = true
  asking ??= learn().finally(() => {
    asking = null
  })
  return asking
}

/** The person, the posts and the cycle; asks the county once and keeps the answer. */
export function useIdentity(): Identity {
  useEffect(() => {
    if (!wasAsked) void refreshIdentity()
  }, [])
  const known = useSyncExternalStore(identity.subscribe, identity.get)
  const addressed = useAddressedPost(known.whoAmI?.posts ?? [], known.chosenPost, choosePost)
  // Already while it is drawn for the first time: nothing is asked in the name of another post.
  return addressed && addressed !== known.chosenPost ? { ...known, chosenPost: addressed } : known
}

/** For code outside of components. */
export const subscribeIdentity = identity.subscribe

/** The key of this person's outbox and kept answers. */
export function currentBoxKey(): string {
  return identity.get().whoAmI?.member?.boxKey ?? nobody
}

/** Shows the screens of this post from now on, also after a restart. */
export function choosePost(post: PostView): void {
  storage.write(chosenKey(currentBoxKey()), postKey(post))
  identity.set({ ...identity.get(), chosenPost: post })
}

/**
 * Forgets who was here before, when somebody signs in: should the page close before it is known who that is, nothing of
 * the former person is shown or sent in the name of the new one.
 */
export function forgetPerson(): void {
  storage.remove(KEY)
  identity.set({ status: 'loading', whoAmI: null, problem: null, isStale: false, chosenPost: null })
}

/** Ends this PC's session. The outbox stays under the person's key. */
export async function signOut(): Promise<void> {
  await ask('sign-in.end', {})
  session.end()
  forgetPerson()
  await refreshIdentity()
}

/** Names a post among a person's posts. */
export function postKey(post: PostView): string {
  if ('unitId' in post) return `${post.role}:${post.unitId}`
  if ('departmentId' in post) return `${post.role}:${post.departmentId}`
  return post.role
}

async function learn(): Promise<void> {
  const asked = await ask('identity.who-am-i', {})
  if (asked.ok) {
    storage.write(KEY, asked.output)
    identity.set(shown(asked.output))
    return
  }
  const { whoAmI, chosenPost } = identity.get()
  const status = whoAmI ? 'ready' : 'failed'
  identity.set({ status, whoAmI, problem: asked.problem, isStale: whoAmI !== null, chosenPost })
}

function shown(whoAmI: WhoAmI): Identity {
  return { status: 'ready', whoAmI, problem: null, isStale: false, chosenPost: chosenAmong(whoAmI) }
}

function chosenAmong({ member, posts }: WhoAmI): PostView | null {
  const chosen = member ? storage.read(chosenKey(member.boxKey)) : undefined
  const [first] = posts
  return posts.find(post => postKey(post) === chosen) ?? (posts.length === 1 && first ? first : null)
}

function parseWhoAmI(stored: unknown): WhoAmI | null {
  const isWhoAmI = typeof stored === 'object' && stored !== null && 'posts' in stored && Array.isArray(stored.posts)
  return isWhoAmI ? (stored as WhoAmI) : null
}
