import { View } from '@tarojs/components'
import { Chip } from '../chip/chip'

interface AnswersProps<Key extends string> {
  /** What is asked, in the small words above. */
  name?: string
  /** Each answer is `id` and its key. */
  id: string
  answers: readonly { key: Key; text: string }[]
  chosen: Key | null
  onChoose: (key: Key) => void
}

/** One of a few answers in words, all in sight. */
export function Answers<Key extends string>({ name, id, answers, chosen, onChoose }: AnswersProps<Key>) {
  return (
    <View>
      {name ? <View className="note soft">{name}</View> : null}
      <View className="chips wrap mt-1">
        {answers.map(({ key, text }) => (
          <Chip key={key} id={`${id}-${key}`} worded chosen={key === chosen} onPress={() => onChoose(key)}>
            {text}
          </Chip>
        ))}
      </View>
    </View>
  )
}
