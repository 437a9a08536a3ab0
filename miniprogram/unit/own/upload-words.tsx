import { Text } from '@tarojs/components'
import type { ShownMaterial } from '../../outbox/overlay'
import { useUploadWords } from '../../outbox/upload-progress'

/** How far these materials' files are on their way to the county. A component of its own: only these words are drawn again. */
export function UploadWords({ materials }: { materials: readonly ShownMaterial[] }) {
  const waiting = materials.filter(({ waiting, trouble }) => waiting !== null && trouble === null)
  const words = useUploadWords(waiting.flatMap(({ local }) => local.map(({ path }) => path)))
  return (
    <Text id="upload-words" className="note soft">
      {words}
    </Text>
  )
}
