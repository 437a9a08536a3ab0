import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { memo } from 'react'
import { type Category, type Item, itemsOf, maximumOf, type Rubric } from '#shared/rubric/rubric'
import { printPoints } from '#shared/scoring/points'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { CategoryHeader } from '../../components/category-header/category-header'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Failed } from '../../components/failed/failed'
import { ItemText } from '../../components/item-text/item-text'
import { Page } from '../../components/page/page'
import { Segments } from '../../components/segments/segments'
import { Skeleton } from '../../components/skeleton/skeleton'
import { StatusLine } from '../../components/status-line/status-line'
import { machineName } from '../../platform/machine-name'
import { itemAddress } from '../../unit/own/addresses'
import { placeOfItem, useRubricBrowser } from './use-rubric-browser'
import './rubric.css'

/** What everybody is scored by. Open to all, before any sign-in. */
export default function RubricBrowser() {
  const { status, isStale, cycle, annexes, open, rubric, ownItem, problem, choose, reload } = useRubricBrowser()
  const line = isStale ? <StatusLine kind="no-signal" text={`没信号，看的是${machineName()}里存的`} /> : undefined
  return (
    <Page id="rubric" status={line} bar={ownItem ? <OwnItemBar item={ownItem} /> : null}>
      {annexes.length > 1 ? (
        <View className="rubric-annexes">
          <Segments segments={annexes} chosen={open ?? ''} onChoose={choose} />
        </View>
      ) : null}
      {status === 'loading' ? (
        <View className="mt-3">
          <Skeleton rows={4} />
        </View>
      ) : null}
      {status === 'failed' ? <Failed problem={problem} onRetry={reload} /> : null}
      {status === 'empty' ? (
        <EmptyState id="rubric-empty" icon="book" title="还没有评分细则">
          县总工会定好今年的评分细则后，这里就能看到。
        </EmptyState>
      ) : null}
      {rubric ? (
        <>
          <RubricHead rubric={rubric} basis={cycle?.documentNumber ?? null} />
          {rubric.categories.map(category => (
            <CategoryItems key={category.id} category={category} />
          ))}
        </>
      ) : null}
    </Page>
  )
}

/** From a card of an item to the same item of the own sheet. */
function OwnItemBar({ item }: { item: Item }) {
  return (
    <BottomBar>
      <PrimaryButton id="to-own-item" onPress={() => void Taro.navigateTo({ url: itemAddress(item.id) })}>
        打开本单位第{item.number}项
      </PrimaryButton>
    </BottomBar>
  )
}

function RubricHead({ rubric, basis }: { rubric: Rubric; basis: string | null }) {
  return (
    <View className="rubric-head">
      <View id="rubric-title" className="head">
        {rubric.title}
      </View>
      <View className="row wrap note soft mt-1 rubric-facts">
        <Text>{rubric.audienceAsWritten}</Text>
        <Text className="nowrap">{`${itemsOf(rubric).length}项　${printPoints(maximumOf(rubric))}分`}</Text>
        {basis ? <Text className="nowrap">依据 {basis}</Text> : null}
      </View>
    </View>
  )
}

const CategoryItems = memo(function CategoryItems({ category }: { category: Category }) {
  const departments = category.departmentsAsWritten.join('、')
  return (
    <View className="rubric-category">
      <CategoryHeader name={category.name} points={category.points} />
      {category.items.map(item => (
        <View key={item.id} id={placeOfItem(item.id)} className="rubric-item">
          <ItemText
            item={item}
            category={`第${item.number}项`}
            department={item.departmentToBeConfirmed ? `${departments}　待县总确认` : departments}
          />
        </View>
      ))}
    </View>
  )
})
