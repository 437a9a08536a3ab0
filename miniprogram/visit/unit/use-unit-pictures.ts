import Taro from '@tarojs/taro'
import type { VisitPictureKind } from '#shared/assessment/visit-picture'
import type { VisitPictureView } from '#shared/contract/visit-contract'
import { ask } from '../../backend/ask'
import { useRequest } from '../../backend/use-request'
import { useVisitRecord } from '../../backend/use-visit-record'
import type { Kept } from '../../outbox/outbox'
import { useVisitNotes } from '../../outbox/use-visit-notes'
import type { VisitedUnit } from '../../outbox/visit-pictures'
import { chooseSource, takePictures } from '../../photographing/take-pictures'
import type { FileSource, PictureSource } from '../../platform/capabilities'
import { fileSources } from '../../platform/file-sources'
import { previewPictures } from '../../platform/preview-pictures'
import { random } from '../../platform/random'

const isOfPictures = (source: FileSource): source is FileSource & { from: PictureSource } => source.from !== 'documents'

/** What the group photographs at one unit: on this phone first, and what the county has of it while there is network. */
export function useUnitPictures({ cycleId, groupId, unitId }: VisitedUnit) {
  const notes = useVisitNotes()
  const unit = { cycleId, groupId, unitId }
  const sent = useRequest('visit.pictures', { cycleId, unitId })
  const record = useVisitRecord()

  async function take(kind: VisitPictureKind) {
    const from = await chooseSource(fileSources.filter(isOfPictures))
    if (!from) return
    const taken = await takePictures(from, kind === 'place' ? 'scene' : 'document')
    let kept: Kept = null
    for (const file of taken.pictures) kept = notes.addPicture(unit, kind, file) ?? kept
    const content = kept?.message ?? (taken.failed > 0 ? `有${taken.failed}张没有存下，请再拍一次。` : null)
    if (content) await Taro.showModal({ title: '没有全部存下', content, showCancel: false, confirmText: '知道了' })
  }

  /** One's own may be taken away again: faces and papers come into a picture by mistake. */
  async function open({ pictureId, mine, full }: VisitPictureView) {
    if (!mine) return full ? previewPictures([full]) : undefined
    const choice = await Taro.showActionSheet({ itemList: ['看大图', '删掉这张'] }).catch(() => null)
    if (choice?.tapIndex === 0 && full) previewPictures([full])
    if (choice?.tapIndex !== 1) return
    const removed = await ask('visit.remove-picture', { ...unit, pictureId, operationId: random.newId() })
    if (!removed.ok)
      await Taro.showModal({
        title: '没有删掉',
        content: removed.problem.message,
        showCancel: false,
        confirmText: '知道了',
      })
    await sent.reload()
  }

  return {
    waiting: notes.pictures(unit),
    sent: sent.output?.pictures.filter(picture => picture.mine || picture.full !== null) ?? [],
    take,
    open,
    record,
    makeRecord: () => record.ask(unit),
  }
}
