import type { Signature } from '#shared/assessment/assessment'
import type { SignatureView } from '#shared/contract/assessment-contract'

/** Who signed, as others see it: a name, never an id. */
export function signatureView({ name, at, fromPaper }: Signature): SignatureView {
  return { name, at, fromPaper: fromPaper ?? false }
}
