import { dayText } from '#shared/cycle/beijing-time'
import { itemsOf } from '#shared/rubric/rubric'
import { drawPage } from '../../../localcloud/demo-county/pictures'
import { type County, cycleId, units } from '../../support/county'
import { complaintToAnswer, pictureToLookAt } from '../../support/county/content'
import { fileOf, pdf, picturesWithThumbnails, registration, uploaded } from '../../support/county/files'
import { a105LastYear, rememberLastYear } from '../../support/county/last-year'
import { entryOf, holdMeetings, putAll, setTargets, storedMeeting, storedRecord } from '../../support/county/records'
import { readRubric } from '../../support/county/rubrics'
import { change, newId, rubricOf } from '../../support/county/sheets'
import { handIn, makeVisitGroup } from '../../support/county/visits'
import { namePeople } from '../people'
import type { Places } from './screens'

/** Names as long as counties have them, and texts as long as people write them when they are careful. */
const longName = (name: string) => `${name.replace('总工会', '')}暨经济技术开发区临港新城管理委员会总工会联合会`
const longRemark =
  '全年召开联席会议2次（3月18日、9月24日），参会单位17家，纪要两份；辖区内3个村还没有党建带工建方案，已列入明年一季度计划。'.repeat(
    3,
  )
const longFile = '关于印发《2026年度职工之家建设和新就业形态劳动者入会集中行动实施方案》的通知（签字盖章扫描件）第2版'
export const moreUnits = 40

const drawnPage = (seed: number) => fileOf(drawPage(seed, 240), 'picture', 'image/png')

/** The small county with everything longer and more of it than usual; answers what addresses need. */
export async function lengthen(county: County): Promise<Places> {
  await namePeople(county)
  const more = Array.from({ length: moreUnits }, (_, index) => ({
    unitId: `more-${index}`,
    name: longName(`第${index + 1}街道办事处总工会`),
    audience: 'township' as const,
    order: 20 + index,
  }))
  const office = county.as('office')
  const renamed = units.map(unit => (/-b$/.test(unit.unitId) ? { ...unit, name: longName(unit.name) } : unit))
  await office.get('roster.save', { departments: [], units: [...renamed, ...more] })
  await fillSheets(county)
  await holdMeetings(county, [
    storedMeeting('spring', { 'township-a': [0, 1, 2], 'township-b': [0] }, { title: `${longFile}贯彻落实推进会` }),
  ])
  await setTargets(county, { 'township-a': { subscriptions: 1200 }, 'township-b': { subscriptions: 20 } })
  const articles = { 'township-a': entryOf({ what: longFile }), 'township-b': entryOf({ what: longFile, count: 3 }) }
  await putAll(county, 'county-records', [storedRecord('articles', articles)])
  await county.as('filler-township-a').get('record.raise-doubt', {
    cycleId,
    unitId: 'township-a',
    measure: 'articles',
    entryId: 'first',
    operationId: '0123456789abcdef0123456789abcdef',
    text: longRemark.slice(0, 90),
  })
  for (const unitId of ['township-a', 'township-b'])
    await rememberLastYear(county, { 'a1-05': a105LastYear }, { unitId })
  const { cycle } = await office.get('office.overview', { cycleId })
  await writeToOffice(county)
  return {
    VERSION: cycle.rubricVersionIds.township ?? '',
    UPLOAD: (await readRubric(county)).uploadId,
    VISIT: await planVisit(county),
  }
}

/** A group that visits 河口镇 and two more today; answers the place as its pages name it. */
async function planVisit(county: County): Promise<string> {
  await handIn(county, ['system-b', 'party-a'])
  const date = dayText(Date.now())
  const days = [{ date, unitIds: ['township-b', 'system-b', 'party-a'] }]
  const { groupId } = await makeVisitGroup(county, ['reviewer-welfare', 'reviewer-publicity'], { days })
  return `cycle=${cycleId}&group=${groupId}&date=${date}`
}

/** One 投诉建议 answered, one not, and a picture that WeChat could not check. */
async function writeToOffice(county: County): Promise<void> {
  const sent = { operationId: newId(), text: longRemark, contact: '13800000288' }
  const { complaintId } = await county.as('filler-township-a').get('complaint.send', sent)
  await county.as('office').get('complaint.answer', { complaintId, operationId: newId(), text: longRemark })
  await complaintToAnswer(county)
  await pictureToLookAt(county)
}

async function fillSheets(county: County): Promise<void> {
  const items = itemsOf(rubricOf('township'))
  const changes = items.map(({ id, points }) => change(id, { score: points, remark: longRemark }))
  const filler = county.as('filler-township-a')
  const files = await uploaded(county, 'filler-township-a', [pdf('a'), pdf('b')])
  await filler.get('assessment.save', { cycleId, unitId: 'township-a', changes: changes.slice(0, 18) })
  await filler.get('material.register', registration({ name: longFile, items: ['a1-05', 'a1-06'], files }))
  await filler.get('material.register', registration({ name: longFile, items: ['a1-05'] }))
  const pages = await picturesWithThumbnails(county, 'filler-township-a', [1, 2, 3].map(drawnPage))
  const proves = ['a1-01', 'a1-02', 'a1-08', 'a1-10', 'a1-12', 'a1-14', 'a1-16']
  await filler.get('material.register', registration({ name: longFile, items: proves, files: pages }))

  const unitId = 'township-b'
  const chair = county.as('chair-township-b')
  await chair.get('assessment.save', { cycleId, unitId, changes })
  const shown = await uploaded(county, 'chair-township-b', [pdf('c')], unitId)
  await chair.get('material.register', registration({ unitId, name: longFile, items: ['a1-05'], files: shown }))
  await chair.get('assessment.submit', { cycleId, unitId })

  const system = itemsOf(rubricOf('system')).map(({ id, points }) => change(id, { score: points, remark: longRemark }))
  const systemFiller = county.as('filler-system-a')
  await systemFiller.get('assessment.save', { cycleId, unitId: 'system-a', changes: system })
  await systemFiller.get('assessment.send-to-chair', { cycleId, unitId: 'system-a' })
}
