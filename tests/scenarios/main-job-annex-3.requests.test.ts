import { itemsOf } from '#shared/rubric/rubric'
import { type County, cycleId, startCounty } from '../support/county'
import { decisionOf, officeEyes, selfScores } from '../support/county/main-job'
import { rubricOf } from '../support/county/sheets'

/*
 * The main job, whole, by requests of the real SDK on the local cloud: a unit scores itself, departments score it, the
 * county prints the form. Steps of one story: each stands upon those before it.
 */

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const { printedTotals, rowOf } = officeEyes(() => county)

describe('附件3: 县委办, whose joint items one department scores and the other reads', () => {
  const unitId = 'party-a'
  const rubric = rubricOf('party-government')
  /*
   * By hand. 自评: item 2 −1 (one absence costs 1), item 9 −0.5:        100 − 1.5 = 98.5
   * 部室: 办公室 (1–3, 10, 13) item 2 −1, item 13 −0.5                   1.5 off
   *       组织部 (4, 6, 7, 11, 12) item 4 −2                             2   off
   *       宣教部 (5, 8) item 5 −1.5                                      1.5 off
   *       保障部 (9) −0.5                                                0.5 off
   *                                                100 − 1.5 − 2 − 1.5 − 0.5 = 94.5
   */
  const deductions: Record<string, number> = { 'a3-02': 100, 'a3-13': 50, 'a3-04': 200, 'a3-05': 150, 'a3-09': 50 }
  const departments = ['general-office', 'organization', 'publicity', 'welfare']
  const sheet = { cycleId, unitId }

  it('the chair fills and submits alone', async () => {
    const chair = county.as('chair-party-a')
    const changes = selfScores(rubric, { 'a3-02': 100, 'a3-09': 50 })
    await chair.get('assessment.save', { ...sheet, changes })
    expect((await chair.get('assessment.submit', sheet)).state).toBe('submitted')
    expect(await rowOf(unitId)).toMatchObject({ selfTotal: 9850 })
  })

  it('organization sees the joint items of both, and scores only its own', async () => {
    const departmentId = 'organization'
    const review = await county.as('head-organization').get('review.open', { ...sheet, departmentId })
    const joint = rubric.categories.filter(category => category.departmentsAsWritten.includes('组织部'))
    expect(review.items.map(item => item.itemId)).toEqual(
      joint.flatMap(category => category.items.map(item => item.id)),
    )
    expect(review.items.filter(item => item.mine).map(item => item.itemId)).toEqual([
      'a3-04',
      'a3-06',
      'a3-07',
      'a3-11',
      'a3-12',
    ])
    const decisions = [decisionOf(rubric, unitId, 'a3-05', 0)]
    const { verdicts } = await county.as('head-organization').get('review.decide', { cycleId, departmentId, decisions })
    expect(verdicts).toMatchObject([{ kind: 'refused', problem: { code: 'permission.denied' } }])
  })

  it('a department without a word in this annex does not open it', async () => {
    const asked = { ...sheet, departmentId: 'production' }
    expect(await county.as('head-production').verdict('review.open', asked)).toBe('permission.denied')
  })

  it('four heads decide, and office and paper agree on 94.5', async () => {
    for (const departmentId of departments) {
      const own = itemsOf(rubric).filter(item => item.department === departmentId)
      const decisions = own.map(({ id }) => decisionOf(rubric, unitId, id, deductions[id] ?? 0))
      const { states } = await county
        .as(`head-${departmentId}`)
        .get('review.decide', { cycleId, departmentId, decisions })
      expect(states[unitId]).toBe(departmentId === 'welfare' ? 'reviewed' : 'submitted')
    }
    expect(await rowOf(unitId)).toMatchObject({ score: { total: 9450, complete: true } })
    const { file, totals } = await printedTotals(unitId, 'scored')
    expect(totals).toEqual(['合计（100分）', '98.5', '94.5', ''])
    const cells = file.rows.map(row => row.cells[5]?.lines).filter(lines => lines?.length === 2)
    expect(cells).toContainEqual(['组织部', '宣传部'])
  })

  it('organization reads what publicity has decided', async () => {
    const { items } = await county
      .as('reviewer-organization')
      .get('review.open', { ...sheet, departmentId: 'organization' })
    expect(items.find(item => item.itemId === 'a3-05')).toMatchObject({ mine: false, decision: { score: 750 } })
  })
})
