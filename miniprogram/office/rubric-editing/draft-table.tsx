import { Text, View } from '@tarojs/components'
import { Fragment } from 'react'
import { departmentLines, headingLines } from '#shared/results/narrow-lines'
import type { ImportFinding } from '#shared/rubric-import/rubric-document'
import { sumOf } from '#shared/rubric-import/sum-of'
import type { Category, Draft } from './edits'
import { type AnnexPart, partKey, sumInWords } from './places-of-findings'
import '../../components/paper/annex-table.css'
import './draft-table.css'

interface DraftTableProps {
  draft: Draft
  marks: ReadonlyMap<string, ImportFinding['weight']>
  chosen: AnnexPart | null
  onChoose: (part: AnnexPart) => void
}

/** The annex as it was understood, in the shape of the paper; each row, 项目 and the lines above can be touched. */
export function DraftTable({ draft, marks, chosen, onChoose }: DraftTableProps) {
  const { annex, title, audienceAsWritten, columns, categories } = draft
  const chosenKey = chosen ? partKey(chosen) : ''
  const total = sumOf(categories.flatMap(({ items }) => items))
  let number = 0
  return (
    <View className="draft">
      <View
        id="draft-heading"
        className={chosenKey === 'heading' ? 'draft-heading chosen' : 'draft-heading'}
        onClick={() => onChoose({ kind: 'heading' })}
      >
        <View className="paper-annex">
          {annex || '没有附件号'} <Flag weight={marks.get('heading')} />
        </View>
        <View className="paper-title">{title || '没有标题'}</View>
        <View className="paper-audience">（{audienceAsWritten}）</View>
      </View>
      <View className="form-grid draft-grid form-heading">
        {columns.map((column, place) => (
          <View key={column} className={place === 1 ? 'form-spaced' : ''}>
            {headingLines(column).join('\n')}
          </View>
        ))}
      </View>
      {categories.map(category => (
        <View key={category.id} className="form-grid draft-grid">
          <CategoryCell category={category} chosen={chosenKey} marks={marks} onChoose={onChoose} />
          {category.items.map((row, index) => {
            number += 1
            const part = { kind: 'row', id: row.id } as const
            const state = chosenKey === partKey(part) ? ' chosen' : ''
            const pressed = () => row.id !== '' && onChoose(part)
            return (
              <Fragment key={row.id || `new-${index}`}>
                <View id={`draft-row-${row.id}`} className={`form-words draft-cell${state}`} onClick={pressed}>
                  <View>
                    <Flag weight={marks.get(partKey(part))} />
                    <Text className="soft">{number}　</Text>
                    {row.text || '还没有写考评内容'}
                    <Text className="form-points">（{row.points ?? '？'}分）</Text>
                  </View>
                </View>
                <View className={`form-words draft-cell${state}`} onClick={pressed}>
                  {row.basis}
                </View>
                <View className={state.trim()} />
                <View className={state.trim()} />
                {index === 0 ? (
                  <View style={{ gridRowEnd: `span ${category.items.length}` }}>
                    {category.departmentsAsWritten.flatMap(name => departmentLines(name)).join('\n')}
                  </View>
                ) : null}
              </Fragment>
            )
          })}
        </View>
      ))}
      <View id="draft-total" className="draft-total">
        合计　{number}项，{total}分
      </View>
    </View>
  )
}

interface CategoryCellProps {
  category: Category
  chosen: string
  marks: ReadonlyMap<string, ImportFinding['weight']>
  onChoose: (part: AnnexPart) => void
}

/** 项目 with its points, and what its rows make where that is something else. */
function CategoryCell({ category, chosen, marks, onChoose }: CategoryCellProps) {
  const { id, name, points, items } = category
  const part = { kind: 'category', id } as const
  const sum = sumInWords(category)
  return (
    <View
      id={`draft-category-${id}`}
      className={chosen === partKey(part) ? 'draft-cell chosen' : 'draft-cell'}
      style={{ gridRowEnd: `span ${Math.max(items.length, 1)}` }}
      onClick={() => onChoose(part)}
    >
      <View>
        <View>{name || '没有名称'}</View>
        <View>{points ?? '？'}分</View>
        {sum.isRight ? null : <View className="note asked">{sum.text}</View>}
        <Flag weight={marks.get(partKey(part))} />
      </View>
    </View>
  )
}

/** A word where a person has to look. */
function Flag({ weight }: { weight: ImportFinding['weight'] | undefined }) {
  if (weight === 'must') return <Text className="draft-flag asked">要定</Text>
  return weight === 'look' ? <Text className="draft-flag">看一看</Text> : null
}
