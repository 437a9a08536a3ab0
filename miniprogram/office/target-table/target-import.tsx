import { Text, View } from '@tarojs/components'
import type { TargetTable } from '#shared/contract/target-contract'
import type { TableImport } from '../../backend/use-table-import'
import { ImportPanel } from '../../components/import-panel/import-panel'
import { printCount } from './target-words'
import { targetKey } from './typed-targets'

interface TargetImportProps {
  table: TargetTable
  importing: TableImport<'target.preview'>
}

/** What an Excel file would change: every cell with what stands there and what would. */
export function TargetImport({ table, importing }: TargetImportProps) {
  const { busy, preview, problem, done, choose, apply, close } = importing
  const unitNames = new Map(table.units.map(({ unitId, name }) => [unitId, name]))
  const measureNames = new Map(table.measures.map(({ measure, name }) => [measure, name]))
  const cells = preview?.cells ?? []
  const more = (preview?.changes ?? 0) - cells.length
  return (
    <ImportPanel
      busy={busy}
      fileName={preview?.fileName ?? null}
      faults={preview?.problems ?? []}
      problem={problem}
      done={done}
      summary={preview ? `表里${preview.units}个单位，${preview.changes}格要改` : ''}
      nothing={preview?.changes === 0}
      onChoose={choose}
      onApply={apply}
      onClose={close}
    >
      {cells.map(cell => (
        <View key={targetKey(cell)} className="import-row">
          <View className="import-what">
            <View>{unitNames.get(cell.unitId)}</View>
            <View className="note soft">{measureNames.get(cell.measure)}</View>
          </View>
          <View className="import-change">
            <Text className="soft">{printCount(cell.from) || '空'} → </Text>
            <Text className="firm">{printCount(cell.to) || '空'}</Text>
          </View>
        </View>
      ))}
      {more > 0 ? <View className="import-row soft">还有{more}格，导入时一起改</View> : null}
    </ImportPanel>
  )
}
