import { RemoveVisitPicture } from '#shared/contract/visit-contract'
import { removeObjects } from '../../infrastructure/storage'
import { permissions } from '../../permissions/permissions'
import { removeVisitPicture as removePicture } from '../../repositories/assessment-visit-pictures'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { historyEntry } from '../assessment/history-entry'
import { loadVisitedUnit } from './load-visited-unit'

/** Whoever took a picture takes it away again, file and all: on a visit faces and papers come into it by mistake. */
export const removeVisitPicture = defineRequest('visit.remove-picture', {
  interactive: true,
  schema: RemoveVisitPicture,
  load: loadVisitedUnit,
  permit: permissions['visit.remove-picture'],
  act: async ({ input, loaded: { assessment }, asker, now }) => {
    const { pictureId, operationId } = input
    const picture = assessment.visitPictures?.[pictureId]
    if (!picture) return {}
    if (picture.signature.memberId !== asker.memberId) return refuse('permission.denied')
    const from = { pictureId, kind: picture.kind }
    const entered = { operationId, body: input, itemId: null, part: 'visit-picture', revision: 1, from, to: null }
    await removePicture(assessment._id, pictureId, historyEntry(asker, now, entered))
    await removeObjects([picture.fileId, ...(picture.thumbnailId === null ? [] : [picture.thumbnailId])])
    return {}
  },
})
