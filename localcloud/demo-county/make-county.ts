import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { itemsByDepartment } from '#shared/assessment/summarize'
import type { Rubric } from '#shared/rubric/rubric'
import { chanceFrom } from './chance'
import { tellDepartment } from './department-story'
import { DemoPhone } from './phone'
import { tellRecords } from './records-story'
import { type DemoPerson, demoPeople, demoUnits } from './roster'
import { type Progress, tellUnit } from './unit-story'
import { tellVisits } from './visit-story'

dayjs.extend(utc)

export interface CountyPlan {
  address: string
  setupCode: string
  departments: { id: string; name: string }[]
  /** Says how far the making has come: `progress('42 个单位', 12, 42)`. */
  progress: (what: string, done: number, all: number) => void
  now: number
}

/**
 * Makes the demo county by the product's own requests, exactly as a county would: founded with the set-up code, roster,
 * invitations and joining, the cycle opened, sheets filled, photographed, submitted, some of them scored.
 */
export async function makeCounty(plan: CountyPlan): Promise<DemoPerson[]> {
  const people = demoPeople(plan.departments)
  const phoneOf = (person: DemoPerson | undefined) => {
    if (!person) throw new Error('the demo roster lacks a person its story needs')
    return new DemoPhone(plan.address, person.openid)
  }
  const [founder] = people
  if (!founder) throw new Error('the demo roster is empty')
  const office = phoneOf(founder)
  await office.ask('county.found', {
    setupCode: plan.setupCode,
    countyName: '县总工会',
    officePhone: '0000-6221135',
    name: founder.name,
    landings: ['考核组成员签字：', '县总工会（盖章）'],
  })
  await office.ask('roster.save', {
    departments: plan.departments.map(({ id, name }) => ({ departmentId: id, name })),
    units: demoUnits,
  })
  await joinAll(plan, office, people)
  const cycleId = String(dayjs(plan.now).utcOffset(8).year())
  await office.ask('cycle.open', cycleOf(cycleId, plan.now))
  const personIn = (post: PostOf) => people.find(person => matches(person.post, post))
  await tellAll(plan, cycleId, post => phoneOf(personIn(post)))
  await visitUnits(plan, cycleId, post => {
    const person = personIn(post)
    return { name: person?.name ?? '', phone: phoneOf(person) }
  })
  return people
}

function cycleOf(cycleId: string, now: number) {
  // Deadlines are Beijing's, wherever this machine is.
  const endOfDay = (days: number) => dayjs(now).utcOffset(8).add(days, 'day').hour(18).startOf('hour').valueOf()
  return {
    cycleId,
    title: `${cycleId}年度考核`,
    documentNumber: `县工〔${cycleId}〕11号`,
    selfDeadline: endOfDay(6),
    graceHours: 0,
    lockAfterDeadline: false,
    reviewDeadline: endOfDay(26),
    departmentStep: 50,
    notApplicable: 'full',
    decidedBy: 'department-head',
  } as const
}

async function joinAll(plan: CountyPlan, office: DemoPhone, people: DemoPerson[]): Promise<void> {
  const others = people.slice(1)
  for (const [index, { name, phone, post, openid }] of others.entries()) {
    const { invitationCode } = await office.ask('member.invite', { name, phone: phone.replaceAll(' ', ''), post })
    await new DemoPhone(plan.address, openid).ask('member.join', { invitationCode })
    plan.progress('人员加入', index + 1, others.length)
  }
}

type PostOf = DemoPerson['post']
const matches = (post: PostOf, wanted: PostOf) => JSON.stringify(post) === JSON.stringify(wanted)

async function tellAll(plan: CountyPlan, cycleId: string, phone: (post: PostOf) => DemoPhone): Promise<void> {
  const chance = chanceFrom(2026)
  await tellRecords({
    cycleId,
    year: cycleId,
    office: phone({ role: 'office' }),
    publicity: phone({ role: 'department-head', departmentId: 'publicity' }),
    absentee: { unitId: 'township-03', chair: phone({ role: 'chair', unitId: 'township-03' }) },
    chance: chanceFrom(12),
  })
  plan.progress('县总记录和任务数', 1, 1)
  const rubrics = await rubricsOf(phone({ role: 'office' }))
  for (const [index, unit] of demoUnits.entries()) {
    const rubric = rubrics.find(candidate => candidate.audience === unit.audience)
    if (!rubric) throw new Error(`no annex for ${unit.audience}`)
    const progress = progressOf(index)
    const { unitId } = unit
    const [filler, chair] = [phone({ role: 'filler', unitId }), phone({ role: 'chair', unitId })]
    await tellUnit({ cycleId, unitId, rubric, progress, filler, chair, chance })
    if (progress === 'submitted') {
      const departments = Object.keys(itemsByDepartment(rubric))
      for (const [place, departmentId] of departments.entries()) {
        const share = shareScored(index, place)
        const head = phone({ role: 'department-head', departmentId })
        if (share > 0) await tellDepartment({ cycleId, departmentId, unitId, rubric, head, share, chance })
      }
    }
    plan.progress('单位填报和评分', index + 1, demoUnits.length)
  }
}

/** Two groups of three, each from different departments, go to the units that have handed in. */
async function visitUnits(
  plan: CountyPlan,
  cycleId: string,
  personIn: (post: PostOf) => { name: string; phone: DemoPhone },
): Promise<void> {
  const office = personIn({ role: 'office' }).phone
  const rubrics = await rubricsOf(office)
  const reviewers = plan.departments.map(({ id }) => personIn({ role: 'reviewer', departmentId: id }))
  const visited = demoUnits.flatMap((unit, index) => {
    const rubric = rubrics.find(({ audience }) => audience === unit.audience)
    return progressOf(index) === 'submitted' && rubric ? [{ ...unit, rubric }] : []
  })
  await tellVisits({ cycleId, office, groups: [reviewers.slice(0, 3), reviewers.slice(3, 6)], visited, now: plan.now })
  plan.progress('考核组', 1, 1)
}

async function rubricsOf(office: DemoPhone): Promise<Rubric[]> {
  const { rubrics } = await office.ask('rubric.list', {})
  return Promise.all(
    rubrics.map(async ({ rubricVersionId }) => (await office.ask('rubric.read', { rubricVersionId })).rubric),
  )
}

/** 马店镇 (the third) is half done, to be filled by hand; of the others two in five have submitted. */
function progressOf(index: number): Progress {
  if (index === 2) return 'some'
  return (
    (['submitted', 'submitted', 'some', 'not-begun', 'submitted', 'awaiting-chair', 'some'] as const)[index % 7] ??
    'some'
  )
}

/** The first units are scored whole, later ones by some departments, the rest not yet. */
function shareScored(index: number, place: number): number {
  if (index < 5) return 1
  if (index < 16) return place < 3 ? 1 : place === 3 ? 0.5 : 0
  return index % 3 === 0 && place === 0 ? 1 : 0
}
