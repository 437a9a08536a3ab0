import * as v from 'valibot'
import type { Instant } from '#shared/assessment/assessment'
import type { RequestInput, RequestName, RequestOutput } from '#shared/contract/api-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { now as currentTime } from '../infrastructure/clock'
import type { Permission } from '../permissions/permission'
import { type Caller, identify, stranger } from './identify'
import { type Loaded, type Loads, settle } from './load'
import { Refusal } from './refusal'

/** What a request works with once it is allowed. */
export interface Scene<Input, LoadedThings, Asker> {
  input: Input
  loaded: LoadedThings
  /** Who asks: a member where the permission asks for one. */
  asker: Asker
  caller: Caller
  now: Instant
}

interface RequestParts<Name extends RequestName, Things extends Loads, Asker> {
  /** A person waits for it: at most two round trips in sequence, four on conflict (tests/benchmarks). */
  interactive: boolean
  schema: v.GenericSchema<unknown, RequestInput<Name>>
  /** Everything that can be named by the input alone; it is loaded side by side with the caller's identity. */
  load: (input: RequestInput<Name>) => Things
  /** Who may ask, and when: the rule of this request in `permissions/permissions.ts`. */
  permit: Permission<RequestInput<Name>, Loaded<Things>, Asker>
  /**
   * Asked where `permit` finds the time past: a repeated delivery of what was done in time gets its first answer, for
   * a phone that never heard it. Null: it is no repetition, and the refusal stands.
   */
  repeated?: (
    scene: Scene<RequestInput<Name>, Loaded<Things>, Asker>,
    refusal: Problem,
  ) => Promise<RequestOutput<Name> | null>
  act: (scene: Scene<RequestInput<Name>, Loaded<Things>, Asker>) => Promise<RequestOutput<Name> | Refusal>
}

/** A request as the table holds it: what it loads and who asks are its own affair. */
export interface RequestDefinition<Name extends RequestName> {
  name: Name
  interactive: boolean
  /** What it takes: a test walks all of them for free texts, so that none is taken unasked. */
  schema: v.GenericSchema
  answer: (input: unknown, caller: Caller) => Promise<RequestOutput<Name> | Refusal>
}

/** Parses, identifies, loads, asks for permission and acts, in this order. */
export function defineRequest<Name extends RequestName, Things extends Loads, Asker>(
  name: Name,
  { interactive, schema, load, permit, repeated, act }: RequestParts<Name, Things, Asker>,
): RequestDefinition<Name> {
  return {
    name,
    interactive,
    schema,
    answer: async (raw, caller) => {
      const parsed = v.safeParse(schema, raw, { abortEarly: true })
      if (!parsed.success) return new Refusal(problem('call.invalid-input', { field: fieldName(parsed.issues[0]) }))
      const input = parsed.output
      const now = currentTime()
      const [visitor, { loaded, missing }] = await Promise.all([
        permit.identified ? identify(caller, now) : stranger(caller),
        settle(load(input)),
      ])
      const admission = permit.who(visitor, input)
      if ('refused' in admission) return new Refusal(admission.refused)
      if (missing) return new Refusal(missing)
      const scene = { input, loaded, asker: admission.asker, caller, now }
      const verdict = permit.when(admission.asker, loaded, now)
      if (verdict === true) return act(scene)
      return (await repeated?.(scene, verdict)) ?? new Refusal(verdict)
    },
  }
}

/** The Chinese name of the field that is wrong: the message that the contract's schemas give it. */
function fieldName(issue: v.BaseIssue<unknown>): string {
  return /\p{Script=Han}/u.test(issue.message) ? issue.message : '请求内容'
}
