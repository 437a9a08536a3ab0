import { View } from '@tarojs/components'
import type { Seen } from '#shared/assessment/assessment'
import { seenNames } from '#shared/scoring/seen'
import { Chip } from '../chip/chip'

interface SeenChipsProps {
  seen: Seen[]
  onChange: (seen: Seen[]) => void
}

/** 看了什么: one or several. Ids `seen-<what>`. */
export function SeenChips({ seen, onChange }: SeenChipsProps) {
  const all: Seen[] = ['phone-materials', 'originals', 'county-records', 'own-knowledge']
  const toggle = (one: Seen) => onChange(seen.includes(one) ? seen.filter(other => other !== one) : [...seen, one])
  return (
    <View className="chips wrap">
      {all.map(one => (
        <Chip key={one} id={`seen-${one}`} worded chosen={seen.includes(one)} onPress={() => toggle(one)}>
          {seenNames[one]}
        </Chip>
      ))}
    </View>
  )
}
