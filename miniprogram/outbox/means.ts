import type { Instant } from '#shared/assessment/assessment'
import type { SavedAssessment } from '#shared/contract/assessment-contract'
import type { ChangedMaterials } from '#shared/contract/material-contract'
import type { Ask } from '../backend/make-ask'
import type { KeyedStorage, LocalPath, Upload } from '../platform/capabilities'
import type { Box, SheetKey } from './box'

/** What the core needs from outside, so that it runs in a test as on a phone. */
export interface OutboxMeans {
  storage: Pick<KeyedStorage, 'read' | 'write' | 'remove' | 'onWrittenElsewhere'>
  ask: Ask
  upload: Upload
  /** How far the upload of a file is, from 0 to 1; null once it is over. */
  onUpload?(path: LocalPath, share: number | null): void
  removeFile(path: LocalPath): Promise<void>
  /** By the phone's clock. */
  now(): Instant
  /** By the server's clock, as far as it is known. */
  serverNow(): Instant
  newId(): string
  /** From 0 to 1. */
  random(): number
  /** Runs something later; answers how to call it off. */
  later(milliseconds: number, run: () => void): () => void
  isOnline(): boolean
  /** The phone is full: gives back what can be asked for again. */
  makeRoom(): void
  /** A change was taken; open pages take over what it answered. */
  onSaved(sheetKey: SheetKey, saved: SavedAssessment, at: Instant): void
  onMaterials(sheetKey: SheetKey, changed: ChangedMaterials, at: Instant): void
}

/** The box as the senders see it. */
export interface OpenBox {
  box(): Box
  /** Persists first, then shows. */
  change(update: (box: Box) => Box): void
  means: OutboxMeans
  /** True once this person's box was put away: nothing more is sent in their name. */
  isClosed(): boolean
}

/** How an attempt to send went: everything gone, try again by itself, or wait until something happens. */
export type Sent = 'done' | 'unreachable' | 'later' | 'held'
