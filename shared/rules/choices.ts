import type { RubricProblem } from '../rubric/rubric-problem'

type Path = RubricProblem['path']

/** One way to decide, in words that an office reads. */
export interface ChoiceOption {
  text: string
  value: unknown
}

/**
 * What a document leaves open and the county decides for a cycle. In a file:
 * `{ "choice": "扣分的底线", "value": 0, "options": [{ "text": "扣到0分为止", "value": 0 }] }`.
 */
export interface Choice {
  name: string
  /** What is decided so far; undefined where nobody has. */
  value: unknown
  /** What can be decided; empty where any value of the right kind can. */
  options: readonly ChoiceOption[]
  path: Path
}

/** Deeper than any rubric, shallower than any stack. */
const deepest = 64

/** Every open choice of a file, in its order. */
export function choicesIn(file: unknown, path: Path = []): Choice[] {
  if (typeof file !== 'object' || file === null || path.length > deepest) return []
  const choice = choiceAt(file, path)
  if (choice) return [choice]
  const entries: [string | number, unknown][] = Array.isArray(file)
    ? file.map((value, index) => [index, value])
    : Object.entries(file)
  return entries.flatMap(([key, value]) => choicesIn(value, [...path, key]))
}

/**
 * The file with every choice replaced by what is decided: by `decided` for this cycle, else by the file. What nobody has
 * decided stays as it is; `undecided` finds it.
 */
export function settleChoices(file: unknown, decided: Readonly<Record<string, unknown>> = {}, depth = 0): unknown {
  if (typeof file !== 'object' || file === null) return file
  if (depth > deepest) return null
  const choice = choiceAt(file, [])
  if (choice) return standingValue(choice, decided) ?? file
  if (Array.isArray(file)) return file.map(value => settleChoices(value, decided, depth + 1))
  return Object.fromEntries(Object.entries(file).map(([key, value]) => [key, settleChoices(value, decided, depth + 1)]))
}

/** The choices that would still stand in the file. */
export function undecided(file: unknown, decided: Readonly<Record<string, unknown>> = {}): Choice[] {
  return choicesIn(file).filter(choice => standingValue(choice, decided) === undefined)
}

function choiceAt(value: object, path: Path): Choice | null {
  if (!('choice' in value) || typeof value.choice !== 'string') return null
  const options = 'options' in value && Array.isArray(value.options) ? value.options.flatMap(optionOf) : []
  return { name: value.choice, value: 'value' in value ? value.value : undefined, options, path }
}

function optionOf(option: unknown): ChoiceOption[] {
  if (typeof option !== 'object' || option === null) return []
  return 'text' in option && typeof option.text === 'string' && 'value' in option
    ? [{ text: option.text, value: option.value }]
    : []
}

function standingValue({ name, value }: Choice, decided: Readonly<Record<string, unknown>>): unknown {
  return Object.getOwnPropertyDescriptor(decided, name)?.value ?? value
}
