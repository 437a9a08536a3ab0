import { heldWords } from '#shared/content/written'
import type { HeldTexts } from '../../repositories/content-checks'
import type { Notice } from '../../repositories/notices'

type Quoting = Pick<Notice, 'kind' | 'words' | 'quotes'>

/** What a notice says: words of somebody else stand in it only while they are not held. */
export function quotedWords({ words, quotes }: Quoting, held: HeldTexts | undefined): string {
  if (!quotes || quotes.text === '' || !held?.has(quotes.key)) return words
  return words.replace(quotes.text, () => heldWords)
}

/** Whether a notice that somebody's words are held still is so; of others nothing is said here. */
export function isStillHeld({ kind, quotes }: Quoting, held: HeldTexts | undefined): boolean {
  return kind !== 'content-held' || (quotes !== undefined && held?.has(quotes.key) === true)
}
