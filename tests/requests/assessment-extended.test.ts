import { endOfDate, printDay } from '#shared/cycle/beijing-time'
import { type County, cycleId, startCounty } from '../support/county'
import { extensions, inDays } from '../support/county/extensions'
import { picture } from '../support/county/files'
import { change, filledSheet, newId } from '../support/county/sheets'

/* A unit with an extension: everything that it and others may do with its sheet, and what it is told. */

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const DAY = 86_400_000
const HOUR = 3_600_000
const unit = { cycleId, unitId: 'township-a' }
const { asked, extend, arrange, rowOf } = extensions(() => county)
const { content: _picture, ...pictureFile } = picture(1)
beforeEach(() => arrange(Date.now() + 9 * DAY))

describe('once the county’s deadline has passed, in a cycle that locks', () => {
  const filler = () => county.as('filler-township-a')
  const chair = () => county.as('chair-township-a')
  beforeEach(async () => {
    await arrange(Date.now() - HOUR, { lock: true })
    await county.arrangeCycle({ phase: 'review' })
    await county.arrange('township-a', filledSheet('township'))
  })

  it('the unit fills, sends it to the chair, is sent back, hands in in time, withdraws and hands in again', async () => {
    expect(await filler().verdict('assessment.save', { ...unit, changes: [change('a1-01', { revision: 1 })] })).toBe(
      'assessment.closed',
    )
    expect(await chair().verdict('assessment.submit', unit)).toBe('assessment.closed')
    expect(await filler().verdict('material.ticket', { ...unit, files: [pictureFile] })).toBe('assessment.closed')
    await extend({ until: inDays(2) })
    const saved = await filler().get('assessment.save', { ...unit, changes: [change('a1-01', { revision: 1 })] })
    expect(saved.verdicts).toMatchObject([{ kind: 'saved' }])
    expect((await filler().get('material.ticket', { ...unit, files: [pictureFile] })).tickets).toHaveLength(1)
    await filler().get('assessment.send-to-chair', unit)
    await chair().get('assessment.send-back', { ...unit, note: '第3项再核实' })
    await filler().get('assessment.send-to-chair', unit)
    const submitted = await chair().get('assessment.submit', unit)
    expect(submitted).toMatchObject({ submission: { late: false }, selfDueAt: endOfDate(inDays(2)) })
    // Pictures that were announced still belong to it until its own day.
    expect(submitted.coming.until).toBe(endOfDate(inDays(2)))
    await chair().get('assessment.withdraw', unit)
    expect((await chair().get('assessment.submit', unit)).submission?.late).toBe(false)
  })

  it('all others stay closed', async () => {
    await extend({ until: inDays(2) })
    const other = { cycleId, unitId: 'township-b' }
    expect(await county.as('chair-township-b').verdict('assessment.submit', other)).toBe('assessment.closed')
  })

  it('its departments score it as soon as it is handed in', async () => {
    await extend({ until: inDays(2) })
    await chair().get('assessment.submit', unit)
    const review = await county
      .as('head-organization')
      .verdict('review.open', { cycleId, departmentId: 'organization', unitId: 'township-a' })
    expect(review).toBe('ok')
  })

  it('paper that the office types is in time as well', async () => {
    await extend({ until: inDays(2) })
    const { items } = filledSheet('township')
    const changes = Object.keys(items).map(itemId => change(itemId, { revision: 1 }))
    await county.as('office').get('paper.enter-self', {
      ...{ ...unit, operationId: newId(), sheets: [], note: '盖章的自评表', changes, submit: true },
    })
    expect((await county.stored('township-a')).submission).toMatchObject({ late: false })
  })
})

it('after its own day the unit is late, as others are after theirs', async () => {
  await county.arrange('township-a', filledSheet('township'))
  await extend()
  await county.arrange('township-a', { selfDueAt: Date.now() - 1 })
  expect((await rowOf('township-a'))?.overdue).toBe(true)
  const { submission: handedIn } = await county.as('chair-township-a').get('assessment.submit', unit)
  expect(handedIn?.late).toBe(true)
})

it('its unit is told once in the app, and again only of another day', async () => {
  const toldTo = async (openid: string) =>
    (await county.as(openid).get('notice.list', {})).notices
      .filter(({ kind }) => kind === 'extended')
      .map(({ words }) => words)
  const input = asked()
  await county.arrangeCycle({ untold: [] })
  await county.as('office').get('assessment.extend', input)
  await county.cloud.fireTimer('clock')
  await county.as('office').get('assessment.extend', input)
  await county.cloud.fireTimer('clock')
  for (const openid of ['chair-township-a', 'filler-township-a'])
    expect(await toldTo(openid)).toEqual([`县总给您单位展期到${printDay(endOfDate(inDays(12)))}。`])
  expect(await toldTo('chair-township-b')).toEqual([])
  await extend({ until: null, reason: '点错了' })
  await county.cloud.fireTimer('clock')
  expect((await toldTo('chair-township-a'))[0]).toMatch(/^县总收回了展期，\d+月\d+日截止。$/)
})
