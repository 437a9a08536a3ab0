import type { Instant, Signature } from '../assessment/signature'

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
  /** What the office decided when it looked; it stands above what WeChat thinks. */
  decision: { shown: boolean; signature: Signature } | null
}

/** Where the checking of one text stands. Of a harmless text only its fingerprint is kept. */
export interface TextCheck {
  state: CheckState
  /** The words, where the office is to look at them. */
  text: string | null
  /** Whose words: 自评 of this item, a department's 扣分说明 and 评语 of it, or this material. */
  place: { itemId: string; departmentId?: string } | { materialId: string }
}

/** Whether nobody but its unit and the office may see the file. What is not checked yet is seen: checking blocks nobody. */
export function isHidden(check: Pick<FileCheck, 'state' | 'decision'> | undefined): boolean {
  if (!check) return false
  return check.decision ? !check.decision.shown : check.state === 'risky'
}

/** Under which name a file's check is kept: the random part of its path. */
export function fileKeyOf(fileId: string): string {
  return fileId.slice(fileId.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, '')
}
