import { itemsOf } from '#shared/rubric/rubric'
import { readWordFile } from '../documents/word-file'
import { type County, cycleId, startCounty } from '../support/county'
import { picture, registration, uploaded } from '../support/county/files'
import { type Answers, decisionOf, officeEyes, selfScores } from '../support/county/main-job'
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

describe('附件1: 城关镇 scores itself, six departments score it', () => {
  const unitId = 'township-a'
  const rubric = rubricOf('township')
  /*
   * By hand. 100 分 in all; item 11 (4 分) is 不涉及, which this cycle counts as full marks.
   * 自评: items 4 −0.5, 9 −1, 25 −1.5, and 11 不涉及 at its 4:   100 − 0.5 − 1 − 1.5       = 97
   * 部室: 办公室   items 4 −1, 18 −0.5                             1.5 off
   *       组织部   items 5 −0.5, 9 −1                              1.5 off
   *       生产保护部 item 13 −0.5; agrees that 11 is 不涉及          0.5 off
   *       保障部   full marks                                      0
   *       厂务公开  item 21 −2                                      2   off
   *       宣教部   items 22 −0.5, 25 −2.5                          3   off
   *                                          100 − 1.5 − 1.5 − 0.5 − 2 − 3 = 91.5
   */
  const selfAnswers: Answers = { 'a1-04': 50, 'a1-09': 100, 'a1-25': 150, 'a1-11': '辖区无规模以上企业' }
  const deductions: Record<string, number | 'agreed'> = {
    'a1-04': 100,
    'a1-18': 50,
    'a1-05': 50,
    'a1-09': 100,
    'a1-11': 'agreed',
    'a1-13': 50,
    'a1-21': 200,
    'a1-22': 50,
    'a1-25': 250,
  }
  const departments = [...new Set(itemsOf(rubric).map(item => item.department))]
  const filler = () => county.as('filler-township-a')
  const chair = () => county.as('chair-township-a')
  const sheet = { cycleId, unitId }

  it('the annex has 25 items of six departments', () => {
    expect([itemsOf(rubric).length, departments.length]).toEqual([25, 6])
  })

  it('the filler fills twenty items one evening, and sees which five are missing', async () => {
    const changes = selfScores(rubric, selfAnswers).slice(0, 20)
    const saved = await filler().get('assessment.save', { ...sheet, changes })
    expect(saved.verdicts.every(({ kind }) => kind === 'saved')).toBe(true)
    expect(saved.state).toBe('filling')
    expect(await chair().verdict('assessment.submit', sheet)).toBe('assessment.items-missing')
  })

  it('photographs a paper that proves two items, and names an original', async () => {
    const files = await uploaded(county, 'filler-township-a', [picture(1), picture(2)])
    await filler().get('material.register', registration({ files, items: ['a1-01', 'a1-02'], whereabouts: '' }))
    await filler().get('material.register', registration({ name: '集体合同文本', items: ['a1-14'] }))
  })

  it('fills the rest and sends it to the chair, who approves and submits', async () => {
    await filler().get('assessment.save', { ...sheet, changes: selfScores(rubric, selfAnswers).slice(20) })
    expect((await filler().get('assessment.send-to-chair', sheet)).state).toBe('awaiting-chair')
    const submitted = await chair().get('assessment.submit', sheet)
    expect(submitted).toMatchObject({
      state: 'submitted',
      submission: { late: false, signature: { name: '城关镇总工会主席' } },
    })
    expect(await rowOf(unitId)).toMatchObject({ filled: 25, selfTotal: 9700, state: 'submitted' })
  })

  it('the unit prints its 自评表 to sign and stamp', async () => {
    const { fileName, totals } = await printedTotals(unitId, 'self', 'filler-township-a')
    expect(fileName).toBe('城关镇总工会 2026年度 自评表.docx')
    expect(totals).toEqual(['合计（100分）', '97', '', ''])
    expect(await chair().verdict('document.make', { kind: 'scored', ...sheet })).toBe('permission.denied')
    expect(await county.as('office').verdict('document.make', { kind: 'scored', ...sheet })).toBe('document.not-ready')
  })

  it('each reviewer opens its items and notes a draft that the head does not see', async () => {
    for (const departmentId of departments) {
      const reviewer = county.as(`reviewer-${departmentId}`)
      const review = await reviewer.get('review.open', { cycleId, departmentId, unitId })
      expect(review.items.every(item => item.mine && item.self !== null)).toBe(true)
      const drafts = review.items.map(({ itemId }) => {
        const { operationId: _o, revision: _r, seenSelfRevision: _s, ...score } = decisionOf(rubric, unitId, itemId, 0)
        return score
      })
      await reviewer.get('review.draft', { cycleId, departmentId, drafts })
      const own = await reviewer.get('review.open', { cycleId, departmentId, unitId })
      expect(own.items.every(item => item.draft !== null)).toBe(true)
      const ofHead = await county.as(`head-${departmentId}`).get('review.open', { cycleId, departmentId, unitId })
      expect(ofHead.items.every(item => item.draft === null)).toBe(true)
    }
    expect(await chair().verdict('assessment.withdraw', sheet)).toBe('assessment.opened-by-department')
  })

  it('the six heads decide at the same time', async () => {
    const answers = await Promise.all(
      departments.map(departmentId => {
        const own = itemsOf(rubric).filter(item => item.department === departmentId)
        const decisions = own.map(({ id }) => decisionOf(rubric, unitId, id, deductions[id] ?? 0))
        return county.as(`head-${departmentId}`).get('review.decide', { cycleId, departmentId, decisions })
      }),
    )
    const verdicts = answers.flatMap(answer => answer.verdicts)
    expect(verdicts).toHaveLength(25)
    expect(verdicts.every(({ kind }) => kind === 'saved')).toBe(true)
  })

  it('the office sees the total: 91.5', async () => {
    expect(await rowOf(unitId)).toMatchObject({ state: 'reviewed', score: { total: 9150, complete: true } })
  })

  it('and prints the same: 自评 97, 得分 91.5, 不涉及 as the word', async () => {
    const { file, totals, fileName } = await printedTotals(unitId, 'scored')
    expect(fileName).toBe('城关镇总工会 2026年度 评分表.docx')
    expect(totals).toEqual(['合计（100分）', '97', '91.5', ''])
    expect(file.rows[11]?.cells.slice(3, 5).map(cell => cell.text)).toEqual(['不涉及', '不涉及'])
    expect(file.lines).toContain('注：不涉及的考评内容按满分计入合计。')
    expect(file.lines.at(-1)).toBe('考核组长（签字）：')
    const printed = file.rows.slice(1, -1).map(row => row.cells[4]?.text ?? '')
    const sum = printed.reduce((total, text) => total + (text === '不涉及' ? 4 : Number(text)), 0)
    expect(sum).toBe(91.5)
  })

  it('the 资料目录 names what lies in the folder', async () => {
    const { address } = await filler().get('document.make', { kind: 'materials', ...sheet })
    const file = readWordFile(new Uint8Array(await (await fetch(address)).arrayBuffer()))
    expect(file.rows[1]?.cells.map(cell => cell.text)).toEqual([
      '1',
      expect.any(String),
      '党委会议纪要',
      '',
      '',
      '',
      '2页',
    ])
  })

  it('once scores reach the units, the chair sees why each point is missing', async () => {
    expect((await chair().get('assessment.open', sheet)).items['a1-25']?.released).toBeNull()
    await county.as('office').get('cycle.change-phase', { cycleId, phase: 'score-check' })
    expect((await chair().get('assessment.open', sheet)).items['a1-25']?.released).toMatchObject({
      departmentId: 'publicity',
      score: 350,
      reasons: [{ phrase: '没有完成任务数', points: 250 }],
    })
    expect((await printedTotals(unitId, 'scored', 'chair-township-a')).totals).toContain('91.5')
    await county.as('office').get('cycle.change-phase', { cycleId, phase: 'review' })
  })
})
