import { View } from '@tarojs/components'
import type { MaterialView } from '#shared/contract/assessment-contract'
import { PageThumb } from '../../components/page-thumb/page-thumb'
import { useLocalPicture } from '../../outbox/use-local-picture'
import { previewPictures } from '../../platform/preview-pictures'

interface PackedPagesProps {
  itemId: string
  materials: Record<string, MaterialView>
  /** Files on this phone by the storage id of the thumbnail. */
  thumbnails: Record<string, string>
}

/** What a unit shows for an item, as small pictures from this phone, with the names: the originals lie on the table. */
export function PackedPages({ itemId, materials, thumbnails }: PackedPagesProps) {
  const own = Object.entries(materials).filter(([, material]) => material.items.includes(itemId))
  if (own.length === 0) return <View className="note soft mt-2">没附资料</View>
  return (
    <View className="mt-2">
      {own.map(([materialId, { name, documentNumber, whereabouts, files, personal }]) => (
        <View key={materialId} className="mt-1">
          <View className="note">{[name, documentNumber, whereabouts].filter(Boolean).join('，')}</View>
          {personal && files.length > 0 ? <View className="note soft">个人材料，不带图，请看原件</View> : null}
          <View className="page-row">
            {(personal ? [] : files).map(({ fileId, thumbnailId }) => (
              <Thumb key={fileId} path={thumbnailId === null ? null : (thumbnails[thumbnailId] ?? null)} />
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}

function Thumb({ path }: { path: string | null }) {
  const source = useLocalPicture(path)
  return <PageThumb size="row" source={source} onPress={source ? () => previewPictures([source]) : undefined} />
}
