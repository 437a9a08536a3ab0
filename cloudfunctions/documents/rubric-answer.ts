import * as v from 'valibot'
import type { RubricDocument } from '#shared/rubric-import/rubric-document'
import { RubricDraft } from '#shared/rubric-import/rubric-draft'
import { type UnreadableReason, unreadable } from '#shared/rubric-import/unreadable'

const isReason = (reason: string): reason is UnreadableReason => reason in unreadable

const Finding = v.object({
  kind: v.picklist([
    'heading',
    'points',
    'sum',
    'department',
    'layout',
    'item-new',
    'item-reworded',
    'item-dropped',
    'rule-left-out',
    'problem',
  ]),
  weight: v.picklist(['must', 'look', 'note']),
  path: v.array(v.union([v.string(), v.number()])),
  place: v.string(),
  documentPlace: v.nullable(v.string()),
  message: v.string(),
})

/** What `documents` answers to `read-rubric`, as it came through the call from function to function. */
export const RubricAnswer: v.GenericSchema<unknown, RubricDocument> = v.variant('kind', [
  v.object({
    kind: v.literal('unreadable'),
    reason: v.custom<UnreadableReason>(reason => typeof reason === 'string' && isReason(reason)),
    message: v.string(),
  }),
  v.object({
    kind: v.literal('read'),
    annexes: v.array(
      v.object({
        file: RubricDraft,
        carriedFrom: v.nullable(v.string()),
        findings: v.array(Finding),
        places: v.record(v.string(), v.string()),
      }),
    ),
    unplaced: v.array(v.object({ place: v.string(), words: v.string() })),
    notices: v.array(v.string()),
  }),
])
