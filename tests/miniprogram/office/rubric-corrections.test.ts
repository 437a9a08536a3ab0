import type { CorrectUpload, UploadedRubrics } from '#shared/contract/rubric-contract'
import { problem } from '#shared/errors/problems'
import type { Ask } from '../../../miniprogram/backend/make-ask'
import type { Edit } from '../../../miniprogram/office/rubric-editing/edits'
import { type AnnexEdit, makeCorrections } from '../../../miniprogram/office/rubric-editing/make-corrections'
import { shippedFiles } from '../../../rubrics/shipped-rubrics'

/** A county that holds one document, and loses, refuses or overtakes what is sent as the test says. */
function scriptedCounty() {
  const [, , file] = shippedFiles
  if (!file) throw new Error('there are four')
  let standing: UploadedRubrics = {
    uploadId: 'u1',
    fileName: '2027.docx',
    uploadedAt: 1,
    by: '考核办',
    revision: 0,
    changed: null,
    annexes: [{ file, carriedFrom: null, findings: [], places: {}, rubricVersionId: null }],
    unplaced: [],
    notices: [],
    departments: [],
  }
  let shown = standing
  const sent: CorrectUpload[] = []
  const seenOperations = new Set<string>()
  const county = {
    sent,
    /** What becomes of the next deliveries; a delivery without a word arrives. */
    fates: [] as ('lost-reply' | 'unreachable' | 'refused')[],
    later: [] as (() => void)[],
    shown: () => shown,
    /** Another person's correction. */
    other(points: number) {
      standing = withPoints(standing, points)
    },
    text: () => standing.annexes[0]?.file.categories[0]?.items[0]?.text,
    points: () => standing.annexes[0]?.file.categories[0]?.items[0]?.points,
    rows: () => standing.annexes[0]?.file.categories[0]?.items.length,
    kept: [] as AnnexEdit[],
  }
  const ask = (async (_request: 'rubric.correct', input: CorrectUpload) => {
    sent.push(input)
    const fate = county.fates.shift()
    if (fate === 'unreachable') return { ok: false, problem: problem('network.unreachable') }
    if (fate === 'refused') return { ok: false, problem: problem('call.invalid-input', { field: '考评内容' }) }
    if (!seenOperations.has(input.operationId)) {
      if (input.revision !== standing.revision) return { ok: false, problem: problem('upload.stale') }
      seenOperations.add(input.operationId)
      standing = corrected(standing, input)
    }
    if (fate === 'lost-reply') return { ok: false, problem: problem('network.unreachable') }
    return { ok: true, output: standing, serverTime: 1000 }
  }) as Ask
  let operations = 0
  const corrections = makeCorrections({
    ask,
    newId: () => `operation-${++operations}`,
    upload: () => shown,
    replaceUpload: upload => {
      shown = upload
    },
    reloadUpload: async () => {
      shown = standing
    },
    kept: {
      read: () => county.kept,
      write(edits) {
        county.kept = edits
        return 'written'
      },
    },
    later: (_milliseconds, run) => county.later.push(run),
  })
  return { county, corrections }
}

function withPoints(upload: UploadedRubrics, points: number): UploadedRubrics {
  const [annex] = upload.annexes
  const [category, ...others] = annex?.file.categories ?? []
  const [item, ...rest] = category?.items ?? []
  if (!annex || !category || !item) throw new Error('a row')
  const categories = [{ ...category, items: [{ ...item, points }, ...rest] }, ...others]
  return { ...upload, revision: upload.revision + 1, annexes: [{ ...annex, file: { ...annex.file, categories } }] }
}

function corrected(upload: UploadedRubrics, input: CorrectUpload): UploadedRubrics {
  const [annex] = upload.annexes
  if (!annex) throw new Error('an annex')
  let number = 0
  const categories = input.file.categories.map(category => ({
    ...category,
    items: category.items.map(item => {
      number += 1
      return { ...item, id: item.id || `new-${number}`, number }
    }),
  }))
  const file = { ...annex.file, ...input.file, categories }
  return { ...upload, revision: upload.revision + 1, annexes: [{ ...annex, file }] }
}

const points = (to: number, was = 5): Edit => ({
  kind: 'row',
  itemId: 'a3-01',
  was: { points: was },
  to: { points: to },
})
const words = shippedFiles[2]?.categories[0]?.items[0]?.text ?? ''
const text: Edit = { kind: 'row', itemId: 'a3-01', was: { text: words }, to: { text: '新的文字。' } }

describe('corrections', () => {
  it('are kept until the county has them', async () => {
    const { county, corrections } = scriptedCounty()
    const saving = corrections.edit(0, points(4))
    expect(county.kept).toHaveLength(1)
    await saving
    expect([county.points(), county.kept, corrections.correcting.get().status]).toEqual([4, [], 'resting'])
    expect(corrections.correcting.get().savedAt).toBe(1000)
  })

  it('made while another is under way go after it, in order', async () => {
    const { county, corrections } = scriptedCounty()
    await Promise.all([corrections.edit(0, points(4)), corrections.edit(0, points(3, 4))])
    await corrections.send()
    expect([county.points(), county.sent.length, county.kept]).toEqual([3, 2, []])
  })

  it('whose answer was lost are sent again as they were: a row is added once', async () => {
    const { county, corrections } = scriptedCounty()
    county.fates = ['lost-reply']
    await corrections.edit(0, { kind: 'add', categoryId: 'a3-c1' })
    expect(corrections.correcting.get().status).toBe('no-signal')
    await corrections.edit(0, points(4))
    expect(county.sent[1]).toEqual(county.sent[0])
    expect([county.rows(), county.points(), county.kept]).toEqual([4, 4, []])
  })

  it('without signal try again by themselves', async () => {
    const { county, corrections } = scriptedCounty()
    county.fates = ['unreachable']
    await corrections.edit(0, points(4))
    expect([county.kept.length, county.later.length]).toEqual([1, 1])
    county.later.forEach(run => {
      run()
    })
    await new Promise(resolve => setTimeout(resolve))
    expect([county.points(), county.kept]).toEqual([4, []])
  })

  it("beside somebody else's correction of another field both are there", async () => {
    const { county, corrections } = scriptedCounty()
    county.other(3)
    await corrections.edit(0, text)
    expect([county.points(), county.text(), county.kept]).toEqual([3, '新的文字。', []])
  })

  it.each(['mine', 'theirs'] as const)('against another value of the same field wait for a person: %s', async whose => {
    const { county, corrections } = scriptedCounty()
    county.other(3)
    await corrections.edit(0, points(4))
    expect([corrections.correcting.get().status, county.points(), county.kept.length]).toEqual(['asked', 3, 1])
    const [edit] = corrections.correcting.get().edits
    if (!edit) throw new Error('the correction is still there')
    await (whose === 'mine' ? corrections.insist(edit) : corrections.giveUp(edit))
    expect([county.points(), corrections.correcting.get().status]).toEqual([whose === 'mine' ? 4 : 3, 'resting'])
    expect(county.kept).toEqual([])
  })

  it('that are refused stay on the machine, and go with the next one', async () => {
    const { county, corrections } = scriptedCounty()
    county.fates = ['refused']
    await corrections.edit(0, text)
    expect([corrections.correcting.get().status, county.kept.length]).toEqual(['refused', 1])
    await corrections.edit(0, { ...text, to: { text: '短的。' } })
    expect([county.text(), county.kept]).toEqual(['短的。', []])
  })
})
