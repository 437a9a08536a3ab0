import * as v from 'valibot'
import { ReadRubricDocument } from '#shared/contract/rubric-contract'
import { problem } from '#shared/errors/problems'
import { adoptPublished } from '#shared/rubric-import/adopt-published'
import type { Rules } from '#shared/rubric-import/carried-rules'
import { findingsOn } from '#shared/rubric-import/check-draft'
import { remarksIn } from '#shared/rubric-import/correct-draft'
import { idsIn } from '#shared/rubric-import/ids'
import type { ImportedAnnex } from '#shared/rubric-import/rubric-document'
import { RubricAnswer } from '../../documents/rubric-answer'
import { callDocuments } from '../../infrastructure/other-functions'
import { permissions } from '../../permissions/permissions'
import { readKnownRubrics, type StandingRubrics } from '../../repositories/known-rubrics'
import { type AnnexOfUpload, addUpload, type RubricUpload, readUpload } from '../../repositories/rubric-uploads'
import { readUploadTickets } from '../../repositories/upload-tickets'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { checkTickets, takeInFiles } from '../material/take-in-files'
import { uploadView } from '../views/upload-view'

/** Takes the file in, has it read, keeps what was understood. Delivered again, it answers what is kept by now. */
export const readDocument = defineRequest('rubric.read-document', {
  // The person sees that the file is being read.
  interactive: false,
  schema: ReadRubricDocument,
  load: ({ ticketId }) => ({
    tickets: readUploadTickets([ticketId]),
    standing: readUpload(ticketId),
    known: readKnownRubrics(),
  }),
  permit: permissions['rubric.read-document'],
  act: async ({ input: { ticketId, fileName }, loaded: { tickets, standing, known }, asker, now }) => {
    const purpose = `rubric:${ticketId}`
    const holder = { cycleId: null, unitId: null, memberId: asker.memberId, purpose, now }
    const isForRubrics = tickets.every(({ use }) => use === 'rubric')
    const obstacle = isForRubrics ? checkTickets([ticketId], tickets, holder) : problem('material.ticket-unknown')
    if (obstacle) return new Refusal(obstacle)
    if (standing) return uploadView(standing, [...known.departments])

    const taken = await takeInFiles(tickets, 'rubrics', purpose)
    if ('code' in taken) return new Refusal(taken)
    const fileId = taken.get(ticketId) ?? ''
    const read = v.safeParse(RubricAnswer, await callDocuments({ task: 'read-rubric', fileId }))
    if (!read.success) return refuse('document.failed')
    if (read.output.kind === 'unreadable') return refuse('document.unreadable', { why: read.output.message })

    const { annexes, unplaced, notices } = read.output
    const upload: RubricUpload = {
      _id: ticketId,
      fileName,
      fileId,
      uploadedAt: now,
      by: asker.name,
      memberId: asker.memberId,
      revision: 0,
      annexes: annexes.map(annex => inWork(annex, known)),
      unplaced,
      notices,
      changes: [],
    }
    // Delivered twice at once: the other delivery has kept the same.
    const isFirst = await addUpload(upload)
    return uploadView((isFirst ? null : await readUpload(ticketId)) ?? upload, [...known.departments])
  },
})

function inWork(annex: ImportedAnnex, known: StandingRubrics): AnnexOfUpload {
  const from = known.files.find(({ id }) => id === annex.carriedFrom)
  const items = from?.categories.flatMap(category => category.items) ?? []
  const rulesOf = ({ rule, facts, factsTogether }: Rules): Rules => ({
    ...(rule === undefined ? {} : { rule }),
    ...(facts === undefined ? {} : { facts }),
    ...(factsTogether === undefined ? {} : { factsTogether }),
  })
  const { file, places, remarks } = adoptPublished(
    { ...annex, remarks: remarksIn(annex, known.departments) },
    new Set(idsIn(known.files)),
    known.published,
  )
  return {
    file,
    places,
    remarks,
    carriedFrom: annex.carriedFrom,
    findings: findingsOn(file, remarks, known.departments),
    knownRules: Object.fromEntries(items.map(item => [item.id, rulesOf(item)])),
    rubricVersionId: null,
  }
}
