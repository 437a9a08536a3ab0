import { memo } from 'react'
import { PageThumb } from '../../components/page-thumb/page-thumb'
import { useLocalPicture } from '../../outbox/use-local-picture'
import type { ShownPage } from './use-material-pictures'

interface MaterialThumbProps {
  id: string
  page: ShownPage
  size: 'row' | 'grid'
  caption?: string
  captionAsked?: boolean
  chosen?: boolean
  onPress: (page: ShownPage) => void
}

/** A page of a material, whether the county has it or only this phone. */
export const MaterialThumb = memo(function MaterialThumb({ page, onPress, ...rest }: MaterialThumbProps) {
  const local = useLocalPicture(page.localPath)
  return (
    <PageThumb
      {...rest}
      source={page.source ?? local}
      name={page.name}
      uploading={page.isWaiting}
      onPress={() => onPress(page)}
      {...(page.isHidden ? { caption: '别人看不到', captionAsked: true } : {})}
    />
  )
})
