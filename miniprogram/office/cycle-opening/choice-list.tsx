import { View } from '@tarojs/components'
import { Chip } from '../../components/chip/chip'
import { optionOf } from './opening'
import type { OpeningWork } from './use-opening'

/** 未写明的规定: what the annexes leave open, with the option that holds unless the office decides otherwise. */
export function ChoiceList({ work: { choices, opening, write } }: { work: OpeningWork }) {
  if (choices.length === 0) return null
  return (
    <View id="opening-choices" className="card">
      <View className="head">未写明的规定</View>
      <View className="note soft">文件没有写明的，按这里定的算；一条对所有附件都一样。</View>
      {choices.map((choice, index) => (
        <View key={choice.name} id={`choice-${index}`} className="mt-3">
          <View>{choice.name}</View>
          <View className="chips wrap mt-1">
            {choice.options.map((option, place) => (
              <Chip
                key={option}
                id={`choice-${index}-${place}`}
                worded
                chosen={optionOf(choice, opening.decided) === option}
                onPress={() => write({ decided: { ...opening.decided, [choice.name]: option } })}
              >
                {option}
              </Chip>
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}
