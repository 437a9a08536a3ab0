import { itemsOf } from '#shared/rubric/rubric'
import { type County, startCounty, units } from '../support/county'
import { correction, readRubric, settle } from '../support/county/rubrics'

let county: County
let published: string
beforeAll(async () => {
  county = await startCounty()
  const office = county.as('office')
  const { uploadId, revision } = await office.get('rubric.correct', correction(await readRubric(county), settle))
  const upload = await office.get('rubric.publish', { uploadId, revision, annex: 0 })
  published = upload.annexes[0]?.rubricVersionId ?? ''
})
afterAll(() => county.close())

const opening = {
  cycleId: '2027',
  title: '2027年度考核',
  documentNumber: '县工〔2027〕3号',
  selfDeadline: Date.now() + 100_000_000,
  graceHours: 0,
  lockAfterDeadline: false,
  reviewDeadline: Date.now() + 500_000_000,
  departmentStep: 50,
  notApplicable: 'full',
  decidedBy: 'department-head',
} as const
const floor = '缺席扣分的底线'
const open = (fields: object = {}) => county.as('office').verdict('cycle.open', { ...opening, ...fields })
const storedVersions = async () => (await county.database.collection('rubric-versions').get()).data

describe('cycle.open with chosen versions and decided choices', () => {
  it.each([
    ['a version that is none', { rubricVersionIds: { township: 'township@0' } }, 'rubric.unknown'],
    ['a choice that no annex names', { decided: { 缺席扣分的上限: '扣到0分为止' } }, 'rubric.undecided'],
    ['an option that the choice has not', { decided: { [floor]: '不设底线' } }, 'rubric.undecided'],
    ['an audience that is none', { rubricVersionIds: { village: 'township@0' } }, 'call.invalid-input'],
    ['an operator', { decided: { [floor]: { $gt: '' } } }, 'call.invalid-input'],
  ])('refuses %s', async (_what, fields, code) => {
    expect(await open(fields)).toBe(code)
  })

  it('refuses a version of another audience, and leaves nothing behind', async () => {
    const before = await storedVersions()
    expect(await open({ rubricVersionIds: { township: published } })).toBe('rubric.wrong-audience')
    expect(await storedVersions()).toEqual(before)
    const { data } = await county.database.collection('assessments').where({ cycleId: '2027' }).get()
    expect(data).toEqual([])
  })

  it('freezes what was chosen, as decided, and says so in the cycle', async () => {
    const before = await storedVersions()
    const { cycle } = await county.as('office').get('cycle.open', {
      ...opening,
      rubricVersionIds: { 'party-government': published },
      decided: { [floor]: '最少留1分' },
    })
    expect(cycle.decisions).toContainEqual({ choice: floor, option: '最少留1分' })
    expect(cycle.decisions).toContainEqual({ choice: '请假、代会算不算缺席', option: '都不算' })
    const after = await storedVersions()
    for (const version of before) expect(after).toContainEqual(version)

    const used = cycle.rubricVersionIds['party-government']
    const { rubric } = await county.overHttp().get('rubric.read', { rubricVersionId: used })
    expect(itemsOf(rubric).map(({ id }) => id)).toContain('a3-14')
    expect(itemsOf(rubric).find(({ id }) => id === 'a3-02')?.rule).toMatchObject({ kind: 'perEvent', floor: 100 })
    const { data } = await county.database.collection('assessments').where({ cycleId: '2027' }).get()
    for (const { unitId, audience } of units) {
      const sheet = data.find((candidate: { unitId: string }) => candidate.unitId === unitId)
      expect(sheet.rubricVersionId).toBe(cycle.rubricVersionIds[audience])
    }
  })

  it('lists what was chosen as used, not what was decided from it', async () => {
    const { versions } = await county.as('office').get('rubric.versions', {})
    expect(versions).toHaveLength(5)
    const usedBy = (id: string) => versions.find(({ rubricVersionId }) => rubricVersionId === id)?.usedBy
    expect(usedBy(published)).toEqual(['2027年度考核'])
    const shippedThree = versions.filter(({ audience }) => audience === 'party-government')[1]
    expect(shippedThree?.usedBy).toEqual(['2026年度考核'])
  })

  it('the year that is running keeps its annexes and its choices', async () => {
    const { data } = await county.database.collection('cycles').doc('2026').get()
    const { rubric } = await county
      .overHttp()
      .get('rubric.read', { rubricVersionId: data[0].rubricVersionIds['party-government'] })
    expect(itemsOf(rubric).find(({ id }) => id === 'a3-02')?.rule).toMatchObject({ floor: 0 })
  })

  it('a document of the year after is compared with this one, and takes no id of it again', async () => {
    const [annex] = (await readRubric(county)).annexes
    expect(annex?.findings.map(({ kind }) => kind)).not.toContain('item-new')
    const compared = await county.as('office').get('rubric.compare', { with: { rubricVersionId: published } })
    expect(compared.before).toEqual({ cycleTitle: '2026年度考核' })
  })

  it('of two who open it with other annexes, every sheet has those of the cycle that stands', async () => {
    const begun = units.map(({ unitId }) => ({ _id: `2028:${unitId}`, cycleId: '2028', unitId, rubricVersionId: 'x' }))
    await county.database.collection('assessments').add(begun)
    const answers = await Promise.all([
      open({ cycleId: '2028' }),
      open({ cycleId: '2028', rubricVersionIds: { 'party-government': published } }),
    ])
    expect(answers.sort()).toEqual(['cycle.exists', 'ok'])
    const { data: cycles } = await county.database.collection('cycles').doc('2028').get()
    const { data } = await county.database.collection('assessments').where({ cycleId: '2028' }).get()
    for (const { unitId, audience } of units) {
      const sheet = data.find((candidate: { unitId: string }) => candidate.unitId === unitId)
      expect(sheet.rubricVersionId).toBe(cycles[0].rubricVersionIds[audience])
    }
  })
})
