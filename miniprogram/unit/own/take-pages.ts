import Taro from '@tarojs/taro'
import { printDay } from '#shared/cycle/beijing-time'
import type { ItemId } from '#shared/rubric/rubric'
import { serverNow } from '../../backend/ask'
import type { NewMaterial } from '../../outbox/materials'
import type { Kept } from '../../outbox/outbox'
import { chooseSource, takePictures } from '../../photographing/take-pictures'
import { fileSources } from '../../platform/file-sources'
import { takeDocument } from './take-document'

interface TakePages {
  addMaterial(material: NewMaterial): { materialId: string; problem: Kept }
  /** What the pages prove from the beginning; empty where they are sorted later. */
  items: ItemId[]
  /** 怎么准备 of the item: stands above the choice, before the camera opens. */
  preparation?: string
  /** Names the pages in the 资料目录: 一网一卡. */
  about: string
}

/**
 * Photographs pages, or takes them from the album, and keeps each on this phone as a material of its own, so that it can
 * be sorted by itself. Says how many could not be kept.
 */
export async function takePages({ addMaterial, items, preparation, about }: TakePages): Promise<void> {
  const from = await chooseSource(fileSources, preparation && `怎么准备：${preparation}`)
  if (!from) return
  if (from === 'documents') return tell(await takeDocument({ addMaterial, items }))
  const taken = await takePictures(from, 'document')
  const day = printDay(serverNow())
  let full: Kept = null
  taken.groups.forEach((pages, place) => {
    const name = `${about} ${day}${taken.groups.length > 1 ? ` 第${place + 1}页` : ''}`
    const description = { name, documentNumber: '', date: '', whereabouts: '' }
    full = addMaterial({ description, files: pages, items }).problem ?? full
  })
  if (full === null && taken.failed === 0) return
  const content = full === null ? `有${taken.failed}张没有存下，请再拍一次。` : messageOf(full)
  await Taro.showModal({ title: '没有全部存下', content, showCancel: false, confirmText: '知道了' })
}

async function tell(problem: Kept): Promise<void> {
  if (!problem) return
  await Taro.showModal({ title: '没有存下', content: problem.message, showCancel: false, confirmText: '知道了' })
}

const messageOf = (problem: NonNullable<Kept>) => problem.message
