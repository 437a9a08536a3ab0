import type { PostInput } from '#shared/contract/office-contract'
import type { DepartmentId, Item } from '#shared/rubric/rubric'
import type { Actor } from './permission'

/** Whether the person chairs that unit today. */
export function chairs(actor: Actor, unitId: string): boolean {
  return actor.posts.some(post => post.role === 'chair' && post.unitId === unitId)
}

/** Whether the person fills in for that unit today, as its chair or a filler. */
export function fillsFor(actor: Actor, unitId: string): boolean {
  return actor.posts.some(post => (post.role === 'chair' || post.role === 'filler') && post.unitId === unitId)
}

/** Whether the person reviews for that department today, as its head or a reviewer. */
export function reviewsFor(actor: Actor, departmentId: DepartmentId): boolean {
  return actor.posts.some(
    post => (post.role === 'department-head' || post.role === 'reviewer') && post.departmentId === departmentId,
  )
}

/** Whether the person heads that department today. */
export function heads(actor: Actor, departmentId: DepartmentId): boolean {
  return actor.posts.some(post => post.role === 'department-head' && post.departmentId === departmentId)
}

/** Whether the item is scored or read by a department for which the person reviews today. */
export function readsItem(actor: Actor, item: Pick<Item, 'department' | 'readers'>): boolean {
  return [item.department, ...item.readers].some(departmentId => reviewsFor(actor, departmentId))
}

interface OfUnit {
  unitId: string
}

export const peopleOfTheUnit = (actor: Actor, { unitId }: OfUnit) => fillsFor(actor, unitId)
export const theChair = (actor: Actor, { unitId }: OfUnit) => chairs(actor, unitId)
/** A chair submits and has nobody to send the sheet to. */
export const fillersOfTheUnit = (actor: Actor, { unitId }: OfUnit) => fillsFor(actor, unitId) && !chairs(actor, unitId)

export const reviewersOfTheDepartment = (actor: Actor, { departmentId }: { departmentId: DepartmentId }) =>
  reviewsFor(actor, departmentId)
/** Reviews for any department; which of its items it may read is the request's to say. */
export const reviewsForSome = (actor: Actor) =>
  actor.posts.some(post => post.role === 'department-head' || post.role === 'reviewer')

/** A department keeps the records that its items rest on; which those are, the request says. The office (null) keeps all. */
export const whoKeeps = (actor: Actor, { departmentId }: { departmentId: DepartmentId | null }) =>
  departmentId === null ? theOffice(actor) : reviewsFor(actor, departmentId)

/** Whoever has joined, in whatever post. */
export const everyMember = (_actor: Actor) => true
export const theOffice = (actor: Actor) => actor.posts.some(post => post.role === 'office')
export const leaders = (actor: Actor) => actor.posts.some(post => post.role === 'leader')
export const membersOnThePhone = (actor: Actor) => actor.sessionId === null

/** The office gives every post; a chair those of the unit's own fillers. */
export const whoGivesThePost = (actor: Actor, { post }: { post: PostInput }) =>
  theOffice(actor) || (post.role === 'filler' && chairs(actor, post.unitId))

/** As who gives it; but nobody of the office ends the own post there, so the county never loses its last. */
export const whoEndsThePost = (actor: Actor, input: { post: PostInput; memberId: string }) =>
  whoGivesThePost(actor, input) && !(input.post.role === 'office' && input.memberId === actor.memberId)

/** The office sees everybody, a chair the people of the own unit. */
export const whoSeesThePeople = (actor: Actor, { unitId }: { unitId: string | null }) =>
  theOffice(actor) || (unitId !== null && chairs(actor, unitId))
