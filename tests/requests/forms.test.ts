import { summarize } from '#shared/assessment/summarize'
import type { RequestInput, RequestName } from '#shared/contract/api-contract'
import { printPoints } from '#shared/scoring/points'
import { readWordFile } from '../documents/word-file'
import { type County, cycleId, startCounty } from '../support/county'
import { storedDecision } from '../support/county/decisions'
import { filledSheet, rubricOf } from '../support/county/sheets'
import { makeVisitGroup, suggestion } from '../support/county/visits'

let county: County
let rubricVersionId: string
beforeAll(async () => {
  county = await startCounty()
  const { items } = filledSheet('township')
  for (const { id, department, points } of rubricOf('township').categories.flatMap(category => category.items)) {
    items[id] = { ...items[id], reviews: { [department]: storedDecision(points - 50) } }
  }
  await county.arrange('township-a', {
    items,
    summary: summarize(rubricOf('township'), { items, materials: {} }),
    stage: 'submitted',
  })
  rubricVersionId = (await county.stored('township-a')).rubricVersionId
})
afterAll(() => county.close())
beforeEach(() => county.arrangeCycle({ phase: 'review' }))

const sheet = { cycleId, unitId: 'township-a' }
const ask = (name: RequestName, input: object, openid: string) => county.as(openid).verdict(name, input)

describe.each(['form.read', 'document.make'] as const)('%s', name => {
  const asked = (kind: string) => ({ ...sheet, kind })

  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['another unit', 'chair-township-b', 'permission.denied'],
    ['a department', 'head-welfare', 'permission.denied'],
  ])('is refused to %s', async (_who, openid, code) => expect(await ask(name, asked('self'), openid)).toBe(code))

  it.each(['chair-township-a', 'filler-township-a', 'office', 'leader'])(
    'gives %s the 自评表 and 资料目录',
    async openid => {
      expect(await ask(name, asked('self'), openid)).toBe('ok')
      expect(await ask(name, asked('materials'), openid)).toBe('ok')
    },
  )

  it('gives the 评分表 to office and leaders, to the unit only when scores reach it', async () => {
    expect(await ask(name, asked('scored'), 'office')).toBe('ok')
    expect(await ask(name, asked('scored'), 'leader')).toBe('ok')
    expect(await ask(name, asked('scored'), 'chair-township-a')).toBe('permission.denied')
    await county.arrangeCycle({ phase: 'score-check' })
    expect(await ask(name, asked('scored'), 'chair-township-a')).toBe('ok')
  })

  it('is refused for what does not exist', async () => {
    expect(await ask(name, { ...asked('self'), cycleId: '2031' }, 'office')).toBe('cycle.none')
    expect(await ask(name, { ...asked('self'), unitId: 'no-such' }, 'office')).toMatch(/\.unknown$/)
    expect(await ask(name, asked('secret'), 'office')).toBe('call.invalid-input')
  })
})

it('a form on the screen has the rows and totals of the overview', async () => {
  const form = await county.as('office').get('form.read', { ...sheet, kind: 'scored' })
  const { units } = await county.as('office').get('office.overview', { cycleId })
  if (form.kind === 'materials') throw new Error('another form was asked for')
  const row = units.find(unit => unit.unitId === 'township-a')
  expect(form.table).toMatchObject({
    unitName: '城关镇总工会',
    year: '2026年度',
    complete: true,
    landings: ['考核组长（签字）：'],
  })
  expect(form.table.scoreTotal).toBe(printPoints(row?.score.total ?? -1))
  expect(form.table.selfTotal).toBe(printPoints(row?.selfTotal ?? -1))
})

describe('a Word file', () => {
  const make = async (input: RequestInput<'document.make'>, openid = 'office') => {
    const made = await county.as(openid).get('document.make', input)
    const response = await fetch(made.address)
    return { ...made, bytes: new Uint8Array(await response.arrayBuffer()) }
  }

  it('of a blank annex is for everybody, departments too', async () => {
    const { fileName, bytes } = await make({ kind: 'blank', cycleId, rubricVersionId }, 'reviewer-welfare')
    expect(fileName).toBe('附件1（开发区、乡镇） 2026年度 空表.docx')
    expect(readWordFile(bytes).rows).toHaveLength(27)
    expect(await ask('document.make', { kind: 'blank', cycleId, rubricVersionId }, 'nobody')).toBe(
      'identity.not-a-member',
    )
    const unknown = { kind: 'blank', cycleId, rubricVersionId: 'township@000000000000' }
    expect(await ask('document.make', unknown, 'office')).toBe('rubric.unknown')
  })

  it('prints what the screen shows, cell by cell', async () => {
    const { bytes } = await make({ ...sheet, kind: 'scored' })
    const form = await county.as('office').get('form.read', { ...sheet, kind: 'scored' })
    if (form.kind === 'materials') throw new Error('another form was asked for')
    const rows = form.table.categories.flatMap(category => category.rows)
    const printed = readWordFile(bytes)
      .rows.slice(1, -1)
      .map(row => row.cells.slice(1, 5).map(cell => cell.text))
    expect(printed).toEqual(rows.map(({ content, basis, self, score }) => [content, basis, self, score]))
  })

  it('lies where no client can write, under a name nobody can guess', async () => {
    const { fileId } = await make({ ...sheet, kind: 'self' })
    expect(fileId).toMatch(/\/documents\/[\w-]{22}\/城关镇总工会-2026年度-自评表\.docx$/)
  })

  it('of scores waits for the last department', async () => {
    const { items } = await county.stored('township-a')
    await county.arrange('township-a', { items: { ...items, 'a1-25': { self: items['a1-25']?.self } } })
    expect(await ask('document.make', { ...sheet, kind: 'scored' }, 'office')).toBe('document.not-ready')
    expect(await ask('form.read', { ...sheet, kind: 'scored' }, 'office')).toBe('ok')
  })
})

describe('实地考核记录', () => {
  const group = async () => (await makeVisitGroup(county, ['reviewer-welfare'])).groupId
  const record = (groupId: string, fields = {}) =>
    ({ kind: 'visit', cycleId, groupId, unitId: 'township-a', blank: false, ...fields }) as const

  it('is the group’s and the office’s, of units of the group', async () => {
    const groupId = await group()
    for (const openid of ['reviewer-publicity', 'chair-township-a', 'leader'])
      expect(await ask('document.make', record(groupId), openid)).toBe('permission.denied')
    expect(await ask('document.make', record('no-group'), 'reviewer-welfare')).toBe('permission.denied')
    const elsewhere = record(groupId, { unitId: 'enterprise-a' })
    expect(await ask('document.make', elsewhere, 'reviewer-welfare')).toBe('visit.not-your-unit')
    expect(await ask('document.make', record(groupId, { blank: 'no' }), 'office')).toBe('call.invalid-input')
    expect(await ask('document.make', record(groupId), 'office')).toBe('ok')
  })

  it('says what the group saw and found, and no score, for the unit signs it; blank it has lines to write on', async () => {
    const groupId = await group()
    const entries = [suggestion('township-a', 'a1-02', 250, 50)]
    await county.as('reviewer-welfare').get('visit.save', { cycleId, groupId, entries })
    const paper = async (blank: boolean) => {
      const made = await county.as('reviewer-welfare').get('document.make', record(groupId, { blank }))
      expect(made.fileName).toBe('城关镇总工会 2026年度 实地考核记录.docx')
      return readWordFile(new Uint8Array(await (await fetch(made.address)).arrayBuffer()))
    }
    const filled = await paper(false)
    const [, first, second] = filled.rows.map(row => row.cells.map(cell => cell.text))
    expect(first?.[0]).toBe('2')
    expect(first?.slice(2)).toEqual(['看了原件', '缺会议记录'])
    expect(second).toEqual(['', '', '', ''])
    expect(filled.lines.join()).toMatch(/考核二组.*12月8日/)
    const own = [...filled.lines, ...(first ?? [])].filter(text => !text.includes('不记分'))
    expect(own.join()).not.toMatch(/2\.5|0\.5|建议|分，/)
    const blank = await paper(true)
    expect(blank.rows.slice(1).every(row => row.cells.every(cell => cell.text === ''))).toBe(true)
    expect(blank.rows).toHaveLength(15)
  })
})

it('the function that makes them cannot be called by a client', async () => {
  const response = await fetch(`${county.cloud.address}/wechat/call-function`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid: 'office', name: 'documents', data: { ...sheet, kind: 'scored' } }),
  })
  expect(await response.json()).not.toHaveProperty('result')
})
