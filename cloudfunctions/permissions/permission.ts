import type { Instant } from '#shared/assessment/assessment'
import type { Abilities } from '#shared/contract/abilities'
import { type Problem, problem } from '#shared/errors/problems'
import type { Post } from '../repositories/members'

/** True, or why not. */
export type Verdict = true | Problem

/** A person who is known, with the posts of today. */
export interface Actor {
  memberId: string
  name: string
  posts: Post[]
  /** In a 演练 the posts are those of the practice unit alone, so that nothing real is in reach. */
  isRehearsing: boolean
  /** The signed-in computer; null in the mini-program, where the phone itself is there. */
  sessionId: string | null
}

/** Whoever calls: perhaps nobody we know. */
export interface Visitor {
  actor: Actor | null
  /** Why there is no actor. */
  absence: Problem
  /** The caller's openid; null over HTTP, whatever the caller claims. */
  openid: string | null
}

/**
 * Who may ask for something, and when. `who` looks at what is asked and never at what exists, so a refusal tells a
 * stranger nothing; `when` looks at what was loaded.
 */
export interface Permission<Input, Loaded, Asker> {
  /** False where the request is answered without looking anybody up. */
  identified: boolean
  who: (visitor: Visitor, input: Input) => { asker: Asker } | { refused: Problem }
  when: (asker: Asker, loaded: Loaded, now: Instant) => Verdict
}

type Role<Input> = (actor: Actor, input: Input) => boolean
type State<Loaded> = (actor: Actor, loaded: Loaded, now: Instant) => Verdict

const always = (): Verdict => true

/** Members of these roles, in this state of things. */
export function allow<Input = unknown, Loaded = unknown>(
  role: Role<Input>,
  state: State<Loaded> = always,
): Permission<Input, Loaded, Actor> {
  return {
    identified: true,
    who: ({ actor, absence }, input) => {
      if (!actor) return { refused: absence }
      return role(actor, input) ? { asker: actor } : { refused: problem('permission.denied') }
    },
    when: state,
  }
}

/** Everybody, known or not; nobody is looked up. */
export const allowEverybody: Permission<unknown, unknown, null> = {
  identified: false,
  who: () => ({ asker: null }),
  when: always,
}

/** Everybody; who it is, if known, changes the answer. */
export const allowVisitors: Permission<unknown, unknown, Visitor> = {
  identified: true,
  who: visitor => ({ asker: visitor }),
  when: always,
}

/** Whoever calls from the mini-program, a member or not yet: the openid is what the answer is bound to. */
export const allowPhones: Permission<unknown, unknown, { openid: string; actor: Actor | null }> = {
  identified: true,
  who: ({ openid, actor }) =>
    openid === null ? { refused: problem('identity.required') } : { asker: { openid, actor } },
  when: always,
}

/** Whoever can be told apart from others: a phone, its person a member or not, or a member's computer. */
export const allowSenders: Permission<unknown, unknown, { openid: string | null; actor: Actor | null }> = {
  identified: true,
  who: ({ openid, actor, absence }) =>
    openid === null && actor === null ? { refused: absence } : { asker: { openid, actor } },
  when: always,
}

/** Either of these roles. */
export function either<Input>(...roles: Role<Input>[]): Role<Input> {
  return (actor, input) => roles.some(role => role(actor, input))
}

/** What of this group the visitor may ask for now: the same rules, serialized for screens. */
export function abilitiesOf<Input, Loaded>(
  group: Partial<Record<keyof Abilities, Permission<Input, Loaded, Actor>>>,
  actor: Actor,
  input: Input,
  loaded: Loaded,
  now: Instant,
): Abilities {
  const visitor: Visitor = { actor, absence: problem('identity.required'), openid: null }
  return Object.fromEntries(
    Object.entries(group)
      .filter(([, { who, when }]) => 'asker' in who(visitor, input) && when(actor, loaded, now) === true)
      .map(([name]) => [name, true]),
  )
}
