import * as v from 'valibot'

// The JSON of `rubrics/annex-*.json` while people still work on it: the same keys in the same order, but what nobody has
// said yet is empty or null. Points are written as people write them. `parseRubric` takes it and says what is missing.

const Text = v.string()
const Texts = v.array(v.string())
const PointsOrNull = v.nullable(v.number())

const ItemDraft = v.strictObject({
  id: Text,
  number: v.number(),
  points: PointsOrNull,
  text: Text,
  basis: Text,
  department: Text,
  readers: v.optional(Texts),
  departmentToBeConfirmed: v.optional(v.boolean()),
  shortName: Text,
  preparation: Text,
  evidence: Text,
  notApplicableReasons: v.optional(Texts),
  // Rules and facts are carried over or left out, never looked into but for their clauses: a choice in them stays a choice.
  rule: v.optional(v.unknown()),
  facts: v.optional(v.array(v.unknown())),
  factsTogether: v.optional(v.unknown()),
})

const CategoryDraft = v.strictObject({
  id: Text,
  name: Text,
  points: PointsOrNull,
  departmentsAsWritten: Texts,
  items: v.array(ItemDraft),
})

/** Accepts every annex file, finished or not; that it is finished only `parseRubric` says. */
export const RubricDraft = v.strictObject({
  id: Text,
  annex: Text,
  title: Text,
  audience: Text,
  audienceAsWritten: Text,
  columns: Texts,
  categories: v.array(CategoryDraft),
})

export type ItemDraft = v.InferOutput<typeof ItemDraft>
export type CategoryDraft = v.InferOutput<typeof CategoryDraft>
export type RubricDraft = v.InferOutput<typeof RubricDraft>
