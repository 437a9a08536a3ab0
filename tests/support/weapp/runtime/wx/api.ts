import { plain, recordCall } from '../spy'

/** Options of an asynchronous `wx` function. */
export interface Options {
  success?(result: object): void
  fail?(failure: object): void
  complete?(outcome: object): void
  [option: string]: unknown
}

/** A failure in WeChat's form; `message` is what stands after 「fail」. */
export class WxFailure extends Error {
  constructor(
    message: string,
    readonly code?: number,
  ) {
    super(message)
  }
}

type Work = (options: Options) => unknown

/**
 * An asynchronous function of `wx`: answers by callbacks, or by a promise where none is given, never before the calling
 * code has ended; every call is noted.
 */
export function asynchronous(name: string, work: Work) {
  return (options: Options = {}): Promise<object> | undefined => {
    recordCall(name, options)
    const outcome = Promise.resolve().then(() => work(options))
    const answered = outcome.then(
      result => ({ ...Object(result), errMsg: `${name}:ok` }),
      error => Promise.reject(failure(name, error)),
    )
    if (!options.success && !options.fail && !options.complete) return answered
    answered.then(
      result => {
        options.success?.(result)
        options.complete?.(result)
      },
      failed => {
        options.fail?.(failed)
        options.complete?.(failed)
      },
    )
    return undefined
  }
}

/**
 * As `asynchronous`, for functions that ask the person or the device: a test may answer in their place. `before` is what
 * WeChat wants first, whoever answers.
 */
export function answerable(name: string, work: Work, before?: (name: string) => Promise<void>) {
  return asynchronous(name, async options => {
    await before?.(name)
    if (!window.__answered.has(name)) return work(options)
    const answer = await window.__askTest(name, plain(options))
    if ('failure' in answer) throw new WxFailure(answer.failure, answer.code)
    return answer.result
  })
}

function failure(name: string, error: unknown): object {
  const message = error instanceof Error ? error.message : String(error)
  const errMsg = `${name}:fail ${message}`
  const code = error instanceof WxFailure ? error.code : undefined
  return Object.assign(new Error(errMsg), { errMsg, ...(code !== undefined && { errCode: code, errno: code }) })
}

export type TestAnswer = { result: unknown } | { failure: string; code?: number }

declare global {
  interface Window {
    /** Names of the functions for which the test has an answer. */
    __answered: Set<string>
    /** Asks the test. */
    __askTest(name: string, options: unknown): Promise<TestAnswer>
  }
}

/** A text among the options. */
export function text(options: Options, name: string): string {
  const value = options[name]
  if (typeof value !== 'string') throw new WxFailure(`parameter error: ${name} should be String`)
  return value
}
