import { maximumVisitPictures, type VisitPicture } from '#shared/assessment/visit-picture'
import { AddVisitPicture } from '#shared/contract/visit-contract'
import { bodyHash } from '../../infrastructure/canonical-json'
import { permissions } from '../../permissions/permissions'
import { addVisitPicture as addPicture } from '../../repositories/assessment-visit-pictures'
import { readSheet, type StoredSheet } from '../../repositories/assessments'
import { readUploadTickets, type UploadTicket, visitPicturesFolder } from '../../repositories/upload-tickets'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { historyEntry } from '../assessment/history-entry'
import { checkTickets, takeInFiles } from '../material/take-in-files'
import { loadVisitedUnit } from './load-visited-unit'

/** A picture of the place, or of the signed 实地考核记录: taken in as a material's, kept apart from the materials. */
export const addVisitPicture = defineRequest('visit.add-picture', {
  // The outbox sends it when the file is up; nobody waits.
  interactive: false,
  schema: AddVisitPicture,
  load: (input: AddVisitPicture) => ({
    ...loadVisitedUnit(input),
    tickets: readUploadTickets(ticketIdsOf(input)),
  }),
  permit: permissions['visit.add-picture'],
  // Who belongs to the group is part of what `permit` found wanting: only who took it hears of it again.
  repeated: async ({ input, loaded, asker }) => {
    const isMine = loaded.assessment.visitPictures?.[input.pictureId]?.signature.memberId === asker.memberId
    return isMine && standing(loaded.assessment, input) === 'same' ? {} : null
  },
  act: async ({ input, loaded: { assessment, group, tickets }, asker, now }) => {
    const { cycleId, unitId, pictureId, kind, ticketId, thumbnailTicketId, operationId } = input
    const known = standing(assessment, input)
    if (known !== 'new') return known === 'same' ? {} : refuse('material.exists')
    if (Object.keys(assessment.visitPictures ?? {}).length >= maximumVisitPictures)
      return refuse('material.too-many', { maximum: maximumVisitPictures })

    const purpose = `visit-picture:${pictureId}`
    const holder = { cycleId, unitId, memberId: asker.memberId, purpose, now }
    const wrong = checkTickets(ticketIdsOf(input), tickets, holder)
    if (wrong) return new Refusal(wrong)
    if (!areUsedAsAnnounced(input, tickets)) return refuse('material.ticket-unknown')
    const taken = await takeInFiles(tickets, visitPicturesFolder(cycleId, unitId), purpose)
    if ('code' in taken) return new Refusal(taken)
    const picture: VisitPicture = {
      kind,
      groupId: input.groupId,
      groupName: group?.name ?? '',
      fileId: taken.get(ticketId) ?? '',
      thumbnailId: thumbnailTicketId === null ? null : (taken.get(thumbnailTicketId) ?? null),
      signature: { name: asker.name, memberId: asker.memberId, at: now },
      bodyHash: bodyHash(input),
    }
    const to = { pictureId, kind }
    const entered = { operationId, body: input, itemId: null, part: 'visit-picture', revision: 1, from: null, to }
    if (await addPicture(assessment._id, pictureId, picture, historyEntry(asker, now, entered))) return {}
    // Delivered twice at once: the other delivery has written it.
    const current = await readSheet(assessment._id)
    return current && standing(current, input) === 'same' ? {} : refuse('server.busy')
  },
})

function standing({ visitPictures = {} }: StoredSheet, input: AddVisitPicture): 'new' | 'same' | 'other' {
  const known = visitPictures[input.pictureId]
  if (!known) return 'new'
  return known.bodyHash === bodyHash(input) ? 'same' : 'other'
}

function ticketIdsOf({ ticketId, thumbnailTicketId }: AddVisitPicture): string[] {
  return thumbnailTicketId === null ? [ticketId] : [ticketId, thumbnailTicketId]
}

/** A ticket is used as what it was announced for: its limits were those. */
function areUsedAsAnnounced({ ticketId, kind }: AddVisitPicture, tickets: UploadTicket[]): boolean {
  const full = kind === 'place' ? 'scene' : 'picture'
  return tickets.every(({ _id, use }) => use === (_id === ticketId ? full : 'thumbnail'))
}
