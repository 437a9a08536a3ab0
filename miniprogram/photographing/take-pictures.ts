import Taro from '@tarojs/taro'
import type { FileSource, PictureKind, PictureSource, TakenPictures } from '../platform/capabilities'
import { pictures } from '../platform/pictures'

/** Asks where pictures are to come from, with `words` above the choice; null where the person gave up. */
export async function chooseSource<Source extends FileSource>(
  sources: readonly Source[],
  words = '',
): Promise<Source['from'] | null> {
  const itemList = sources.map(({ text }) => text)
  const above = words === '' ? {} : { alertText: words }
  const choice = await Taro.showActionSheet({ itemList, ...above }).catch(() => null)
  return (choice && sources[choice.tapIndex]?.from) ?? null
}

/** Takes pictures and says meanwhile which one is being made smaller: with twenty it takes its time. */
export async function takePictures(from: PictureSource, kind: PictureKind): Promise<TakenPictures> {
  const taken = await pictures.take(from, kind, (place, of) =>
    Taro.showLoading({ title: `正在处理第${place}张，共${of}张`, mask: true }),
  )
  Taro.hideLoading()
  return taken
}
