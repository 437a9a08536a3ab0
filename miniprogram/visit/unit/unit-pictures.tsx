import { Text, View } from '@tarojs/components'
import { Card } from '../../components/card/card'
import { ListRow } from '../../components/list-row/list-row'
import { Notice } from '../../components/notice/notice'
import { AddPage, PageThumb } from '../../components/page-thumb/page-thumb'
import { PrivacyDrawer } from '../../components/privacy-drawer/privacy-drawer'
import { useLocalPicture } from '../../outbox/use-local-picture'
import type { PendingVisitPicture, VisitedUnit } from '../../outbox/visit-pictures'
import { useUnitPictures } from './use-unit-pictures'

const captions = { place: '现场', record: '记录' }

/** Pictures of the place, none of them owed; and 实地考核记录, printed for pen and stamp and photographed back. */
export function UnitPictures({ unit }: { unit: VisitedUnit }) {
  const { waiting, sent, take, open, record, makeRecord } = useUnitPictures(unit)
  return (
    <View>
      <PrivacyDrawer />
      <View className="firm mt-3">照片和记录</View>
      {record.problem ? (
        <Notice kind="asked" title="实地考核记录没有做成">
          {record.problem.message}
        </Notice>
      ) : null}
      <Card id="unit-pictures">
        <View className="page-row">
          {waiting.map(picture => (
            <WaitingThumb key={picture.pictureId} picture={picture} />
          ))}
          {sent.map(picture => (
            <PageThumb
              key={picture.pictureId}
              id={`picture-${picture.pictureId}`}
              size="row"
              source={picture.thumbnail}
              name={captions[picture.kind]}
              caption={picture.isHidden ? '别人看不到' : captions[picture.kind]}
              captionAsked={picture.isHidden}
              onPress={() => open(picture)}
            />
          ))}
          <AddPage id="picture-place" icon="camera" onPress={() => take('place')}>
            拍现场
          </AddPage>
          <AddPage id="picture-record" icon="paper" onPress={() => take('record')}>
            拍记录
          </AddPage>
        </View>
        <Text className="note soft">可以不拍。部室看得到，单位看不到。</Text>
      </Card>
      <Card rows>
        <ListRow id="visit-record" arrow below="Word，打印出来签字盖章，再拍回来" onPress={makeRecord}>
          {record.making ? '正在做实地考核记录' : '实地考核记录'}
        </ListRow>
      </Card>
    </View>
  )
}

function WaitingThumb({ picture }: { picture: PendingVisitPicture }) {
  const { pictureId, kind, file, problem } = picture
  const source = useLocalPicture(file.thumbnail?.path ?? file.full.path)
  return (
    <PageThumb
      id={`waiting-${pictureId}`}
      size="row"
      source={source}
      name={captions[kind]}
      caption={problem ? '没传上' : captions[kind]}
      captionAsked={problem !== null}
      uploading={problem === null}
    />
  )
}
