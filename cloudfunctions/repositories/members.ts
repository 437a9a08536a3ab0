import type { Instant } from '#shared/assessment/assessment'
import type { PostInput } from '#shared/contract/office-contract'
import { collection, command } from '../infrastructure/collection'
import { sha256Hex } from '../infrastructure/secrets'

/** One post of a person. `to` is null while nothing ends it. */
export type Post = PostInput & { from: Instant; to: Instant | null; invitationId: string | null }

export interface Member {
  /** `m-` and 32 hex digits of the openid's hash, so that one read by id finds who calls. */
  _id: string
  openid: string
  name: string
  phone: string
  posts: Post[]
  joinedAt: Instant
  /** In a 演练: as long as it stands, the person is filler of that unit and nothing else. */
  rehearsal?: { unitId: string; from: Instant } | null
  /** Counts the changes of `posts`, so that two changes at once cannot undo each other. */
  revision: number
}

const members = collection<Member>('members')

export function memberIdOf(openid: string): string {
  return `m-${sha256Hex(openid).slice(0, 32)}`
}

export function readMember(memberId: string): Promise<Member | null> {
  return members.read(memberId)
}

/** Under which openid WeChat knows each of these people. One round trip, none where nobody is asked for. */
export async function readOpenids(memberIds: string[]): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map()
  const found = await members.list({ _id: command.in(memberIds) }, { fields: ['openid'] })
  return new Map(found.map(({ _id, openid }) => [_id, openid]))
}

/** Everybody; a county has a few hundred people, read a thousand a round trip. */
export function listMembers(): Promise<Member[]> {
  return members.list({})
}

/** Everybody who ever held a post of that unit. */
export function membersOfUnit(unitId: string): Promise<Member[]> {
  return members.list({ 'posts.unitId': unitId })
}

/** Everybody who ever held a post of those units. One round trip, none where none is asked for. */
export async function listPeopleOf(unitIds: readonly string[]): Promise<Pick<Member, '_id' | 'posts'>[]> {
  return unitIds.length === 0 ? [] : members.list({ 'posts.unitId': command.in([...unitIds]) }, { fields: ['posts'] })
}

/** Everybody who ever scored for a department. One round trip. */
export function listReviewers(): Promise<Pick<Member, '_id' | 'posts'>[]> {
  return members.list({ 'posts.role': command.in(['reviewer', 'department-head']) }, { fields: ['posts'] })
}

/** Everybody who ever was of 考核办. One round trip. */
export function listOfficePeople(): Promise<Pick<Member, '_id' | 'posts'>[]> {
  return members.list({ 'posts.role': 'office' }, { fields: ['posts'] })
}

/** Those people, with their telephone numbers. One round trip, none where nobody is asked for. */
export async function readMembers(memberIds: readonly string[]): Promise<Map<string, Member>> {
  if (memberIds.length === 0) return new Map()
  const found = await members.list({ _id: command.in([...memberIds]) })
  return new Map(found.map(member => [member._id, member]))
}

/** Everybody who ever was a chair, as the overview shows them. */
export function listChairs(): Promise<Pick<Member, '_id' | 'name' | 'phone' | 'posts'>[]> {
  return members.list({ 'posts.role': 'chair' }, { fields: ['name', 'phone', 'posts'] })
}

export function addMember(member: Member): Promise<boolean> {
  return members.add(member)
}

/** Gives the person a post, once for an invitation however often it is delivered. */
export async function addPost(memberId: string, post: Post, person: { name: string; phone: string }): Promise<void> {
  await members.update(
    { _id: memberId, 'posts.invitationId': command.nin([post.invitationId]) },
    // Whoever takes a post is in no 演练 any more.
    { posts: command.push([post]), revision: command.inc(1), rehearsal: command.set(null), ...person },
  )
}

/** Replaces the posts of the member as it was read. False where someone changed them in between. */
export async function replacePosts(member: Member, posts: Post[]): Promise<boolean> {
  const changed = await members.update(
    { _id: member._id, revision: member.revision },
    { posts: command.set(posts), revision: command.inc(1) },
  )
  return changed === 1
}

/** Begins or ends the person's part in a 演练; posts stay as they are. One round trip. */
export async function setRehearsal(memberId: string, rehearsal: Member['rehearsal']): Promise<void> {
  await members.update({ _id: memberId }, { rehearsal: command.set(rehearsal ?? null) })
}

/** As somebody is called who has come for a 演练 alone. */
export const nameOfStrangers = '演练的人'

/** Ends these people's part in a 演练; who came for it alone and has no post is no member any more. Two round trips. */
export async function endRehearsalOf(memberIds: readonly string[], unitIds: readonly string[]): Promise<void> {
  const _id = command.in([...memberIds])
  await members.update({ _id, 'rehearsal.unitId': command.in([...unitIds]) }, { rehearsal: command.set(null) })
  // Guarded by the posts: an invitation may have been taken a moment ago.
  await members.remove({ _id, name: nameOfStrangers, 'posts.0': command.exists(false) })
}

/** How many people are in a 演练 now. One round trip. */
export async function countRehearsing(): Promise<number> {
  return (await members.list({ 'rehearsal.unitId': command.gt('') }, { fields: ['joinedAt'] })).length
}
