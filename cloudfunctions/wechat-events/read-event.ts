import * as v from 'valibot'
import type { CheckState } from '#shared/materials/wechat-check'

/** Function rules deny clients this function; a trace id that WeChat never gave changes nothing all the same. */
const MediaCheck = v.object({
  MsgType: v.literal('event'),
  Event: v.literal('wxa_media_check'),
  trace_id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,128}$/)),
  version: v.literal(2),
  errcode: v.optional(v.number(), 0),
  result: v.optional(v.object({ suggest: v.optional(v.string()) }), {}),
})

/** What WeChat thinks of a picture, or null where the message is none of that kind. */
export function readMediaCheck(event: unknown): { traceId: string; state: CheckState } | null {
  const parsed = v.safeParse(MediaCheck, event)
  if (!parsed.success) return null
  const { trace_id: traceId, errcode, result } = parsed.output
  const isSaid = errcode === 0 && (result.suggest === 'pass' || result.suggest === 'risky')
  return { traceId, state: isSaid ? (result.suggest === 'pass' ? 'pass' : 'risky') : 'could-not-check' }
}
