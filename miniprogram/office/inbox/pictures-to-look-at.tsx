import { Image, View } from '@tarojs/components'
import type { PictureToLookAt } from '#shared/contract/content-contract'
import { printMoment } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { Button } from '../../components/button/button'
import { previewPictures } from '../../platform/preview-pictures'
import { spokenName } from '../../platform/spoken-name'
import { TextsToLookAt } from './texts-to-look-at'
import { useContent } from './use-inbox'

/** 要看的图片和文字: nothing is deleted here; it is only said whether others see them. */
export function PicturesToLookAt({ cycleId }: { cycleId: string }) {
  const { content, problem, decide, openPersonal } = useContent(cycleId)
  if (!content) return problem ? <View className="note asked">{problem}</View> : null
  const { pictures, texts, moreTexts } = content
  return (
    <View id="pictures-to-look-at">
      <View className="head">要看的图片和文字</View>
      <View className="note soft mt-1">
        微信认为不妥的，别人先看不到；没能查的，别人看得到。都没有删，由考核办看过再定。
      </View>
      {problem ? <View className="note asked mt-1">{problem}</View> : null}
      {pictures.length + texts.length === 0 ? <View className="soft mt-2">现在没有要看的。</View> : null}
      {pictures.map(picture => (
        <PictureCard
          key={picture.fileKey}
          picture={picture}
          onDecide={shown => decide({ unitId: picture.unitId, fileKey: picture.fileKey, shown })}
          onOpenPersonal={page => openPersonal(picture.unitId, page)}
        />
      ))}
      <TextsToLookAt
        texts={texts}
        more={moreTexts}
        onDecide={({ unitId, textKey }, shown) => decide({ unitId, textKey, shown })}
      />
    </View>
  )
}

interface PictureCardProps {
  picture: PictureToLookAt
  onDecide: (shown: boolean) => void
  onOpenPersonal: (page: NonNullable<PictureToLookAt['personal']>) => void
}

function PictureCard({ picture, onDecide, onOpenPersonal }: PictureCardProps) {
  const { fileKey, unitName, materialName, state, address, personal, decision } = picture
  const isShown = decision ? decision.shown : state !== 'risky'
  return (
    <View id={`picture-${fileKey}`} className="card inbox-picture">
      {address ? (
        <Image
          {...spokenName(materialName)}
          className="inbox-image"
          mode="aspectFill"
          src={address}
          onClick={() => previewPictures([address])}
        />
      ) : null}
      {personal ? (
        <View
          id={`open-${fileKey}`}
          className="inbox-image inbox-personal note"
          onClick={() => onOpenPersonal(personal)}
        >
          个人材料，点开查看，查看有记录
        </View>
      ) : null}
      <View className="grow">
        <View className="firm">{unitName}</View>
        <View>{materialName}</View>
        <View className="note asked">{state === 'risky' ? '微信认为不妥' : '微信没能查'}</View>
        {decision ? (
          <View className="note soft">
            {decision.signature.name} {printMoment(decision.signature.at, serverNow())}：
            {decision.shown ? '部室可以看' : '部室不能看'}
          </View>
        ) : (
          <View className="note soft">{isShown ? '现在部室看得到' : '现在部室看不到'}</View>
        )}
      </View>
      <View className="inbox-ways">
        <Button id={`show-${fileKey}`} short onPress={() => onDecide(true)}>
          让部室看
        </Button>
        <Button id={`hide-${fileKey}`} short onPress={() => onDecide(false)}>
          不让看
        </Button>
      </View>
    </View>
  )
}
