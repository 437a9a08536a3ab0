import type { Page } from 'playwright-core'
import { itemsOf } from '#shared/rubric/rubric'
import { cycleId } from '../support/county'
import { registration } from '../support/county/files'
import { holdMeetings, setTargets, storedMeeting } from '../support/county/records'
import { readRubric } from '../support/county/rubrics'
import { change, rubricOf } from '../support/county/sheets'
import { goTo, type H5, look, type Screen, seen, startH5 } from './h5'
import { measure } from './measures'
import { namePeople } from './people'

/*
 * Every page at both sizes, and on the phone with 大字: nothing wider than the window, no words cut, nothing smaller than
 * a finger; body text 17 px on the phone and 16 px on the PC.
 */

const rubric = rubricOf('township')
let versionId: string
let uploadId: string

/** By whoever opens them: the address of each page and what is on it once it is there. */
const pages: Record<string, (readonly [name: string, address: string, ready: string])[]> = {
  'filler-township-a': [
    ['home', '/pages/home/home', '#unit-card'],
    ['sheet', '/unit/sheet/sheet', '#item-25'],
    ['item', '/unit/item/item?item=a1-05', '#filling'],
    ['item-record', '/unit/item/item?item=a1-04', '#record-figure'],
    ['item-facts', '/unit/item/item?item=a1-25', '#fact-2'],
    ['folder', '/unit/folder/folder', '.page-thumb'],
    ['submit', '/unit/submit/submit', '#submit-total'],
    ['own-form', '/unit/form/form?kind=self', '#paper'],
    ['rubric', '/pages/rubric/rubric', '#rubric-title'],
    ['complaints', '/pages/complaints/complaints', '#office-phone'],
    ['join', '/pages/join/join', '#join-county'],
  ],
  'head-organization': [
    ['department-home', '/pages/home/home', '#by-unit'],
    ['queue-units', '/department/queue/queue?view=units', '#unit-township-b'],
    ['queue-items', '/department/queue/queue?view=items', '#item-a1-05'],
    ['review', '/department/review/review?unit=township-b&item=a1-05', '#own-score'],
    ['department-records', '/department/records/records', '#record-workers-homes'],
    ['by-item', '/department/by-item/by-item?rubric=VERSION&item=a1-05', '#unit-township-b'],
  ],
  'head-general-office': [
    ['review-record', '/department/review/review?unit=township-b&item=a1-04', '#record-figure'],
    ['by-item-record', '/department/by-item/by-item?rubric=VERSION&item=a1-04', '#unit-township-b'],
  ],
  office: [
    ['board', '/office/board/board', '#board-table'],
    ['cycle', '/office/cycle/cycle', '#phase-review'],
    ['rubrics', '/office/rubrics/rubrics', '#uploads'],
    ['rubric-draft', '/office/rubric-draft/rubric-draft?uploadId=UPLOAD', '#findings'],
    ['roster', '/office/roster/roster', '#place-township-a'],
    ['targets', '/office/targets/targets', '#score-grid'],
    ['records', '/office/records/records', '#record-articles'],
    ['meetings', '/office/meetings/meetings', '#meeting-list'],
    ['paper-entry', '/office/paper-entry/paper-entry?unitId=system-a', '#entry-grid'],
    ['form', '/office/form/form?unitId=township-b', '#paper'],
  ],
}

jest.setTimeout(90_000)

let h5: H5
beforeAll(async () => {
  h5 = await startH5()
  await namePeople(h5.county)
  const changes = itemsOf(rubric).map(({ id, points }) => change(id, { score: points, remark: '见资料' }))
  const filler = h5.county.as('filler-township-a')
  await filler.get('assessment.save', { cycleId, unitId: 'township-a', changes: changes.slice(0, 18) })
  await filler.get('material.register', registration({ items: ['a1-05'] }))
  const chair = h5.county.as('chair-township-b')
  await chair.get('assessment.save', { cycleId, unitId: 'township-b', changes })
  await chair.get('assessment.submit', { cycleId, unitId: 'township-b' })
  await holdMeetings(h5.county, [storedMeeting('spring', { 'township-a': [0, 1, 2], 'township-b': [0] })])
  await setTargets(h5.county, { 'township-a': { subscriptions: 20 } })
  const { cycle } = await h5.county.as('office').get('office.overview', { cycleId })
  versionId = cycle.rubricVersionIds.township ?? ''
  uploadId = (await readRubric(h5.county)).uploadId
})
afterAll(() => h5.close())

async function open(page: Page, address: string, ready: string): Promise<void> {
  await goTo(page, address.replace('VERSION', versionId).replace('UPLOAD', uploadId))
  await seen(page, ready).first().waitFor()
  await seen(page, '#skeleton').waitFor({ state: 'hidden' })
}

const screens: [string, Screen, { large?: true }][] = [
  ['phone', 'phone', {}],
  ['phone-large', 'phone', { large: true }],
  ['pc', 'pc', {}],
]

describe.each(Object.keys(pages))('%s', openid => {
  it.each(screens)('on a %s', async (name, screen, { large }) => {
    const page = await h5.at(openid, screen, large ? { 'large-type': true } : {})
    const body = screen === 'pc' ? '16px' : large ? '22.1px' : '17px'
    const limits = screen === 'pc' ? { finger: 0, smallest: 14 } : { finger: 44, smallest: 15 }
    const found: Record<string, object> = {}
    const bodySizes: Record<string, boolean> = {}
    for (const [place, address, ready] of pages[openid] ?? []) {
      await open(page, address, ready)
      const { sizes, ...wrong } = await measure(page, limits)
      bodySizes[place] = (sizes[body] ?? 0) > 0
      if (wrong.overflow > 0 || [wrong.cut, wrong.small, wrong.tiny].some(list => list.length > 0)) found[place] = wrong
      await look(page, `${name}/${place}`)
    }
    expect(found).toEqual({})
    expect(Object.keys(bodySizes).filter(place => !bodySizes[place])).toEqual([])
    await page.context().close()
  })
})

it.each([
  ['phone', '17px'],
  ['pc', '16px'],
] as const)('the words of an item on a %s are %s', async (screen, size) => {
  const page = await h5.at('filler-township-a', screen)
  await open(page, '/unit/item/item?item=a1-05', '#filling')
  const words = seen(page, '#item').getByText('完成工会会员信息采集')
  expect(await words.evaluate(element => getComputedStyle(element).fontSize)).toBe(size)
  await page.context().close()
})
