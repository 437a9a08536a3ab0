import { Text, View } from '@tarojs/components'
import type { KeptRecord } from '#shared/contract/record-contract'
import { printNumber } from '#shared/rules/amount'
import type { TableImport } from '../backend/use-table-import'
import { ImportPanel } from '../components/import-panel/import-panel'
import { printDate } from '../components/record-trail/entry-lines'

interface RecordImportProps {
  record: KeptRecord
  importing: TableImport<'record.preview'>
}

/** What an Excel file would add. */
export function RecordImport({ record, importing }: RecordImportProps) {
  const { busy, preview, problem, done, choose, apply, close } = importing
  const entries = preview?.entries ?? []
  const more = (preview?.count ?? 0) - entries.length
  return (
    <ImportPanel
      busy={busy}
      fileName={preview?.fileName ?? null}
      faults={preview?.problems ?? []}
      problem={problem}
      done={done}
      summary={preview ? `${record.name}：${preview.units}个单位、${preview.count}条` : ''}
      nothing={preview?.count === 0}
      onChoose={choose}
      onApply={apply}
      onClose={close}
    >
      {entries.map(({ unitId, unitName, what, date, level, count }) => (
        <View key={[unitId, date, what, level, count].join(':')} className="import-row">
          <View className="import-what">
            <View>{unitName}</View>
            <View className="note soft">{[printDate(date), what, level].filter(Boolean).join('　')}</View>
          </View>
          <Text className="import-change firm">
            {printNumber(count)}
            {record.unit}
          </Text>
        </View>
      ))}
      {more > 0 ? <View className="import-row soft">还有{more}条，导入时一起记</View> : null}
    </ImportPanel>
  )
}
