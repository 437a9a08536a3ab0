import type { RequestName } from '#shared/contract/api-contract'
import type { Problem } from '#shared/errors/problems'
import type { Answers, Question } from './make-answers'
import type { Ask } from './make-ask'

/** While somebody types, every answer may be overtaken; what is known then is newer than any of them. */
const MOST_TIMES = 3

/**
 * Asks, and puts the answer where pages read it; answers why not. What was saved while the answer was on its way, it may
 * not know of, whatever its time says: it was read before. Then it is not shown but asked for again.
 */
export async function askForAnswer<Name extends RequestName>(
  question: Question<Name>,
  keep: boolean,
  { answers, ask }: { answers: Answers; ask: Ask },
): Promise<Problem | null> {
  for (let times = 1; times <= MOST_TIMES; times += 1) {
    const before = answers.changes(question)
    const asked = await ask(question.request, question.input)
    if (!asked.ok) return asked.problem
    if (answers.changes(question) !== before) continue
    answers.put(question, { output: asked.output, receivedAt: asked.serverTime }, keep)
    break
  }
  return null
}
