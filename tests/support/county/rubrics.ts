import { createHash } from 'node:crypto'
import type { CorrectUpload, UploadedRubrics } from '#shared/contract/rubric-contract'
import type { FileType } from '#shared/materials/material'
import type { RubricDraft } from '#shared/rubric-import/rubric-draft'
import { shippedFiles } from '../../../rubrics/shipped-rubrics'
import { repeatedCells } from '../../rubric-import/table-styles'
import { wordDocument } from '../../rubric-import/word-document'
import type { County } from '../county'
import { upload } from './files'
import { newId } from './sheets'

const wordType: FileType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** 附件3 as next year's document has it: one item other than this year, one new, and a sum that is no longer right. */
export function nextYear(edit: (annex: RubricDraft) => void = nextYearsEdits): RubricDraft {
  const annex = structuredClone(shippedFiles[2])
  if (!annex) throw new Error('there are four')
  edit(annex)
  return annex
}

export const newWords = '关心关爱货车司机、快递员等新就业形态劳动者。'
function nextYearsEdits(annex: RubricDraft): void {
  const [first] = annex.categories
  const item = first?.items[0]
  if (!first || !item) throw new Error('annex 3 has items')
  item.text = item.text.replace('不少于1次', '不少于2次')
  first.items.push({ ...item, id: '', points: 2, text: newWords })
}

export async function wordFile(annexes: RubricDraft[] = [nextYear()]): Promise<Buffer> {
  return Buffer.from(await wordDocument(annexes.flatMap(repeatedCells)))
}

/** Uploads a file for the rubrics; answers its ticket. */
export async function rubricTicket(county: County, content: Buffer, openid = 'office'): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const announced = { use: 'rubric', type: wordType, bytes: content.length, sha256 } as const
  const { tickets } = await county.as(openid).get('county.ticket', { files: [announced] })
  const [ticket] = tickets
  if (!ticket) throw new Error('a ticket for one file')
  await upload(county, openid, ticket.path, content)
  return ticket.ticketId
}

/** Uploads a document and has it read. */
export async function readRubric(county: County, content?: Buffer): Promise<UploadedRubrics> {
  const ticketId = await rubricTicket(county, content ?? (await wordFile()))
  return county.as('office').get('rubric.read-document', { ticketId, fileName: '2027年细则.docx' })
}

/** A correction of the upload's first annex, upon what is there. */
export function correction(
  upload: UploadedRubrics,
  edit: (file: CorrectUpload['file']) => void = () => {},
): CorrectUpload {
  const [annex] = upload.annexes
  if (!annex) throw new Error('nothing was understood')
  const { id: _id, categories, audience, ...head } = structuredClone(annex.file)
  const file: CorrectUpload['file'] = {
    ...head,
    audience: audienceOf(audience),
    categories: categories.map(category => ({
      ...category,
      items: category.items.map(
        ({ number: _number, rule: _rule, facts: _facts, factsTogether: _together, ...item }) => ({
          ...item,
          evidence: item.evidence === 'county-record' ? 'county-record' : 'material',
        }),
      ),
    })),
  }
  edit(file)
  return { uploadId: upload.uploadId, revision: upload.revision, operationId: newId(), annex: 0, file, seen: [] }
}

/** Everything that had to be decided of `nextYear`: what is new says how to prepare it, and the sum is right. */
export function settle({ categories }: CorrectUpload['file']): void {
  const [first] = categories
  const added = first?.items.find(({ text }) => text === newWords)
  if (!first || !added || first.points === null) throw new Error('the new row is in the first category')
  added.preparation = '活动通知和照片'
  added.shortName = '关爱新就业群体'
  first.points += 2
}

function audienceOf(audience: string): CorrectUpload['file']['audience'] {
  const known = ['township', 'system', 'party-government', 'enterprise'] as const
  return known.find(name => name === audience) ?? ''
}
