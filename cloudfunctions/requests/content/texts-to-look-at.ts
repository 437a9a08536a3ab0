import { unitSide, writtenTexts } from '#shared/content/written'
import type { TextToLookAt } from '#shared/contract/content-contract'
import type { ContentChecks } from '../../repositories/content-checks'
import type { Department } from '../../repositories/departments'
import { signatureView } from '../views/signature-view'

/** All texts that WeChat thinks risky or could not check: what nobody has looked at first, and of it what is risky. */
export function textsToLookAt(
  findings: readonly ContentChecks[],
  unitNames: ReadonlyMap<string, string>,
  departments: readonly Department[],
): TextToLookAt[] {
  const departmentNames = new Map(departments.map(({ _id, name }) => [_id, name]))
  const found = findings.flatMap(({ unitId, texts }) =>
    Object.entries(texts).flatMap(([textKey, { text, name, side, state, decision, gone }]): TextToLookAt[] => {
      if (text === null || gone) return []
      const unitName = unitNames.get(unitId) ?? ''
      const by = side === unitSide ? null : (departmentNames.get(side) ?? side)
      const decided = decision && { shown: decision.shown, signature: signatureView(decision.signature) }
      return [{ unitId, unitName, textKey, by, what: writtenTexts[name], text, state, decision: decided }]
    }),
  )
  return found.sort((a, b) => urgency(a) - urgency(b))
}

function urgency({ state, decision }: TextToLookAt): number {
  if (decision) return 2
  return state === 'risky' ? 0 : 1
}
