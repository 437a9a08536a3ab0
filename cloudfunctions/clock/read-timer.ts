import * as v from 'valibot'

/** As the platform's timer sends it. Strict: to what a client sends WeChat adds keys of its own, and HTTP looks otherwise. */
const TimerEvent = v.strictObject({
  Type: v.literal('Timer'),
  TriggerName: v.literal('every-five-minutes'),
  Time: v.string(),
  Message: v.string(),
})

const Context = v.object({
  environment: v.optional(v.string(), '{}'),
  time_limit_in_ms: v.optional(v.number()),
})
const Variables = v.object({ WX_OPENID: v.optional(v.string()), TRIGGER_SRC: v.optional(v.string()) })

/** The function's time-out by cloudbaserc.json, for a context that does not tell it. */
const TIMEOUT_MILLISECONDS = 60_000

/**
 * How long this invocation may run, or null where somebody else than the timer calls. Function rules deny clients this
 * function already; what is asked here is the invocation's own context, which no client can write.
 */
export function readTimer(event: unknown, context: unknown): { milliseconds: number } | null {
  const parsed = v.safeParse(Context, context)
  if (!parsed.success || !v.is(TimerEvent, event)) return null
  const { environment, time_limit_in_ms: milliseconds = TIMEOUT_MILLISECONDS } = parsed.output
  const variables = v.safeParse(Variables, JSON.parse(environment))
  if (!variables.success || variables.output.WX_OPENID) return null
  const { TRIGGER_SRC: source = 'timer' } = variables.output
  return source === 'timer' ? { milliseconds } : null
}
