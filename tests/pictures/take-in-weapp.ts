import { type Box, emptyBox } from '../../miniprogram/outbox/box'
import type { Weapp } from '../support/weapp/run-weapp'
import type { MadePage } from './picture-lab'

/** Gives these pictures to the built mini-program's 资料夹, which stands open; answers the pages of each, as saved. */
export async function takeInWeapp(weapp: Weapp, pictures: Uint8Array[], patience?: number): Promise<MadePage[][]> {
  await weapp.answer('showActionSheet', () => ({ tapIndex: 1 }))
  await weapp.photograph(...pictures)
  const before = materialsIn(weapp).length
  await weapp.tap('#photograph')
  const taken = async () => materialsIn(weapp).length - before >= pictures.length
  await weapp.until(taken, `${pictures.length} pictures to be taken`, patience)
  return materialsIn(weapp).slice(before)
}

/** The pages of each material that waits on this phone. */
export function materialsIn({ phone }: Weapp): MadePage[][] {
  return boxesOf(phone.storage).flatMap(box =>
    Object.values(box.materials)
      .flat()
      .flatMap(operation => (operation.kind === 'register' ? [operation.files] : []))
      .map(files =>
        files.map(({ full, thumbnail }) => ({
          full: phone.read(full.path),
          thumbnail: thumbnail ? phone.read(thumbnail.path) : Buffer.of(),
        })),
      ),
  )
}

function boxesOf(storage: ReadonlyMap<string, string>): Box[] {
  const stored = [...storage].filter(([key]) => key.startsWith('outbox/'))
  return stored.map(([, value]) => ({ ...emptyBox, ...JSON.parse(value) }))
}
