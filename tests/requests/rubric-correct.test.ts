import type { CorrectUpload, UploadedRubrics } from '#shared/contract/rubric-contract'
import { type County, startCounty } from '../support/county'
import { correction, newWords, readRubric, settle } from '../support/county/rubrics'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const correct = (input: CorrectUpload) => county.as('office').get('rubric.correct', input)
const verdict = (input: object) => county.as('office').verdict('rubric.correct', input)
const findings = (upload: UploadedRubrics) =>
  (upload.annexes[0]?.findings ?? []).map(({ weight, kind }) => `${weight} ${kind}`)

describe('rubric.correct', () => {
  let upload: UploadedRubrics
  beforeEach(async () => {
    upload = await readRubric(county)
  })

  it('refuses what is no annex', async () => {
    const right = correction(upload)
    const [category] = right.file.categories
    const [item] = category?.items ?? []
    const withItem = (fields: object) => ({
      ...right,
      file: { ...right.file, categories: [{ ...category, items: [{ ...item, ...fields }] }] },
    })
    expect(await verdict(withItem({}))).toBe('ok')
    for (const wrong of [
      { text: '多'.repeat(2001) },
      { id: 'a3.01' },
      { id: '$set' },
      { points: '5' },
      { points: -1 },
      { department: { $gt: '' } },
      { rule: { kind: 'perEvent' } },
      { number: 1 },
    ]) {
      expect([wrong, await verdict(withItem(wrong))]).toEqual([wrong, 'call.invalid-input'])
    }
    const many = Array.from({ length: 201 }, () => item)
    const tooMany = { ...right, file: { ...right.file, categories: [{ ...category, items: many }] } }
    expect(await verdict(tooMany)).toBe('call.invalid-input')
  })

  it('knows the upload and its annexes', async () => {
    expect(await verdict({ ...correction(upload), uploadId: 'never' })).toBe('upload.unknown')
    expect(await verdict({ ...correction(upload), annex: 1 })).toBe('upload.unknown')
  })

  it('works the findings out anew: what was settled goes, what was said of the document stays', async () => {
    const settled = await correct(correction(upload, settle))
    expect(settled.revision).toBe(1)
    expect(settled.changed).toMatchObject({ by: '考核办' })
    expect(findings(settled)).toEqual(['look sum', 'look item-reworded', 'look rule-left-out'])
    expect(settled.annexes[0]?.places['a3-14']).toBe('第1张表第5行')
  })

  it('tells what a person has seen no more, but what must be settled stays', async () => {
    const seen = await correct({ ...correction(upload), seen: [0, 1, 2, 3] })
    expect(findings(seen)).toEqual(['must sum', 'must item-new'])
  })

  it('numbers the rows, gives a new one an id of its own, and lets remarks follow their rows', async () => {
    const moved = await correct(
      correction(upload, ({ categories: [first, second] }) => {
        const [reworded] = first?.items.splice(0, 1) ?? []
        const [added] = first?.items.slice(-1) ?? []
        if (!reworded || !added) throw new Error('two rows')
        second?.items.push(reworded, { ...added, id: '', text: '再来一项。' })
      }),
    )
    const items = moved.annexes[0]?.file.categories.flatMap(category => category.items) ?? []
    expect(items.map(({ number }) => number)).toEqual(items.map((_item, index) => index + 1))
    expect(items.find(({ text }) => text === '再来一项。')?.id).toBe('a3-15')
    expect(moved.annexes[0]?.findings.find(({ kind }) => kind === 'item-reworded')).toMatchObject({
      place: '附件3“组宣工作”第9项',
      path: ['categories', 1, 'items', 5, 'text'],
    })
  })

  it('never gives an id again, also not one that was taken out before', async () => {
    const without = await correct(
      correction(upload, ({ categories: [first] }) => {
        first?.items.pop()
      }),
    )
    const again = await correct(
      correction(without, ({ categories: [first] }) => {
        const [row] = first?.items ?? []
        if (row) first?.items.push({ ...row, id: '', text: newWords })
      }),
    )
    expect(again.annexes[0]?.file.categories[0]?.items.at(-1)?.id).toBe('a3-15')
  })

  it('brings a fact back with the words that it cites, and keeps none that has lost them', async () => {
    const first = (file: CorrectUpload['file']) => {
      const item = file.categories[0]?.items[0]
      if (!item) throw new Error('a row')
      return item
    }
    expect(upload.annexes[0]?.file.categories[0]?.items[0]).not.toHaveProperty('facts')
    const back = await correct(
      correction(upload, file => {
        first(file).text = first(file).text.replace('2次', '1次')
      }),
    )
    expect(back.annexes[0]?.file.categories[0]?.items[0]?.facts).toHaveLength(1)
    expect(findings(back)).not.toContain('look rule-left-out')
    const gone = await correct(
      correction(back, file => {
        first(file).text = first(file).text.replace('1次', '3次')
      }),
    )
    expect(gone.annexes[0]?.file.categories[0]?.items[0]).not.toHaveProperty('facts')
    expect(findings(gone)).toContain('look rule-left-out')
  })

  it('delivered twice, a row is added once', async () => {
    const added = correction(upload, ({ categories: [first] }) => {
      const [row] = first?.items ?? []
      if (row) first?.items.push({ ...row, id: '', text: '再来一项。' })
    })
    expect(await correct(added)).toEqual(await correct(added))
  })

  it('of two who correct the same, the second is told and nothing is lost', async () => {
    const both = [correction(upload, settle), correction(upload)]
    const verdicts = await Promise.all(both.map(verdict))
    expect(verdicts.sort()).toEqual(['ok', 'upload.stale'])
    expect(await verdict(correction(upload))).toBe('upload.stale')
    const { data } = await county.database.collection('rubric-uploads').doc(upload.uploadId).get()
    expect(data[0]).toMatchObject({ revision: 1, changes: [{ by: '考核办', annex: 0, published: null }] })
  })
})
