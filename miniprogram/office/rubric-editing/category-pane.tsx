import { Text, View } from '@tarojs/components'
import { Button } from '../../components/button/button'
import type { Category, CategoryFields } from './edits'
import { KeptField } from './kept-field'
import { sumInWords } from './places-of-findings'
import { readDepartments, readPoints } from './row-fields'

interface CategoryPaneProps {
  category: Category
  onWrite: (to: CategoryFields) => void
  onAdd: () => void
}

/** One 项目: its name, its points beside what its rows make, and its departments as written. */
export function CategoryPane({ category, onWrite, onAdd }: CategoryPaneProps) {
  const { name, points, departmentsAsWritten } = category
  const sum = sumInWords(category)
  return (
    <View key={category.id} className="card pane-fields">
      <KeptField id="category-name" label="项目" value={name} maximum={40} onWrite={text => onWrite({ name: text })} />
      <KeptField
        id="category-points"
        label="分值"
        kind="points"
        value={points === null ? '' : String(points)}
        maximum={8}
        faultOf={text => {
          const read = readPoints(text)
          return 'why' in read ? read.why : null
        }}
        onWrite={text => {
          const read = readPoints(text)
          if ('points' in read) onWrite({ points: read.points })
        }}
      />
      <Text id="category-sum" className={sum.isRight ? 'note soft' : 'note asked firm'}>
        {sum.text}
      </Text>
      <KeptField
        id="category-departments"
        label="责任部室写法"
        value={departmentsAsWritten.join('、')}
        onWrite={text => onWrite({ departmentsAsWritten: readDepartments(text) })}
      />
      <Button id="category-add" short light icon="plus" onPress={onAdd}>
        在后面加一项
      </Button>
    </View>
  )
}
