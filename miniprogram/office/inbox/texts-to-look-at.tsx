import { View } from '@tarojs/components'
import type { TextToLookAt } from '#shared/contract/content-contract'
import { printMoment } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { Button } from '../../components/button/button'

interface TextsToLookAtProps {
  texts: readonly TextToLookAt[]
  /** How many more WeChat could not check. */
  more: number
  onDecide: (text: TextToLookAt, shown: boolean) => void
}

/** 要看的文字: nothing is deleted here; it is only said whether others read them. */
export function TextsToLookAt({ texts, more, onDecide }: TextsToLookAtProps) {
  return (
    <>
      {texts.map(text => (
        <TextCard key={`${text.unitId}-${text.textKey}`} text={text} onDecide={shown => onDecide(text, shown)} />
      ))}
      {more > 0 ? (
        <View id="more-texts" className="note soft mt-2">
          还有{more}段微信没能查的文字，别人看得到。看过上面的，再看这些。
        </View>
      ) : null}
    </>
  )
}

function TextCard({ text, onDecide }: { text: TextToLookAt; onDecide: (shown: boolean) => void }) {
  const { textKey, unitName, by, what, state, decision } = text
  const isShown = decision ? decision.shown : state !== 'risky'
  return (
    <View id={`text-${textKey}`} className="card inbox-text">
      <View className="grow">
        <View className="firm">{by ? `${by}写给${unitName}的${what}` : `${unitName}写的${what}`}</View>
        <View className="mt-1 inbox-words">{text.text}</View>
        <View className="note asked mt-1">{state === 'risky' ? '微信认为不妥' : '微信没能查'}</View>
        <View className="note soft">
          {decision
            ? `${decision.signature.name} ${printMoment(decision.signature.at, serverNow())}：${isShown ? '别人可以看' : '别人不能看'}`
            : isShown
              ? '现在别人看得到'
              : `现在别人看不到，写的人看得到`}
        </View>
      </View>
      <View className="inbox-ways">
        <Button id={`show-${textKey}`} short onPress={() => onDecide(true)}>
          让别人看
        </Button>
        <Button id={`hide-${textKey}`} short onPress={() => onDecide(false)}>
          不让看
        </Button>
      </View>
    </View>
  )
}
