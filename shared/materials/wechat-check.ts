import type { Instant, Signature } from '../assessment/signature'
import type { Side, TextName, TextPlace } from '../content/written'

/**
 * What WeChat thinks of a picture or text that others see. `could-not-check`: it would not say, mostly because the
 * person had not been in the mini-program for two hours; then the office looks.
 */
export type CheckState = 'pending' | 'pass' | 'risky' | 'could-not-check'

/** Where the checking of one picture stands. */
export interface FileCheck {
  materialId: string
  fileId: string
  state: CheckState
  /** How often WeChat was asked; its answers come late or not at all. */
  attempts: number
  askedAt: Instant
  decision: ContentDecision | null
}

/** What the office decided when it looked; it stands above what WeChat thinks. */
export interface ContentDecision {
  shown: boolean
  signature: Signature
}

/** Where the checking of one text stands. Of a harmless text only its fingerprint is kept. */
export interface TextCheck {
  state: CheckState
  /** The words, where the office is to look at them. */
  text: string | null
  name: TextName
  side: Side
  place: TextPlace
  /** It stands in the sheet no more: nobody need look at it. Should it come back, so does what was said of it. */
  gone?: boolean
  decision: ContentDecision | null
}

/** Whether nobody but its own side and the office may see it. What is not checked yet is seen: checking blocks nobody. */
export function isHidden(check: Pick<FileCheck, 'state' | 'decision'> | undefined): boolean {
  if (!check) return false
  return check.decision ? !check.decision.shown : check.state === 'risky'
}

/** Under which name a file's check is kept: the random part of its path. */
export function fileKeyOf(fileId: string): string {
  return fileId.slice(fileId.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, '')
}
