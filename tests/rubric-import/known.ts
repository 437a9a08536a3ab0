import * as v from 'valibot'
import type { KnownRubrics, RubricDocument, UnderstoodRubrics } from '#shared/rubric-import/rubric-document'
import { RubricDraft } from '#shared/rubric-import/rubric-draft'
import township from '../../rubrics/annex-1-township.json'
import system from '../../rubrics/annex-2-system.json'
import partyGovernment from '../../rubrics/annex-3-party-government.json'
import enterprise from '../../rubrics/annex-4-enterprise.json'
import { shippedDepartments } from '../../rubrics/shipped-rubrics'

/** The content of the four annex files, choices included, each time a fresh copy. */
export function shippedFiles(): RubricDraft[] {
  return structuredClone([township, system, partyGovernment, enterprise]).map(file => v.parse(RubricDraft, file))
}

export const known: KnownRubrics = { files: shippedFiles(), departments: shippedDepartments }

/** What was understood, where the file could be read. */
export function understood(document: RubricDocument): UnderstoodRubrics {
  if (document.kind === 'read') return document
  throw new Error(document.message)
}
