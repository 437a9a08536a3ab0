import type { SavedPicture, TakenPictures } from '../../miniprogram/platform/capabilities'
import type { MadePage, PictureLab } from './picture-lab'

/** Lets the browser's chooser give these pictures to the H5 build's code; answers the pages of each, as saved. */
export async function takeInH5(lab: PictureLab, kind: 'document' | 'scene', pictures: Buffer[]) {
  const taken = await choose(lab, kind, pictures)
  const groups: MadePage[][] = []
  for (const group of taken.groups) groups.push(await savedPages(lab, group))
  return { groups, failed: taken.failed }
}

/** Takes one picture and turns it by hand; answers the page, as saved. */
export async function turnInH5(lab: PictureLab, picture: Buffer, turns: 1 | 2 | 3): Promise<MadePage[]> {
  const { pictures } = await choose(lab, 'document', [picture])
  const adjustment = { turns, trim: { top: 0, right: 0, bottom: 0, left: 0 } }
  const adjusted = await lab.page.evaluate<SavedPicture>(
    `lab.adjustPicture('${pictures[0]?.path}', ${JSON.stringify(adjustment)}, 'document')`,
  )
  return savedPages(lab, [adjusted])
}

function choose({ page }: PictureLab, kind: 'document' | 'scene', pictures: Buffer[]): Promise<TakenPictures> {
  page.once('filechooser', chooser =>
    chooser.setFiles(pictures.map((buffer, place) => ({ name: `${place}.jpg`, mimeType: 'image/jpeg', buffer }))),
  )
  return page.evaluate<TakenPictures>(`lab.pictures.take('album', '${kind}')`)
}

async function savedPages({ page }: PictureLab, pictures: SavedPicture[]): Promise<MadePage[]> {
  const read = async (path: string) => Buffer.from(await page.evaluate<string>(`lab.readSaved('${path}')`), 'base64')
  const pages: MadePage[] = []
  for (const { path, thumbnail } of pictures)
    pages.push({ full: await read(path), thumbnail: await read(thumbnail.path) })
  return pages
}
