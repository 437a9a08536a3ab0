import { View } from '@tarojs/components'
import type { Department } from '#shared/rubric/department'
import { Answers } from '../../components/answers/answers'
import { Button } from '../../components/button/button'
import { Chip } from '../../components/chip/chip'
import { ListRow } from '../../components/list-row/list-row'
import { TickBox } from '../../components/tick-box/tick-box'
import type { Category, Draft, Row, RowFields } from './edits'
import { KeptField } from './kept-field'
import { readPoints, scoredBy } from './row-fields'

interface RowPaneProps {
  draft: Draft
  category: Category
  row: Row
  departments: readonly Department[]
  onWrite: (to: RowFields) => void
  onMove: (category: Category) => void
  onRemove: () => void
}

/** One row of the annex: its words, points and department, and our two lines about it. */
export function RowPane({ draft, category, row, departments, onWrite, onMove, onRemove }: RowPaneProps) {
  const faultOfPoints = (text: string) => {
    const read = readPoints(text)
    return 'why' in read ? read.why : null
  }
  const writePoints = (text: string) => {
    const read = readPoints(text)
    if ('points' in read) onWrite({ points: read.points })
  }
  const others = draft.categories.filter(({ id }) => id !== category.id)
  return (
    <View key={row.id} className="card pane-fields">
      <KeptField id="row-text" label="考评内容" value={row.text} long onWrite={text => onWrite({ text })} />
      <KeptField
        id="row-points"
        label="分值"
        kind="points"
        value={row.points === null ? '' : String(row.points)}
        maximum={8}
        faultOf={faultOfPoints}
        onWrite={writePoints}
      />
      <KeptField id="row-basis" label="评分细则" value={row.basis} long onWrite={basis => onWrite({ basis })} />
      <Answers
        name="责任部室"
        id="row-department"
        answers={departments.map(({ id, name }) => ({ key: id, text: name }))}
        chosen={row.department}
        onChoose={id => onWrite(scoredBy(row, id, category, departments))}
      />
      {row.departmentToBeConfirmed ? (
        <ListRow
          id="row-confirmed"
          before={<TickBox on={false} />}
          onPress={() => onWrite({ departmentToBeConfirmed: false })}
        >
          待县总确认：勾上就定下来
        </ListRow>
      ) : null}
      <KeptField
        id="row-short-name"
        label="短名"
        value={row.shortName}
        maximum={20}
        onWrite={shortName => onWrite({ shortName })}
      />
      <KeptField
        id="row-preparation"
        label="怎么准备"
        value={row.preparation}
        long
        placeholder="拍哪张纸；个人的材料哪些不要拍"
        onWrite={preparation => onWrite({ preparation })}
      />
      {others.length > 0 ? (
        <>
          <View className="note soft">挪到别的项目</View>
          <View className="chips wrap">
            {others.map(other => (
              <Chip key={other.id} id={`row-move-${other.id}`} worded chosen={false} onPress={() => onMove(other)}>
                {other.name || '没有名称'}
              </Chip>
            ))}
          </View>
        </>
      ) : null}
      <Button id="row-remove" short light onPress={onRemove}>
        删去这一项
      </Button>
    </View>
  )
}
