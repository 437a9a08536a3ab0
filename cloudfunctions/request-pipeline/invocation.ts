import * as v from 'valibot'
import type { Caller } from './identify'

/** What one invocation brought: who calls by which way, and the call as it was sent, still unchecked. */
export interface Invocation {
  caller: Caller
  /** The call's text, or its value where the platform has parsed it. */
  call: { text: string } | { value: unknown }
}

const Context = v.object({ environment: v.optional(v.string()), environ: v.optional(v.string()) })
const ContextVariables = v.object({ WX_OPENID: v.optional(v.string()) })

const HttpEvent = v.object({
  httpMethod: v.string(),
  headers: v.optional(v.record(v.string(), v.unknown()), {}),
  body: v.optional(v.nullable(v.string())),
  isBase64Encoded: v.optional(v.boolean()),
})

/**
 * Reads the platform's event. The way in is decided by the invocation's context, which no client can write: with an
 * openid there it is the mini-program and the event is the call itself, whatever that looks like; otherwise it is HTTP
 * access. The environment variables of the process are not asked: an earlier invocation may have left them.
 */
export function readInvocation(event: unknown, context: unknown): Invocation | { preflight: true } | null {
  const openid = openidOf(context)
  if (openid) return { caller: { via: 'mini-program', openid }, call: { value: event } }
  if (!v.is(HttpEvent, event)) return null
  const { httpMethod, headers, body, isBase64Encoded } = v.parse(HttpEvent, event)
  if (httpMethod === 'OPTIONS') return { preflight: true }
  if (httpMethod !== 'POST') return null
  const text = isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString() : (body ?? '')
  return { caller: { via: 'http', sessionToken: bearerToken(headers) }, call: { text } }
}

function openidOf(context: unknown): string | undefined {
  const parsed = v.safeParse(Context, context)
  if (!parsed.success) return undefined
  const { environment, environ } = parsed.output
  return environment === undefined ? fromAssignments(environ ?? '') : fromJson(environment)
}

function fromJson(environment: string): string | undefined {
  try {
    const variables = v.safeParse(ContextVariables, JSON.parse(environment))
    return variables.success ? variables.output.WX_OPENID : undefined
  } catch {
    return undefined
  }
}

/** The older form of a context: `A=1;WX_OPENID=…;B=2`. */
function fromAssignments(environ: string): string | undefined {
  return environ.match(/(?:^|;)WX_OPENID=([^;]+)/)?.[1]
}

function bearerToken(headers: Record<string, unknown>): string | null {
  for (const [name, value] of Object.entries(headers)) {
    if (name.toLowerCase() !== 'authorization' || typeof value !== 'string') continue
    return value.match(/^Bearer (\S+)$/i)?.[1] ?? null
  }
  return null
}
