import type { CorrectUpload, UploadedRubrics } from '#shared/contract/rubric-contract'
import { findItem } from '#shared/rubric/rubric'
import { type County, startCounty } from '../support/county'
import { correction, newWords, nextYear, readRubric, settle, wordFile } from '../support/county/rubrics'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const office = () => county.as('office')
const place = ({ uploadId, revision }: UploadedRubrics) => ({ uploadId, revision, annex: 0 })
const publish = (upload: UploadedRubrics) => office().get('rubric.publish', place(upload))
const versions = async () => (await office().get('rubric.versions', {})).versions
const stored = async () => (await county.database.collection('rubric-versions').get()).data

async function settledUpload(): Promise<UploadedRubrics> {
  return office().get('rubric.correct', correction(await readRubric(county), settle))
}

describe('rubric.publish', () => {
  it('refuses what it does not know, what has changed, and what is not finished', async () => {
    const upload = await readRubric(county)
    const verdict = (fields: object) => office().verdict('rubric.publish', { ...place(upload), ...fields })
    expect(await verdict({ annex: 'first' })).toBe('call.invalid-input')
    expect(await verdict({ uploadId: 'never' })).toBe('upload.unknown')
    expect(await verdict({ annex: 1 })).toBe('upload.unknown')
    expect(await verdict({ revision: 1 })).toBe('upload.stale')
    const reply = await office().ask('rubric.publish', place(upload))
    expect(reply).toMatchObject({ problem: { code: 'upload.unfinished', details: { count: 2 } } })
    expect(await stored()).toHaveLength(4)
  })

  it('adds a version for every screen to read, and the list says where it is from', async () => {
    const published = await publish(await settledUpload())
    const rubricVersionId = published.annexes[0]?.rubricVersionId ?? ''
    const { rubric } = await county.overHttp().get('rubric.read', { rubricVersionId })
    expect(findItem(rubric, 'a3-14')).toMatchObject({ text: newWords, points: 200, number: 4 })
    const [newest, shipped] = (await versions()).filter(({ audience }) => audience === 'party-government')
    expect(newest).toMatchObject({
      rubricVersionId,
      annex: '附件3',
      items: 14,
      origin: { fileName: '2027年细则.docx', by: '考核办' },
      usedBy: [],
    })
    expect(shipped).toMatchObject({ origin: 'shipped', items: 13, usedBy: ['2026年度考核'] })
    expect(shipped?.choices.map(({ name }) => name)).toContain('缺席扣分的底线')
  })

  it('a correction afterwards is another version; the first and the running year stay to the letter', async () => {
    const published = await publish(await settledUpload())
    const before = await stored()
    const first = published.annexes[0]?.rubricVersionId ?? ''
    const corrected = await office().get(
      'rubric.correct',
      correction(published, ({ categories: [category] }) => {
        const item = category?.items.find(({ text }) => text === newWords)
        if (item) item.text = '关心关爱新就业形态劳动者。'
      }),
    )
    expect(corrected.annexes[0]?.rubricVersionId).toBeNull()
    const second = (await publish(corrected)).annexes[0]?.rubricVersionId
    expect(second).not.toBe(first)
    const after = await stored()
    expect(after.filter(({ _id }: { _id: string }) => _id !== second)).toEqual(before)
    const { rubrics } = await office().get('rubric.list', {})
    expect(rubrics.map(({ rubricVersionId }) => rubricVersionId)).not.toContain(second)
  })

  it('the same words again are the same version, whoever sends them', async () => {
    const first = await publish(await settledUpload())
    const count = (await stored()).length
    const again = await readRubric(county)
    expect(again.annexes[0]?.findings.map(({ kind }) => kind)).not.toContain('item-new')
    const right = correction(again, ({ categories: [category] }) => {
      if (category) category.points = 17
    })
    const second = await publish(await office().get('rubric.correct', right))
    expect(second.annexes[0]?.rubricVersionId).toBe(first.annexes[0]?.rubricVersionId)
    expect(await stored()).toHaveLength(count)
    const same = await publish(await readRubric(county, await wordFile([nextYear(() => {})])))
    const [shipped] = (await versions()).filter(
      ({ origin, audience }) => origin === 'shipped' && audience === 'party-government',
    )
    expect(same.annexes[0]?.rubricVersionId).toBe(shipped?.rubricVersionId)
  })
})

describe('rubric.compare', () => {
  const withoutOurs = ({ categories: [category] }: CorrectUpload['file']) => {
    for (const item of category?.items ?? []) item.preparation = ''
  }
  const compare = (what: object) => office().verdict('rubric.compare', { with: what })

  it('refuses what it does not know, and a draft of which too little is known', async () => {
    const upload = await readRubric(county)
    expect(await compare({ rubricVersionId: { $gt: '' } })).toBe('call.invalid-input')
    expect(await compare({ rubricVersionId: 'none@0' })).toBe('rubric.unknown')
    expect(await compare({ uploadId: upload.uploadId, annex: 7 })).toBe('upload.unknown')
    const { uploadId } = await office().get(
      'rubric.correct',
      correction(upload, ({ categories: [category] }) => {
        if (category) category.points = null
      }),
    )
    expect(await compare({ uploadId, annex: 0 })).toBe('upload.not-comparable')
  })

  it('says what a draft has other than this year, before it is finished', async () => {
    const upload = await readRubric(county)
    const { uploadId } = await office().get('rubric.correct', correction(upload, withoutOurs))
    const compared = await office().get('rubric.compare', { with: { uploadId, annex: 0 } })
    expect(compared.before).toEqual({ cycleTitle: '2026年度考核' })
    expect(compared.changes.map(({ label, itemId }) => [label, itemId])).toEqual([
      ['改了文字', 'a3-01'],
      ['改了计分方法', 'a3-01'],
      ['新增', 'a3-14'],
    ])
    expect(compared.changes[0]?.words.filter(({ change }) => change !== 'same')).toEqual([
      { text: '1', change: 'removed' },
      { text: '2', change: 'added' },
    ])
  })

  it('the year that stands has nothing before it but what came with the program', async () => {
    const [shipped] = (await versions()).filter(({ origin }) => origin === 'shipped')
    const asked = { with: { rubricVersionId: shipped?.rubricVersionId ?? '' } }
    expect(await office().get('rubric.compare', asked)).toMatchObject({ before: null, changes: [] })
  })
})
