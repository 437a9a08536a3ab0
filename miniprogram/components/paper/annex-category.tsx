import { Text, View } from '@tarojs/components'
import { Fragment } from 'react'
import type { FormCategory } from '#shared/results/form-table'
import { categoryLines, departmentLines } from '#shared/results/narrow-lines'

/** One 项目 with its items; its first and last cell are merged over all of them. */
export function AnnexCategory({ category }: { category: FormCategory }) {
  const { name, points, departments, rows } = category
  const merged = { gridRowEnd: `span ${rows.length}` }
  return (
    <View className="form-row">
      <View className="form-cell">
        <View className="form-grid">
          <View className="form-narrow" style={merged}>
            {[...categoryLines(name), points].join('\n')}
          </View>
          {rows.map((row, index) => (
            <Fragment key={row.itemId}>
              <View className="form-words">
                <Content content={row.content} />
              </View>
              <View className="form-words">{row.basis}</View>
              <View className={figureClass(row.self)}>{row.self}</View>
              <View id={`paper-score-${row.itemId}`} className={figureClass(row.score)}>
                {row.score}
              </View>
              {index === 0 ? (
                <View className="form-narrow" style={merged}>
                  {departments.flatMap(department => departmentLines(department)).join('\n')}
                </View>
              ) : null}
            </Fragment>
          ))}
        </View>
      </View>
    </View>
  )
}

/** 考评内容 with its （5分）, which is not torn apart at the end of a line. */
function Content({ content }: { content: string }) {
  const start = content.lastIndexOf('（')
  return (
    <View>
      {content.slice(0, start)}
      <Text className="form-points">{content.slice(start)}</Text>
    </View>
  )
}

/** 不涉及 is a word in a column made for figures: set smaller, so that it stands free of the rules. */
function figureClass(printed: string): string {
  return printed === '不涉及' ? 'form-small' : ''
}
