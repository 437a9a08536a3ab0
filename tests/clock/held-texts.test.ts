import { heldWords, type TextName, writtenTexts } from '#shared/content/written'
import type { RequestInput } from '#shared/contract/api-contract'
import { readWordFile } from '../documents/word-file'
import { memberIdOf } from '../requests/matrix/callers'
import { type County, cycleId, startCounty } from '../support/county'
import { rememberLastYear } from '../support/county/last-year'
import { forgetRecords } from '../support/county/records'
import { change, filledSheet, newId, selfScore } from '../support/county/sheets'
import { handIn, makeVisitGroup } from '../support/county/visits'
import { chair, filler, type HeldText, heldTexts, liu, type Reading, unit } from './held-texts/written'

/* Every text of the one table, from its own request and WeChat's verdict to what each person reads. */
let county: County
let texts: Record<TextName, HeldText>
beforeAll(async () => {
  county = await startCounty()
  const { groupId } = await makeVisitGroup(county, [liu, 'reviewer-publicity'])
  texts = heldTexts(county, groupId)
})
afterAll(() => county.close())
beforeEach(async () => {
  await forgetRecords(county)
  for (const name of ['content-checks', 'visit-drafts', 'notices'])
    await county.database.collection(name).where({}).remove()
  await handIn(county, ['township-a', 'party-a'])
  for (const unitId of ['township-a', 'party-a'])
    await county.arrange(unitId, { materials: {}, sentBackNote: null, unchecked: null })
  await county.arrangeCycle({ phase: 'review', decidedBy: 'department-head' })
})

const as = (openid: string) => county.as(openid)
const sheetAs = (openid: string) => () => as(openid).get('assessment.open', unit)
const save = async (revision: number, remark: string) => {
  await county.arrange('township-a', { ...(revision === 1 ? filledSheet('township') : {}), stage: 'filling' })
  const changes = [change('a1-01', { revision, remark, score: 300 })]
  const { verdicts } = await as(filler).get('assessment.save', { ...unit, changes })
  expect(verdicts).toMatchObject([{ kind: 'saved' }])
}
const toLookAt = async () => (await as('office').get('content.list', { cycleId })).texts

const runClock = () => county.cloud.fireTimer('clock')
const said = async (read: Reading) => JSON.stringify(await read())

const names = Object.keys(writtenTexts).filter((name): name is TextName => name in writtenTexts)
describe.each(names)('%s', name => {
  it('is shown while nobody has looked, held once WeChat thinks it risky, and shown again by the office', async () => {
    const { author, write, own, others, by } = texts[name]
    const words = `${name}里有违规内容样本`
    await write(words)
    const inNotices = (who: string) => who.endsWith('notices')
    for (const [who, read] of Object.entries(others)) {
      if (!inNotices(who)) expect([who, await said(read)]).toEqual([who, expect.stringContaining(words)])
    }
    await runClock()

    const expectHeld = async () => {
      for (const [who, read] of Object.entries(others)) {
        const seen = await said(read)
        expect([who, seen]).toEqual([who, expect.stringContaining(heldWords)])
        expect([who, seen]).toEqual([who, expect.not.stringContaining(words)])
      }
      expect(await said(own)).toContain(words)
    }
    await expectHeld()

    const office = as('office')
    const [first] = await toLookAt()
    expect(first).toMatchObject({ text: words, by, state: 'risky', decision: null })
    expect(Object.values(writtenTexts)).toContain(first?.what)
    const { notices } = await as(author).get('notice.list', {})
    expect(notices.map(({ kind }) => kind)).toContain('content-held')
    expect(JSON.stringify(notices.filter(({ kind }) => kind === 'content-held'))).not.toContain(words)

    const named = { cycleId, unitId: first?.unitId ?? '', textKey: first?.textKey ?? '' }
    await office.get('content.decide', { ...named, shown: true })
    for (const [who, read] of Object.entries(others)) {
      expect([who, await said(read)]).toEqual([who, expect.stringContaining(words)])
    }
    await office.get('content.decide', { ...named, shown: false })
    await expectHeld()
  })
})

it('other words in the same place are another text, and the held ones stay held', async () => {
  await save(1, '这里有违规内容样本')
  await runClock()
  expect(await said(sheetAs('leader'))).toContain(heldWords)
  await save(2, '换了一句话')
  expect(await said(sheetAs('leader'))).toContain('换了一句话')
  await runClock()
  expect(await toLookAt()).toEqual([])
  await save(3, '这里有违规内容样本')
  expect(await said(sheetAs('leader'))).toContain(heldWords)
  await runClock()
  expect(await toLookAt()).toMatchObject([{ text: '这里有违规内容样本' }])
})

it('what WeChat would not check is shown, and the office may hold it', async () => {
  await save(1, '第一次支部会议的记录')
  county.cloud.wechat.visit(filler, Date.now() - 121 * 60_000)
  await runClock()
  expect(await said(sheetAs('leader'))).toContain('第一次支部会议的记录')
  const [first, ...others] = await toLookAt()
  expect([first, others]).toMatchObject([{ text: '第一次支部会议的记录', state: 'could-not-check' }, []])
  await as('office').get('content.decide', { ...unit, textKey: first?.textKey ?? '', shown: false })
  expect(await said(sheetAs('leader'))).toContain(heldWords)
  const verdict = { ...unit, textKey: 'nobody-knows', shown: true }
  expect(await as('office').verdict('content.decide', verdict)).toBe('content.unknown')
  for (const fields of [{ textKey: { $gt: '' } }, { textKey: undefined }, { fileKey: 'both' }])
    expect(await as('office').verdict('content.decide', { ...verdict, ...fields })).toBe('call.invalid-input')
  expect(await as('leader').verdict('content.decide', verdict)).toBe('permission.denied')
})

it('marks held words for their own side, and says nothing of the person who asked to a unit', async () => {
  await texts.supplement.write('这里有违规内容样本')
  await runClock()
  const { items } = await as('head-general-office').get('review.open', { ...unit, departmentId: 'general-office' })
  expect(items.find(({ itemId }) => itemId === 'a1-01')?.supplement).toMatchObject({ held: true })
  const memberId = memberIdOf('head-general-office')
  expect((await county.stored('township-a')).items['a1-01']?.supplement?.askedBy).toBe(memberId)
  for (const read of [
    sheetAs(chair),
    texts.supplement.own,
    ...Object.values(texts.supplement.others),
    () => as(filler).get('notice.list', {}),
  ])
    expect(await said(read)).not.toContain(memberId)
})

it('last year’s words are held as this year’s', async () => {
  const remark = '去年的违规内容样本'
  const self = { ...selfScore(300), remark, signature: { name: '', memberId: memberIdOf(filler), at: 1 } }
  await rememberLastYear(county, { 'a1-01': { self } })
  await county.database.collection('assessments').doc('2025:township-a').update({ unchecked: 'again' })
  await as(filler).get('identity.who-am-i', {})
  await runClock()
  const read = (openid: string) => () => as(openid).get('assessment.last-year', unit)
  expect(await said(read('leader'))).toContain(heldWords)
  expect(await said(read('head-general-office'))).not.toContain(remark)
  expect(await said(read(chair))).toContain(remark)
})

it('no paper for others carries held words: a leader’s 资料目录, and the 实地考核记录 that the unit gets', async () => {
  await texts['material-name'].write('资料名里有违规内容样本')
  await texts['visit-reason'].write('看到的有违规内容样本')
  const groupId = await groupOfTheCounty()
  const asking = { ...unit, groupId, itemId: 'a1-02', operationId: newId(), until: Date.now() + 86_400_000 }
  await as(liu).get('visit.return', { ...asking, reason: '补的有违规内容样本' })
  await runClock()
  const paper = async (openid: string, input: RequestInput<'document.make'>) => {
    const { address } = await as(openid).get('document.make', input)
    return JSON.stringify(readWordFile(new Uint8Array(await (await fetch(address)).arrayBuffer())))
  }
  const list = { ...unit, kind: 'materials' as const }
  expect(await paper('leader', list)).toContain(heldWords)
  expect(await paper('leader', list)).not.toContain('违规内容样本')
  expect(await paper(chair, list)).toContain('资料名里有违规内容样本')
  const record = await paper(liu, { ...unit, kind: 'visit', groupId, blank: false })
  // Once among what is to be supplied; once in its cell, which the reader names by text and by lines.
  expect(record.split(heldWords)).toHaveLength(4)
  expect(record).not.toContain('违规内容样本')
})

async function groupOfTheCounty(): Promise<string> {
  const { groups } = await as('office').get('visit-group.list', { cycleId })
  return groups[0]?.groupId ?? ''
}

it('is read side by side with the sheet: no request costs a round trip more', async () => {
  await texts.supplement.write('这里有违规内容样本')
  await runClock()
  const before = county.log.length
  for (const read of [...Object.values(texts.supplement.others), ...Object.values(texts.doubt.others)]) await read()
  for (const read of Object.values(texts.remark.others)) await read()
  await as(chair).get('assessment.last-year', unit)
  const lines = county.log.slice(before).filter(line => line.includes('"request"'))
  const asked = lines.filter(line => !line.includes('"visit.pack"'))
  expect(asked.length).toBeGreaterThan(10)
  expect(asked.filter(line => !/"roundTrips":[12]\b/.test(line))).toEqual([])
})
