import { View } from '@tarojs/components'
import './segments.css'

interface SegmentsProps<Key extends string> {
  /** Two to four; a count stands in the words: 「没填 7」. Each has the id `segment-<key>`. */
  segments: { key: Key; text: string }[]
  chosen: Key
  onChoose: (key: Key) => void
}

/** Which part of a list is shown. */
export function Segments<Key extends string>({ segments, chosen, onChoose }: SegmentsProps<Key>) {
  return (
    <View className="segments">
      {segments.map(({ key, text }) => (
        <View
          key={key}
          id={`segment-${key}`}
          className={key === chosen ? 'segment here' : 'segment'}
          onClick={() => onChoose(key)}
        >
          {text}
        </View>
      ))}
    </View>
  )
}
