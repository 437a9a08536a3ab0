import { JoinRehearsal } from '#shared/contract/cycle-contract'
import { dayText } from '#shared/cycle/beijing-time'
import { entriesPerDay, placesOf, practiceUnitId } from '#shared/cycle/rehearsal'
import { permissions } from '../../permissions/permissions'
import { currentRehearsal } from '../../repositories/cycles'
import { addMember, memberIdOf, nameOfStrangers, readMember, setRehearsal } from '../../repositories/members'
import { takePlace } from '../../repositories/rehearsal-places'
import { listUnits, putUnits, type Unit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { beginAssessments } from '../cycle/begin-assessments'

/**
 * Anybody with the public code, a member or not, while there are places: a code may reach more people than a county has. Everybody fills a unit of their own: strangers do not read each other,
 * and who comes back finds what they tried before.
 */
export const joinRehearsal = defineRequest('rehearsal.join', {
  interactive: false,
  schema: JoinRehearsal,
  load: () => ({ cycle: currentRehearsal(), units: listUnits() }),
  permit: permissions['rehearsal.join'],
  act: async ({ input: { code, audience }, loaded: { cycle, units }, asker: { openid }, now }) => {
    if (!cycle?.rehearsal?.code || !isSame(code, cycle.rehearsal.code)) return refuse('rehearsal.unknown-code')
    const memberId = memberIdOf(openid)
    const all = placesOf(units.length)
    const place = await takePlace({ cycleId: cycle._id, memberId, day: dayText(now), now }, all)
    if (place === 'full') return refuse('rehearsal.full', { places: all })
    if (place === 'too-often') return refuse('rehearsal.too-often', { entries: entriesPerDay })
    const unitId = practiceUnitId(audience, memberId)
    const unit: Unit = { _id: unitId, name: '演练单位', audience, order: 0, rehearsal: true }
    await putUnits([unit])
    // False where it stands already: that is the one they tried before.
    await beginAssessments(cycle, [unit], [])
    const rehearsal = { unitId, from: now }
    const stranger = { _id: memberId, openid, name: nameOfStrangers, phone: '', posts: [], joinedAt: now, revision: 1 }
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
