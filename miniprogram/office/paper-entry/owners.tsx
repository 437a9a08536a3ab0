import { View } from '@tarojs/components'
import { Chip } from '../../components/chip/chip'
import type { SheetOwner } from '../paper-sheet/entry'

interface OwnersProps {
  departments: readonly { departmentId: string; name: string }[]
  owner: SheetOwner
  onChoose: (owner: SheetOwner) => void
}

/** Whose sheet is typed: the unit's own, or one department's. Ids `owner-self`, `owner-<departmentId>`. */
export function Owners({ departments, owner, onChoose }: OwnersProps) {
  return (
    <View className="entry-owners">
      <Chip id="owner-self" worded chosen={owner.side === 'self'} onPress={() => onChoose({ side: 'self' })}>
        单位自评
      </Chip>
      {departments.map(({ departmentId, name }) => (
        <Chip
          key={departmentId}
          id={`owner-${departmentId}`}
          worded
          chosen={owner.side === 'review' && owner.departmentId === departmentId}
          onPress={() => onChoose({ side: 'review', departmentId })}
        >
          {name}
        </Chip>
      ))}
    </View>
  )
}
