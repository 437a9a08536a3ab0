import { Text, View } from '@tarojs/components'
import type { UploadedAnnex } from '#shared/contract/rubric-contract'
import type { Department } from '#shared/rubric/department'
import type { ImportFinding } from '#shared/rubric-import/rubric-document'
import { Button } from '../../components/button/button'
import { CategoryPane } from './category-pane'
import type { Category, Draft, Edit, Row } from './edits'
import { FindingLines } from './finding-lines'
import { HeadingPane } from './heading-pane'
import { RowPane } from './row-pane'

interface PartPaneProps {
  annex: UploadedAnnex
  draft: Draft
  departments: readonly Department[]
  /** The row with its 项目, or the 项目 alone; neither: the lines above the table. */
  row: { row: Row; category: Category } | null
  category: Category | null
  findings: readonly ImportFinding[]
  onEdit: (edit: Edit) => void
  onRemove: (itemId: string) => void
  onBack: () => void
}

/** What was touched in the table, to be corrected, with what was said of it above. */
export function PartPane(props: PartPaneProps) {
  const { annex, draft, departments, row, category, findings, onEdit, onRemove, onBack } = props
  const number = row ? numberOf(draft, row.row) : 0
  const place = row ? `第${number}项` : category ? `项目“${category.name}”` : '标题'
  return (
    <View id="part-pane" className="rubric-pane">
      <View className="between">
        <Text className="head">{place}</Text>
        <Button id="part-back" short light kind="quiet" icon="back" onPress={onBack}>
          回到清单
        </Button>
      </View>
      {findings.length > 0 ? (
        <View className="card">
          <FindingLines annex={annex} findings={findings} onSeen={({ message }) => onEdit({ kind: 'seen', message })} />
        </View>
      ) : null}
      {row ? (
        <RowPane
          draft={draft}
          category={row.category}
          row={row.row}
          departments={departments}
          onWrite={to => onEdit({ kind: 'row', itemId: row.row.id, was: row.row, to })}
          onMove={({ id }) => onEdit({ kind: 'move', itemId: row.row.id, categoryId: id })}
          onRemove={() => onRemove(row.row.id)}
        />
      ) : category ? (
        <CategoryPane
          category={category}
          onWrite={to => onEdit({ kind: 'category', categoryId: category.id, was: category, to })}
          onAdd={() => onEdit({ kind: 'add', categoryId: category.id })}
        />
      ) : (
        <HeadingPane draft={draft} onWrite={to => onEdit({ kind: 'heading', was: draft, to })} />
      )}
    </View>
  )
}

function numberOf(draft: Draft, row: Row): number {
  return draft.categories.flatMap(({ items }) => items).findIndex(({ id }) => id === row.id) + 1
}
