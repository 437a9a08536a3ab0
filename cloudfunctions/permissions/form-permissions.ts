import { type Cycle, scoresReachUnits } from '#shared/cycle/cycle'
import { problem } from '#shared/errors/problems'
import type { DepartmentId } from '#shared/rubric/rubric'
import type { VisitGroup } from '../repositories/visit-groups'
import { type Actor, allow, type Verdict } from './permission'
import { fillsFor, leaders, theOffice, whoKeeps } from './roles'
import { visitsTheUnit } from './visit-permissions'

interface OfUnit {
  unitId: string
}
/** `kind` is absent where only the ability is asked for. */
type AskedForm = OfUnit & { kind?: 'self' | 'scored' | 'materials' }
type AskedDocument =
  | AskedForm
  | { kind: 'blank' }
  | (OfUnit & { kind: 'visit' })
  | { kind: 'targets' }
  | { kind: 'records'; departmentId: DepartmentId | null }

export interface FormOfCycle {
  cycle: Cycle
  /** Of a 实地考核记录. */
  group?: VisitGroup | null
}

const seesForms = (actor: Actor, unitId: string) => fillsFor(actor, unitId) || theOffice(actor) || leaders(actor)

/**
 * A blank form is public knowledge, the other forms are the unit's own, the office's and the leaders'; tables to fill are
 * made for whoever fills them.
 */
function whoMakes(actor: Actor, asked: AskedDocument): boolean {
  switch (asked.kind) {
    case 'blank':
      return true
    // Who belongs to a group stands in the group; see `showsForm`.
    case 'visit':
      return true
    case 'targets':
      return theOffice(actor)
    case 'records':
      return whoKeeps(actor, asked)
    default:
      return seesForms(actor, asked.unitId)
  }
}
const whoReads = (actor: Actor, { unitId }: AskedForm) => seesForms(actor, unitId)

/** 评分表 shows a unit its scores, so not before they reach the units. `asked` is what the request wants. */
function showsForm(actor: Actor, { cycle, asked, group = null }: FormOfCycle & { asked?: AskedDocument }): Verdict {
  if (asked?.kind === 'visit') return theOffice(actor) || visitsTheUnit(actor, group, asked.unitId)
  if (asked?.kind !== 'scored' || theOffice(actor) || leaders(actor)) return true
  return scoresReachUnits(cycle) ? true : problem('permission.denied')
}

export const formPermissions = {
  'form.read': allow(whoReads, showsForm),
  'document.make': allow(whoMakes, showsForm),
}
