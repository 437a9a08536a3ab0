import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useRequest } from '../../backend/use-request'
import { Card } from '../../components/card/card'
import { PageThumb } from '../../components/page-thumb/page-thumb'
import { previewPictures } from '../../platform/preview-pictures'

interface VisitPicturesProps {
  cycleId: string
  unitId: string
  count: number
}

/** What 考核组 photographed at the unit, fetched when somebody wants to look; nothing where they took none. */
export function VisitPictures({ cycleId, unitId, count }: VisitPicturesProps) {
  const [isOpen, setOpen] = useState(false)
  const { output, problem } = useRequest('visit.pictures', isOpen ? { cycleId, unitId } : null)
  if (count === 0) return null
  const shown = (output?.pictures ?? []).filter(({ full }) => full !== null)
  const full = shown.flatMap(picture => picture.full ?? [])
  const hidden = (output?.pictures ?? []).filter(({ isHidden }) => isHidden).length
  return (
    <Card id="visit-pictures">
      <View className="between">
        <Text className="firm">{`考核组拍的照片　${count}张`}</Text>
        {isOpen ? null : (
          <View id="visit-pictures-open" className="link" onClick={() => setOpen(true)}>
            看照片
          </View>
        )}
      </View>
      {problem ? <View className="note asked">{problem.message}</View> : null}
      {isOpen && !output && !problem ? <View className="note soft">正在取照片</View> : null}
      <View className="page-row">
        {shown.map(({ pictureId, thumbnail, kind, groupName, memberName }, place) => (
          <PageThumb
            key={pictureId}
            id={`visit-picture-${place + 1}`}
            size="row"
            source={thumbnail}
            name={kind === 'place' ? '现场' : '记录'}
            caption={`${kind === 'place' ? '现场' : '记录'} ${groupName.replace(/^考核/, '')} ${memberName}`}
            onPress={() => previewPictures(full, place)}
          />
        ))}
      </View>
      {hidden > 0 ? <View className="note soft">{`另有${hidden}张微信认为不妥，考核办看过才给看。`}</View> : null}
    </Card>
  )
}
