import type { Instant } from '../assessment/signature'
import type { ItemId } from '../rubric/rubric'

/** 通知: what is told. Who is told, when and in which words stands in `what-is-told.ts`. */
export type NoticeKind =
  | 'year-opened'
  | 'deadline-near'
  | 'extended'
  | 'returned'
  | 'received'
  | 'all-in'
  | 'released'
  /** A department's answer to 有出入 about a county record. */
  | 'doubt-answered'
  | 'unreached'
  | 'content-held'
  /** 疑问 about a score: a unit has one, a department has answered it. */
  | 'score-doubt-raised'
  | 'score-doubt-answered'

/** What a notice is about: enough to find out later whether it still is true. */
export interface NoticeSubject {
  kind: NoticeKind
  cycleId: string
  unitId: string | null
  itemId: ItemId | null
  /** Which of several like it: the moment at which it was asked, handed in, answered, granted, or due. */
  occasion: Instant
}

/**
 * What became of its message. `planned` waits for its time, `claimed` is being sent; all others are for good. Whatever
 * it is, the notice itself is in the app.
 */
export type NoticeFate =
  | 'planned'
  | 'claimed'
  | 'sent'
  /** No consent was left by our ledger, so nothing was sent. */
  | 'no-consent'
  /** 43101: refused, or used up. */
  | 'refused'
  /** WeChat does not know the template or its fields: the office is told, nobody is at fault. */
  | 'bad-template'
  /** The clock died while it was being sent: it may have arrived, and is not sent again. */
  | 'unknown'
  /** WeChat could not be reached, or it was night, until it was too late. */
  | 'given-up'
  /** No longer true when its time came. */
  | 'untrue'

/** Fates after which somebody should be phoned. */
export const unreachedFates: readonly NoticeFate[] = ['no-consent', 'refused', 'bad-template', 'unknown', 'given-up']
