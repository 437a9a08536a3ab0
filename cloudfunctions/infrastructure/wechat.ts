import * as v from 'valibot'
import { cloud } from './cloud'
import { roundTrip } from './round-trips'

const Answer = v.object({
  errcode: v.number(),
  errmsg: v.optional(v.string(), ''),
  trace_id: v.optional(v.string()),
  result: v.optional(v.object({ suggest: v.optional(v.string()) })),
})
export type WeChatAnswer = v.InferOutput<typeof Answer>

/** The numbers with which WeChat says: not now. Everything else is an answer about what was asked. */
const LATER = new Set([-1, -604_101, 42_001, 45_009, 45_011])

/** Nobody took the connection: the question certainly never reached WeChat. */
const NOBODY_THERE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** Whether a failure of `askWeChat` says that nothing can have come of it; after any other WeChat may have acted. */
export function neverArrived(reason: unknown): boolean {
  return reason instanceof Error && 'code' in reason && NOBODY_THERE.has(String(reason.code))
}

/**
 * Asks WeChat's server; only functions whose config.json names the API may. Null where it could not answer now: the
 * same may be asked again later.
 */
export async function askWeChat(apiName: string, requestData: object): Promise<WeChatAnswer | null> {
  const asked = await roundTrip(() => cloud.callWxOpenApi({ apiName, requestData }))
  const parsed = v.safeParse(Answer, asked.result)
  return parsed.success && !LATER.has(parsed.output.errcode) ? parsed.output : null
}
