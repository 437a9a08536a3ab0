import { type Choice, choicesIn } from './choices'

/** A choice as the office meets it: once, however many items of however many annexes name it. */
export interface NamedChoice {
  name: string
  /** In words, in the order of the file. */
  options: string[]
  /** The option that stands while nobody decides otherwise; null where someone must. */
  standing: string | null
}

/** A choice and the option that holds, both in words. */
export interface Decision {
  choice: string
  option: string
}

/** Every choice of these annexes, each once, in the order in which it first stands. */
export function namedChoices(files: readonly unknown[]): NamedChoice[] {
  const byName = new Map<string, NamedChoice>()
  for (const choice of files.flatMap(file => choicesIn(file))) {
    if (!byName.has(choice.name)) byName.set(choice.name, named(choice))
  }
  return [...byName.values()]
}

/**
 * What the office chose, as values for `parseRubric`. Null where a choice or an option is not in the annexes: nothing is
 * guessed.
 *
 * @param chosen the option's text by the choice's name
 */
export function decidedValues(
  files: readonly unknown[],
  chosen: Readonly<Record<string, string>>,
): Record<string, unknown> | null {
  const choices = files.flatMap(file => choicesIn(file))
  const decided: [string, unknown][] = []
  for (const [name, text] of Object.entries(chosen)) {
    const option = choices
      .filter(choice => choice.name === name)
      .flatMap(choice => choice.options)
      .find(candidate => candidate.text === text)
    if (!option) return null
    decided.push([name, option.value])
  }
  return Object.fromEntries(decided)
}

function named({ name, options, value }: Choice): NamedChoice {
  const standing = options.find(option => JSON.stringify(option.value) === JSON.stringify(value))
  return { name, options: options.map(({ text }) => text), standing: standing?.text ?? null }
}
