import { JoinRehearsal } from '#shared/contract/cycle-contract'
import { permissions } from '../../permissions/permissions'
import { currentRehearsal } from '../../repositories/cycles'
import { addMember, memberIdOf, readMember, setRehearsal } from '../../repositories/members'
import { putUnits, type Unit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { beginAssessments } from '../cycle/begin-assessments'

/**
 * Anybody with the public code, a member or not. Everybody fills a unit of their own: strangers do not read each other,
 * and who comes back finds what they tried before.
 */
export const joinRehearsal = defineRequest('rehearsal.join', {
  interactive: false,
  schema: JoinRehearsal,
  load: () => ({ cycle: currentRehearsal() }),
  permit: permissions['rehearsal.join'],
  act: async ({ input: { code, audience }, loaded: { cycle }, asker: { openid }, now }) => {
    if (!cycle?.rehearsal?.code || !isSame(code, cycle.rehearsal.code)) return refuse('rehearsal.unknown-code')
    const memberId = memberIdOf(openid)
    const unitId = `practice-${audience}-${memberId.slice(2, 22)}`
    const unit: Unit = { _id: unitId, name: '演练单位', audience, order: 0, rehearsal: true }
    await putUnits([unit])
    // False where it stands already: that is the one they tried before.
    await beginAssessments(cycle, [unit], [])
    const rehearsal = { unitId, from: now }
    const stranger = { _id: memberId, openid, name: '演练的人', phone: '', posts: [], joinedAt: now, revision: 1 }
    const isNew = !(await readMember(memberId)) && (await addMember({ ...stranger, rehearsal }))
    if (!isNew) await setRehearsal(memberId, rehearsal)
    return {}
  },
})

/** As people type it: either case, with blanks. */
function isSame(typed: string, code: string): boolean {
  const plain = (text: string) => text.replace(/[\s-]/g, '').toUpperCase()
  return plain(typed) === plain(code)
}
