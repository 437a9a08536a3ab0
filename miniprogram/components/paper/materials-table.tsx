import { View } from '@tarojs/components'
import type { MaterialsList, MaterialsRow } from '#shared/results/form-table'
import { SignatureLine } from './signature-line'
import './annex-table.css'

const headings = ['项', '考评内容', '资料名称', '文号', '日期', '原件在哪里', '页数']

/** 资料目录 as it is printed: what lies in the unit's folder, item by item. */
export function MaterialsTable({ list }: { list: MaterialsList }) {
  return (
    <View>
      <View className="paper-title">{list.title}</View>
      <View className="paper-whose">
        <View>单位：{list.unitName}</View>
        <View>{list.year}</View>
      </View>
      <View className="form-table">
        <View className="form-group repeated">
          <View className="form-row">
            <View className="form-cell">
              <View className="form-grid materials form-heading">
                {headings.map(heading => (
                  <View key={heading}>{heading}</View>
                ))}
              </View>
            </View>
          </View>
        </View>
        <View className="form-group">
          {groupsOf(list.rows).map(rows => (
            <View key={`${rows[0]?.number}-${rows[0]?.name}`} className="form-row">
              <View className="form-cell">
                <View className="form-grid materials">
                  {rows.map((row, index) => (
                    <MaterialsCells
                      key={`${row.name}-${row.whereabouts}`}
                      row={row}
                      rows={index === 0 ? rows.length : 0}
                    />
                  ))}
                </View>
              </View>
            </View>
          ))}
        </View>
      </View>
      <SignatureLine />
    </View>
  )
}

/** One material; the first of an item also carries the item's cells, merged over all `rows` of it. */
function MaterialsCells({ row, rows }: { row: MaterialsRow; rows: number }) {
  const merged = { gridRowEnd: `span ${rows}` }
  return (
    <>
      {rows > 0 ? <View style={merged}>{row.number}</View> : null}
      {rows > 0 ? (
        <View className="form-words" style={merged}>
          {row.shortName}
        </View>
      ) : null}
      <View className="form-words">{row.name}</View>
      <View className="form-words">{row.documentNumber}</View>
      <View>{row.date}</View>
      <View className="form-words">{row.whereabouts}</View>
      <View>{row.files}</View>
    </>
  )
}

/** Neighbouring rows of the same item; materials that are not sorted yet stand one by one. */
function groupsOf(rows: readonly MaterialsRow[]): MaterialsRow[][] {
  const groups: MaterialsRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0] && row.number !== null && last[0].number === row.number) last.push(row)
    else groups.push([row])
  }
  return groups
}
