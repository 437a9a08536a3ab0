import type { Instant } from '#shared/assessment/assessment'
import type { NoticeKind, NoticeSubject } from '#shared/notices/notice'
import { addressedTo, type PostName } from '#shared/notices/post-in-address'
import { type NoticeFacts, whatIsTold } from '#shared/notices/what-is-told'
import { outsideQuietHours } from '#shared/notices/when'
import type { Member } from '../repositories/members'
import { type Notice, noticeId } from '../repositories/notices'

const DAY = 86_400_000
/** What has no deadline of its own is old news after so long. */
const NEWS = 3 * DAY

/** A person as far as notices go. */
export type Addressee = Pick<Member, '_id' | 'posts'>

/** What is told of one kind: about what, in which words. */
export interface Occasion<Kind extends NoticeKind> extends NoticeSubject {
  kind: Kind
  facts: NoticeFacts[Kind]
  unitName: string
  /** Somebody's words in it, or on which it rests. */
  quotes?: Notice['quotes']
  /** As which of their posts they are told; by default as people of the unit, or as those that the kind is for. */
  post?: PostName
  /** After this nobody need be told; by default three days from now. */
  expiresAt?: Instant
}

/** The same thing told to each of these people, each a notice of their own. */
export function planFor<Kind extends NoticeKind>(
  people: readonly Addressee[],
  occasion: Occasion<Kind>,
  now: Instant,
): Notice[] {
  const { kind, cycleId, unitId, itemId, facts, unitName, quotes, expiresAt = now + NEWS } = occasion
  const told = whatIsTold[kind]
  const subject: NoticeSubject = { kind, cycleId, unitId, itemId, occasion: occasion.occasion }
  const page = told.page(itemId, facts)
  // An author is told as who wrote it, which the page itself says.
  const pageFor = (posts: Addressee['posts']) =>
    told.to === 'author' ? page : addressedTo(occasion.post ?? postFor(kind, unitId, posts, now), page)
  return people.map(({ _id: memberId, posts }) => ({
    _id: noticeId(memberId, subject),
    ...subject,
    memberId,
    unitName,
    words: told.words(facts),
    ...(quotes ? { quotes } : {}),
    page: pageFor(posts),
    template: told.template,
    time: told.time(facts, now),
    plannedAt: now,
    dueAt: outsideQuietHours(now),
    expiresAt,
    fate: 'planned',
    attempts: 0,
    claimedBy: null,
    claimedAt: null,
    settledAt: null,
    readAt: null,
    phoned: null,
  }))
}

/** Who is told of a unit's matters of this kind: its fillers and chair, or its chair alone. */
export function peopleFor(kind: NoticeKind, unitId: string, people: readonly Addressee[], now: Instant): Addressee[] {
  const roles: string[] = whatIsTold[kind].to === 'chair' ? ['chair'] : ['chair', 'filler']
  return people.filter(({ posts }) =>
    posts.some(
      post =>
        'unitId' in post && post.unitId === unitId && roles.includes(post.role) && (post.to === null || post.to > now),
    ),
  )
}

/** As which of their posts a person is told this. */
function postFor(kind: NoticeKind, unitId: string | null, posts: Addressee['posts'], now: Instant): PostName {
  if (unitId !== null) return `unit:${unitId}`
  if (whatIsTold[kind].to === 'office') return 'office'
  const scoring = posts.find(post => 'departmentId' in post && (post.to === null || post.to > now))
  return scoring && 'departmentId' in scoring ? `department:${scoring.departmentId}` : 'office'
}

/** Who scores for the department today. */
export function reviewersOf(departmentId: string, people: readonly Addressee[], now: Instant): Addressee[] {
  return people.filter(({ posts }) =>
    posts.some(
      post => 'departmentId' in post && post.departmentId === departmentId && (post.to === null || post.to > now),
    ),
  )
}
