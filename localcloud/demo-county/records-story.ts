import { oneOf } from './chance'
import { type DemoPhone, newId, sha256 } from './phone'
import { drawPage } from './pictures'

export interface RecordsStory {
  cycleId: string
  year: string
  office: DemoPhone
  publicity: DemoPhone
  /** Its chair says 有出入 of a meeting; it was absent from all three, as the drawings show. */
  absentee: { unitId: string; chair: DemoPhone }
  chance: () => number
}

const held = [
  { meetingId: 'spring-meeting', title: '全县工会工作会议', kind: 'meeting', day: '03-12' },
  { meetingId: 'summer-training', title: '工会干部培训班', kind: 'training', day: '06-18' },
  { meetingId: 'autumn-meeting', title: '第三季度工作推进会', kind: 'meeting', day: '09-24' },
] as const

const headlines = [
  '我县开展“送清凉”活动',
  '“安康杯”竞赛启动',
  '职工书屋揭牌',
  '集体协商要约行动综述',
  '女职工维权宣传月小结',
  '困难职工走访记',
] as const
const levels = ['县级', '县级', '市级', '省级'] as const

/** What the county itself holds by now: three meetings, the year's 任务数, the articles it has adopted, one 有出入. */
export async function tellRecords(story: RecordsStory): Promise<void> {
  for (const meeting of held) await holdMeeting(story, meeting)
  await giveTargets(story)
  await countArticles(story)
  const { cycleId, absentee } = story
  await absentee.chair.ask('record.raise-doubt', {
    cycleId,
    unitId: absentee.unitId,
    measure: 'absences',
    entryId: 'summer-training-p0',
    operationId: newId(),
    text: '培训班那两天我在市里开会，已向县总请假。',
  })
}

async function holdMeeting(
  { cycleId, year, office, absentee, chance }: RecordsStory,
  { meetingId, title, kind, day }: (typeof held)[number],
): Promise<void> {
  const keeper = { cycleId, departmentId: null }
  const { units } = await office.ask('meeting.open', { ...keeper, meetingId: null })
  const expected = units.map(({ unitId, people: [chair] }) => ({
    unitId,
    people: [chair?.person ?? '主席', '副主席', '女职委主任'],
  }))
  const marks = expected.flatMap(({ unitId, people }) =>
    people.flatMap((_, place) => {
      const attendance = unitId === absentee.unitId && place === 0 ? 'absent' : attendanceBy(chance())
      return attendance === null ? [] : [{ unitId, place, attendance, note: '' }]
    }),
  )
  const page = drawPage(
    held.findIndex(meeting => meeting.meetingId === meetingId),
    720,
  )
  const { tickets } = await office.ask('county.ticket', {
    files: [{ use: 'attendance', type: 'image/png', bytes: page.length, sha256: sha256(page) }],
  })
  const [ticket] = tickets
  if (!ticket) throw new Error('county.ticket answers one ticket a file')
  await office.upload(ticket.path, page)
  const date = `${year}-${day}`
  await office.ask('meeting.save', {
    ...keeper,
    meetingId,
    title,
    kind,
    date,
    expected,
    marks,
    sheets: [ticket.ticketId],
  })
}

/** Most people come. */
function attendanceBy(chance: number): 'absent' | 'leave' | 'proxy' | null {
  if (chance < 0.04) return 'absent'
  if (chance < 0.07) return 'leave'
  return chance < 0.09 ? 'proxy' : null
}

const yearly: Record<string, readonly [number, ...number[]]> = {
  training: [60, 80, 100, 120],
  subscriptions: [20, 30, 40, 50],
}

async function giveTargets({ cycleId, office, chance }: RecordsStory): Promise<void> {
  const { measures, units } = await office.ask('target.open', { cycleId })
  const cells = units.flatMap(({ unitId, audience }) =>
    measures
      .filter(({ items }) => items.some(item => item.audience === audience))
      .map(({ measure }) => ({ unitId, measure, from: null, to: oneOf(chance, yearly[measure] ?? [1, 2, 3, 5]) })),
  )
  for (let from = 0; from < cells.length; from += 500)
    await office.ask('target.save', { cycleId, operationId: newId(), cells: cells.slice(from, from + 500) })
}

/** 宣教部 has counted so far what it adopted of two units in three. */
async function countArticles({ cycleId, year, office, publicity, chance }: RecordsStory): Promise<void> {
  const { units } = await office.ask('target.open', { cycleId })
  const entries = units.flatMap(({ unitId }) => {
    const adopted = chance() < 0.66 ? 1 + Math.floor(chance() * 9) : 0
    return Array.from({ length: adopted }, (_, index) => ({
      entryId: newId(),
      unitId,
      what: oneOf(chance, headlines),
      date: `${year}-${String(1 + index).padStart(2, '0')}-${String(10 + Math.floor(chance() * 15))}`,
      level: oneOf(chance, levels),
      count: 1,
    }))
  })
  const keeper = { cycleId, departmentId: 'publicity', measure: 'articles' }
  for (let from = 0; from < entries.length; from += 100)
    await publicity.ask('record.save', { ...keeper, entries: entries.slice(from, from + 100) })
}
