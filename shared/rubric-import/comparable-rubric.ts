import * as v from 'valibot'
import type { Rubric } from '../rubric/rubric'
import { RubricFile } from '../rubric/rubric-file'
import { settleChoices } from '../rules/choices'
import type { RubricDraft } from './rubric-draft'

/**
 * A draft as far as two years can be compared: sums may be wrong and our own lines missing. Null where points, words or
 * departments are not there yet.
 */
export function comparableRubric(draft: RubricDraft): Rubric | null {
  const filled = {
    ...draft,
    audience: draft.audience || 'township',
    categories: draft.categories.map(category => ({
      ...category,
      items: category.items.map(item => ({
        ...item,
        shortName: item.shortName || item.text.slice(0, 10),
        preparation: item.preparation || '还没有写',
      })),
    })),
  }
  const parsed = v.safeParse(RubricFile, settleChoices(filled))
  return parsed.success ? parsed.output : null
}
