/** Who asks: a person in the mini-program, or nobody known. */
export type Auth = { openid: string } | null

/** What is asked for: a file, its owner and its place. */
export interface Resource {
  openid: string
  path: string
}

/** A rule as CloudBase writes it: a constant, or an expression over `auth` and `resource`. */
export type Rule = boolean | string

type Clause = (auth: Auth, resource: Resource | undefined) => boolean

const PATH_TEST = /^\/(.+)\/\.test\(resource\.path\)( == true)?$/

/**
 * A rule as a predicate. The expressions that this project deploys are conjunctions of four clauses; a clause outside
 * them makes the cloud refuse to start, so that a rule is never half enforced.
 * @throws Error for a clause that is not known here.
 */
export function compileRule(rule: Rule): (auth: Auth, resource?: Resource) => boolean {
  if (typeof rule === 'boolean') return () => rule
  const clauses = rule.split('&&').map(text => compileClause(text.trim()))
  return (auth, resource) => clauses.every(clause => clause(auth, resource))
}

function compileClause(text: string): Clause {
  if (text === 'true') return () => true
  if (text === 'false') return () => false
  if (text === 'auth != null') return auth => auth !== null
  if (text === 'resource.openid == auth.openid') {
    return (auth, resource) => auth !== null && resource?.openid === auth.openid
  }
  const [, pattern] = PATH_TEST.exec(text) ?? []
  if (pattern !== undefined) {
    const expression = new RegExp(pattern)
    return (_auth, resource) => resource !== undefined && expression.test(resource.path)
  }
  throw new Error(`the local cloud does not know this clause of a rule: ${text}`)
}
