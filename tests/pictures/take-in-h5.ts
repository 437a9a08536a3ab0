import type { TakenPictures } from '../../miniprogram/platform/capabilities'
import type { MadePage, PictureLab } from './picture-lab'

/** Lets the browser's chooser give these pictures to the H5 build's code; answers the pages of each, as saved. */
export async function takeInH5({ page }: PictureLab, kind: 'document' | 'scene', pictures: Buffer[]) {
  page.once('filechooser', chooser =>
    chooser.setFiles(pictures.map((buffer, place) => ({ name: `${place}.jpg`, mimeType: 'image/jpeg', buffer }))),
  )
  const taken = await page.evaluate<TakenPictures>(`lab.pictures.take('album', '${kind}')`)
  const read = async (path: string) => Buffer.from(await page.evaluate<string>(`lab.readSaved('${path}')`), 'base64')
  const groups: MadePage[][] = []
  for (const group of taken.groups) {
    const pages: MadePage[] = []
    for (const { path, thumbnail } of group)
      pages.push({ full: await read(path), thumbnail: await read(thumbnail.path) })
    groups.push(pages)
  }
  return { groups, failed: taken.failed }
}
