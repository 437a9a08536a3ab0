import { type Problem, type ProblemCode, type ProblemDetails, problem } from '#shared/errors/problems'

/** What a request returns instead of its output. A value, not an exception: only the pipeline catches. */
export class Refusal {
  constructor(readonly problem: Problem) {}
}

/** Refuses with that code; its details are required exactly where its sentence needs them. */
export function refuse<Code extends ProblemCode>(code: Code, ...details: ProblemDetails<Code>): Refusal {
  return new Refusal(problem(code, ...details))
}
