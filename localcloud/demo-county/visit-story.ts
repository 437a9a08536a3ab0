import { dayText } from '#shared/cycle/beijing-time'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { type DemoPhone, newId } from './phone'
import type { DemoUnit } from './roster'

export interface VisitStory {
  cycleId: string
  office: DemoPhone
  /** Who visits, the leader of each group first, by the name in the roster. */
  groups: { name: string; phone: DemoPhone }[][]
  /** Of every annex, in the county's order; those that have handed in. */
  visited: (DemoUnit & { rubric: Rubric })[]
  now: number
}

const DAY = 86_400_000
const unitsADay = 6

/** Two 考核组 with six units a day from today on; the first has been to its first unit already. */
export async function tellVisits({ cycleId, office, groups, visited, now }: VisitStory): Promise<void> {
  const { people } = await office.ask('visit-group.list', { cycleId })
  for (const [index, members] of groups.entries()) {
    const memberIds = members.map(({ name }) => people.find(person => person.name === name)?.memberId ?? '')
    const days = [0, 1].flatMap(day => {
      const from = (index * 2 + day) * unitsADay
      const unitIds = visited.slice(from, from + unitsADay).map(({ unitId }) => unitId)
      return unitIds.length > 0 ? [{ date: dayText(now + day * DAY), unitIds }] : []
    })
    const [leaderId = ''] = memberIds
    const groupId = newId()
    const name = `考核${'一二三'.charAt(index)}组`
    await office.ask('visit-group.save', { cycleId, groupId, revision: 0, name, leaderId, memberIds, days })
    if (index === 0) await note(cycleId, groupId, members, visited[0])
  }
}

/** Two of the group look at different items of the first unit, and one of them at something together. */
async function note(
  cycleId: string,
  groupId: string,
  members: VisitStory['groups'][number],
  unit: VisitStory['visited'][number] | undefined,
): Promise<void> {
  if (!unit) return
  const items = itemsOf(unit.rubric)
  for (const [place, { phone }] of members.slice(0, 2).entries()) {
    const entries = items.slice(place * 3, place * 3 + 4).map(({ id: itemId, points }, index) => {
      const gap = index === 1 ? Math.min(points, 50) : 0
      const reasons = gap > 0 ? [{ phrase: '缺会议记录', points: gap }] : []
      const score = {
        score: points - gap,
        notApplicableAgreed: false,
        reasons,
        seen: ['originals' as const],
        comment: '',
      }
      return { operationId: newId(), unitId: unit.unitId, itemId, looking: true, score }
    })
    await phone.ask('visit.save', { cycleId, groupId, entries })
  }
}
