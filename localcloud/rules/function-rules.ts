import { isFields } from '../fields'
import { type Auth, compileRule, type Rule } from './rule-expression'

/** Function rules as deployed: by name, `*` for all others. */
export type FunctionRules = Record<string, { invoke: Rule }>

/**
 * Whether a client may call a function. A function that no rule names is not to be called.
 * @throws Error for rules that are not understood here, so that none is half enforced.
 */
export function compileFunctionRules(rules: FunctionRules): (functionName: string, auth: Auth) => boolean {
  const compiled = new Map(Object.entries(rules).map(([name, { invoke }]) => [name, compileRule(invoke)]))
  return (functionName, auth) => (compiled.get(functionName) ?? compiled.get('*'))?.(auth) ?? false
}

/** Function rules from a file's text. */
export function parseFunctionRules(text: string): FunctionRules {
  const value: unknown = JSON.parse(text)
  const rules: FunctionRules = {}
  for (const [name, rule] of Object.entries(isFields(value) ? value : {})) {
    const invoke = isFields(rule) ? rule.invoke : undefined
    if (typeof invoke !== 'boolean' && typeof invoke !== 'string') throw new Error(`the rule of ${name} has no invoke`)
    rules[name] = { invoke }
  }
  return rules
}
