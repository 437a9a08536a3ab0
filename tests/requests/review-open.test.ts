import { type County, cycleId, startCounty } from '../support/county'
import { decision, deduction } from '../support/county/decisions'
import { picture, registration, takeTickets, upload } from '../support/county/files'
import { filledSheet, newId, rubricOf } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const rubric = rubricOf('township')
const departmentId = 'general-office'
const asked = { cycleId, departmentId, unitId: 'township-a' }
const open = (openid = 'reviewer-general-office') => county.as(openid).get('review.open', asked)
const verdictOf = (fields: object = {}, openid = 'reviewer-general-office') =>
  county.as(openid).verdict('review.open', { ...asked, ...fields })

beforeEach(async () => {
  for (const unitId of ['township-a', 'township-b']) {
    await county.arrange(unitId, {
      ...filledSheet('township'),
      stage: 'submitted',
      submission: { signature: { name: '主席', memberId: 'm-1', at: 1000 }, late: true },
      openedBy: {},
      materials: {},
      history: [],
    })
  }
})

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['the unit itself', 'chair-township-a', 'permission.denied'],
    ['a leader', 'leader', 'permission.denied'],
    ['another department', 'head-welfare', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf({}, openid)).toBe(code))

  it('for a unit that has no sheet, or has not handed it in', async () => {
    expect(await verdictOf({ unitId: 'no-such' })).toBe('assessment.unknown')
    await county.arrange('township-a', { stage: 'filling' })
    expect(await verdictOf()).toBe('assessment.not-submitted')
  })

  it('with an operator for a department', async () => {
    expect(await verdictOf({ departmentId: { $ne: '' } })).toBe('call.invalid-input')
  })
})

describe('shows', () => {
  it('the department’s own items and nothing of the others', async () => {
    const review = await open()
    const own = rubric.categories.flatMap(category => category.items).filter(item => item.department === departmentId)
    expect(review.items.map(item => item.itemId)).toEqual(own.map(item => item.id))
    expect(review).toMatchObject({ departmentName: '办公室', state: 'submitted', submittedAt: 1000, late: true })
    expect(review.items[0]).toMatchObject({
      mine: true,
      self: { score: 300, signature: { name: '填报人' } },
      decision: null,
    })
    expect(JSON.stringify(review)).not.toContain('memberId')
  })

  it('the materials that prove them, with signed thumbnails, and no others', async () => {
    const filler = 'filler-township-a'
    await county.arrange('township-a', { stage: 'filling' })
    const files = [picture(1), picture(2, 'thumbnail')]
    const tickets = await takeTickets(county, filler, files)
    await Promise.all(
      tickets.map(({ path }, index) => upload(county, filler, path, files[index]?.content ?? Buffer.of())),
    )
    const [photo, thumbnail] = tickets.map(ticket => ticket.ticketId)
    const withPhoto = registration({
      items: ['a1-01', 'a1-05'],
      files: [{ ticketId: photo ?? '', thumbnailTicketId: thumbnail ?? '' }],
    })
    const foreign = registration({ items: ['a1-05'] })
    for (const input of [withPhoto, foreign]) await county.as(filler).get('material.register', input)
    await county.arrange('township-a', { stage: 'submitted' })
    const { materials, thumbnails } = await open()
    expect(Object.keys(materials)).toEqual([withPhoto.materialId])
    const address = thumbnails[materials[withPhoto.materialId]?.files[0]?.thumbnailId ?? ''] ?? ''
    expect(Buffer.from(await (await fetch(address)).arrayBuffer())).toEqual(picture(2, 'thumbnail').content)
  })

  it('the phrases that the department has used for each item, most used first', async () => {
    const decisions = ['township-a', 'township-b'].map(unitId => ({
      ...deduction(rubric, 'a1-01', 50, '没有会议记录'),
      unitId,
    }))
    decisions.push(deduction(rubric, 'a1-02', 100, '文件没盖章'))
    await county.as('head-general-office').get('review.decide', { cycleId, departmentId, decisions })
    const { phrases } = await open()
    expect(phrases['a1-01']).toEqual([{ phrase: '没有会议记录', points: 50, times: 2 }])
    expect(phrases['a1-02']).toEqual([{ phrase: '文件没盖章', points: 100, times: 1 }])
    expect(phrases['a1-03']).toEqual([])
  })

  it('what this person may do', async () => {
    const may = (abilities: object) => Object.keys(abilities).sort()
    expect(may((await open()).abilities)).not.toContain('review.decide')
    expect(may((await open('head-general-office')).abilities)).toEqual([
      'review.by-item',
      'review.decide',
      'review.draft',
      'review.open',
      'review.queue',
      'review.return',
    ])
  })
})

describe('the first opening', () => {
  it('is recorded once, and then the unit no longer withdraws', async () => {
    const chair = county.as('chair-township-a')
    await open()
    const first = (await county.stored('township-a')).openedBy[departmentId]
    expect(first).toBeGreaterThan(Date.now() - 60_000)
    await open('head-general-office')
    expect((await county.stored('township-a')).openedBy).toEqual({ [departmentId]: first })
    const sheet = { cycleId, unitId: 'township-a' }
    expect(await chair.verdict('assessment.withdraw', sheet)).toBe('assessment.opened-by-department')
  })

  it('takes two round trips like every other', async () => {
    const before = county.log.length
    await open()
    await open()
    expect(county.log.slice(before).map(line => /"roundTrips":(\d)/.exec(line)?.[1])).toEqual(['2', '2'])
  })
})

describe('the office', () => {
  it('sees the column with its revisions, upon which a paper sheet corrects what paper brought', async () => {
    const office = county.as('office')
    const paper = { ...asked, sheets: [], note: '' }
    const first = deduction(rubric, 'a1-01', 50)
    await office.get('paper.enter-review', { ...paper, operationId: newId(), decisions: [first] })
    const [item] = (await open('office')).items
    expect(item?.decision).toMatchObject({ revision: 1, score: 250, signature: { fromPaper: true } })
    const corrected = decision(rubric, 'a1-01', { revision: item?.decision?.revision, score: 300 })
    await office.get('paper.enter-review', { ...paper, operationId: newId(), decisions: [corrected] })
    expect((await open('office')).items[0]?.decision).toMatchObject({ revision: 2, score: 300 })
  })

  it('only looks: nobody’s drafts, no opening is recorded, and nothing of the departments’ acts', async () => {
    const { operationId: _o, revision: _r, seenSelfRevision: _s, ...draft } = decision(rubric, 'a1-03')
    await county.as('reviewer-general-office').get('review.draft', { cycleId, departmentId, drafts: [draft] })
    const { items, abilities } = await open('office')
    expect(items.every(item => item.draft === null)).toBe(true)
    expect(Object.keys(abilities).sort()).toEqual(['paper.enter-review', 'review.open'])
    expect((await county.stored('township-a')).openedBy).toEqual({})
  })
})

describe('drafts', () => {
  const keep = (fields: object = {}, openid = 'reviewer-general-office') => {
    const { operationId: _o, revision: _r, seenSelfRevision: _s, ...score } = deduction(rubric, 'a1-01', 50)
    const drafts = [{ ...score, ...fields }]
    return county.as(openid).verdict('review.draft', { cycleId, departmentId, drafts })
  }

  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['the unit', 'chair-township-a', 'permission.denied'],
    ['another department', 'reviewer-welfare', 'permission.denied'],
  ])('are refused to %s', async (_who, openid, code) => expect(await keep({}, openid)).toBe(code))

  it('are refused for what is not the department’s', async () => {
    expect(await keep({ itemId: 'a1-05' })).toBe('permission.denied')
    expect(await keep({ itemId: 'a2-01' })).toBe('item.unknown')
    expect(await keep({ unitId: 'no-such' })).toBe('assessment.unknown')
    expect(await keep({ score: 'three' })).toBe('call.invalid-input')
  })

  it('may be unfinished, are seen by their author alone, and leave no history', async () => {
    expect(await keep({ score: null, reasons: [], seen: [] })).toBe('ok')
    expect(await keep({ itemId: 'a1-02' })).toBe('ok')
    const [first, second] = (await open()).items
    expect(first?.draft).toMatchObject({ score: null })
    expect(second?.draft).toMatchObject({ score: 250, reasons: [{ phrase: '资料不齐', points: 50 }] })
    expect((await open('head-general-office')).items.every(item => item.draft === null)).toBe(true)
    expect((await county.stored('township-a')).history).toEqual([])
  })

  it('the later delivery stands', async () => {
    await keep({ score: 200 })
    await keep({ score: 150 })
    expect((await open()).items[0]?.draft?.score).toBe(150)
  })

  it('end with the 定分, by whomever, until something new is noted', async () => {
    await keep()
    const decisions = [decision(rubric, 'a1-01')]
    await county.as('head-general-office').get('review.decide', { cycleId, departmentId, decisions })
    expect((await open()).items[0]).toMatchObject({ draft: null, decision: { score: 300 } })
    await keep({ score: 100 })
    expect((await open()).items[0]?.draft?.score).toBe(100)
  })
})
