import { Image, Text, View } from '@tarojs/components'
import { memo } from 'react'
import { spokenName } from '../../platform/spoken-name'
import { Icon, type IconName } from '../icon/icon'
import './page-thumb.css'

interface PageThumbProps {
  id?: string
  /** Address of the thumbnail; null where there is no picture of it (a document, or only the original). */
  source: string | null
  /** What it is, where there is no picture: its name, Word. */
  name?: string
  /** Under it: 第1、2项, or 没归项 in ochre. */
  caption?: string
  captionAsked?: boolean
  /** Shows a ring to tick. Left out: it only opens. */
  chosen?: boolean
  uploading?: boolean
  /** The two sizes: in a row of an item, or three in a row of the folder. */
  size: 'row' | 'grid'
  onPress?: () => void
}

/** One photographed page. Nothing lies over the photograph but its state. */
export const PageThumb = memo(function PageThumb(props: PageThumbProps) {
  const { id, source, name, caption, captionAsked, chosen, uploading, size, onPress } = props
  const spoken = [name ?? '照片', caption].filter(Boolean).join('，')
  return (
    <View id={id} className={`page-thumb ${size}`} onClick={onPress}>
      <View className={chosen ? 'page-thumb-frame chosen' : 'page-thumb-frame'}>
        {source ? (
          <Image {...spokenName(spoken)} className="page-thumb-picture" mode="aspectFill" src={source} lazyLoad />
        ) : null}
        {source ? null : <WithoutPicture name={name ?? '原件'} />}
        {chosen === undefined ? null : (
          <View className="page-thumb-tick">{chosen ? <Icon name="check" size="tiny" /> : null}</View>
        )}
        {uploading ? (
          <View className="page-thumb-uploading">
            <Icon name="uploading" size="small" />
          </View>
        ) : null}
      </View>
      {caption ? (
        <View className={captionAsked ? 'page-thumb-caption asked' : 'page-thumb-caption'}>{caption}</View>
      ) : null}
    </View>
  )
})

function WithoutPicture({ name }: { name: string }) {
  return (
    <View className="page-thumb-word">
      <Icon name="paper" />
      <View className="page-thumb-name summary">{name}</View>
    </View>
  )
}

interface AddPageProps {
  id: string
  icon: IconName
  children: string
  onPress: () => void
}

/** Where the next page goes: 拍照, 资料夹. */
export function AddPage({ id, icon, children, onPress }: AddPageProps) {
  return (
    <View id={id} className="add-page" hoverClass="pressed" onClick={onPress}>
      <Icon name={icon} />
      <Text>{children}</Text>
    </View>
  )
}
