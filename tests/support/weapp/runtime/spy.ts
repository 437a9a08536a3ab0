/** One `setData` of a page or component, as the logic layer sent it to the view. */
export interface SetDataCall {
  /** Path of the page or component. */
  is: string
  /** Size of the payload as JSON, in UTF-8 bytes. */
  bytes: number
  keys: string[]
  /** When it was called, in milliseconds since the page of the runner was opened. */
  at: number
  /** How long the view took to apply it, in milliseconds. */
  took: number
}

/** One call of `wx.*`; functions among the options are left out, binary data stands as its length. */
export interface WxCall {
  name: string
  options: unknown
  at: number
}

/** A `value` that the program wrote into a field while the person was typing in it. */
export interface FocusedWrite {
  field: string
  shown: string
  written: string
}

/** Everything the runner notes for the test. */
export const spy = {
  setData: [] as SetDataCall[],
  calls: [] as WxCall[],
  focusedWrites: [] as FocusedWrite[],
  /** Errors of the program and of the framework; a test should find none. */
  errors: [] as string[],
  warnings: [] as string[],
  /** Names of `wx` that the program asked for and that the runner does not have. */
  missing: [] as string[],
}

export type Spy = typeof spy

export function recordCall(name: string, options: unknown): void {
  spy.calls.push({ name, options: plain(options), at: performance.now() })
}

export function recordError(error: unknown): void {
  spy.errors.push(error instanceof Error ? (error.stack ?? error.message) : describe(error))
  console.error(error)
}

function describe(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(plain(value)) : String(value)
}

/** A copy that can leave the page. */
export function plain(value: unknown): unknown {
  const text = JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof ArrayBuffer) return `[${each.byteLength} bytes]`
    if (each instanceof Node) return `<${each.nodeName.toLowerCase()}>`
    return each
  })
  return text === undefined ? undefined : JSON.parse(text)
}

interface SetsData {
  setData(data: Record<string, unknown>, after?: () => void): void
}

let watching = false

/**
 * Notes every `setData` from now on. All pages and components share the prototype that carries it; the payload goes
 * through JSON, as it does between the two threads of a phone, so that nothing can be shared by reference.
 */
export function watchSetData(caller: SetsData): void {
  if (watching) return
  watching = true
  let owner: SetsData = caller
  while (!Object.hasOwn(owner, 'setData')) owner = Object.getPrototypeOf(owner)
  const original = owner.setData
  owner.setData = function (this: SetsData & { is: string }, data, after) {
    const payload = JSON.stringify(data)
    const bytes = new TextEncoder().encode(payload).length
    const call: SetDataCall = { is: this.is, bytes, keys: Object.keys(data), at: performance.now(), took: 0 }
    spy.setData.push(call)
    original.call(this, JSON.parse(payload), after)
    call.took = performance.now() - call.at
  }
}
