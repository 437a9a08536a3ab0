import { View } from '@tarojs/components'
import { Answers } from '../../components/answers/answers'
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
          <Answers
            id={`choice-${index}`}
            answers={choice.options.map((text, place) => ({ key: String(place), text }))}
            chosen={String(choice.options.indexOf(optionOf(choice, opening.decided) ?? ''))}
            onChoose={place => {
              const option = choice.options[Number(place)]
              if (option !== undefined) write({ decided: { ...opening.decided, [choice.name]: option } })
            }}
          />
        </View>
      ))}
    </View>
  )
}
