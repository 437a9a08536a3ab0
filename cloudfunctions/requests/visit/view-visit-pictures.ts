import { assessmentId } from '#shared/assessment/assessment'
import { ViewVisitPictures } from '#shared/contract/visit-contract'
import { fileKeyOf, isHidden } from '#shared/materials/wechat-check'
import { filesPerCall, signedAddresses } from '../../infrastructure/storage'
import { permissions } from '../../permissions/permissions'
import { theOffice } from '../../permissions/roles'
import { readChecks } from '../../repositories/content-checks'
import { defineRequest } from '../../request-pipeline/define-request'
import { loadSheet } from '../assessment/load-sheet'

/** What groups took at one unit. What WeChat thinks risky stays with who took it and the office, until it has looked. */
export const viewVisitPictures = defineRequest('visit.pictures', {
  interactive: true,
  schema: ViewVisitPictures,
  load: (input: ViewVisitPictures) => ({
    ...loadSheet(input),
    checks: readChecks(assessmentId(input.cycleId, input.unitId)),
  }),
  permit: permissions['visit.pictures'],
  act: async ({ loaded: { assessment, checks }, asker }) => {
    const all = Object.entries(assessment.visitPictures ?? {})
      .map(([pictureId, picture]) => {
        const mine = picture.signature.memberId === asker.memberId
        const isRisky = isHidden(checks?.files[fileKeyOf(picture.fileId)])
        return { pictureId, picture, mine, isRisky, isShown: !isRisky || mine || theOffice(asker) }
      })
      .sort((a, b) => b.picture.signature.at - a.picture.signature.at)
    const wanted = all.flatMap(({ picture: { fileId, thumbnailId }, isShown }) =>
      isShown ? [fileId, thumbnailId ?? fileId] : [],
    )
    const addresses = await signedAddresses([...new Set(wanted)].slice(0, filesPerCall))
    return {
      pictures: all.map(({ pictureId, picture, mine, isRisky, isShown }) => {
        const { kind, groupName, fileId, thumbnailId, signature } = picture
        const addressOf = (id: string) => (isShown ? (addresses.get(id) ?? null) : null)
        return {
          pictureId,
          kind,
          groupName,
          memberName: signature.name,
          at: signature.at,
          mine,
          thumbnail: addressOf(thumbnailId ?? fileId),
          full: addressOf(fileId),
          isHidden: isRisky,
        }
      }),
    }
  },
})
