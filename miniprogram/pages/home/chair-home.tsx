import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { printMoment } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { Card } from '../../components/card/card'
import { ListRow } from '../../components/list-row/list-row'
import { Mark } from '../../components/mark/mark'
import { ScoreFigure } from '../../components/score-figure/score-figure'
import { itemAddress, sheetAddress } from '../../unit/own/addresses'
import type { OpenSheet } from '../../unit/own/use-own-sheet'

/** The chair's turn: the sub-totals as a set table, and three ways to look before 同意报送. */
export function ChairHome({ open }: { open: OpenSheet }) {
  const { sheet, picture, rubric } = open
  const { sentToChair } = sheet
  const first = rubric.categories[0]?.items[0]
  const go = (url: string) => () => Taro.navigateTo({ url })
  return (
    <>
      <Card id="chair-card">
        <View className="between wrap gap-2">
          <Mark kind="solid">待主席审核</Mark>
          {sentToChair ? <Text className="note soft">{printMoment(sentToChair.at, serverNow())} 送来</Text> : null}
        </View>
        <View id="unit-state" className="lead firm mt-2">
          {sentToChair?.name ?? '填报人'}已填好，请您看一遍
        </View>
        <View className="rule" />
        {picture.categories.map(category => (
          <View key={category.id} className="list-row figures">
            <View className="grow">{category.name}</View>
            <View className="note soft home-count">{category.rows.length}项</View>
            <View className="home-figure">
              <ScoreFigure score={category.total} maximum={category.points} />
            </View>
          </View>
        ))}
        <View className="between home-total">
          <Text className="firm">自评合计</Text>
          <ScoreFigure id="self-total" score={picture.total} maximum={picture.maximum} />
        </View>
      </Card>
      <Card rows>
        <ListRow
          id="look-all"
          firm
          arrow
          after={`${picture.missing.filled.length}项`}
          onPress={first ? go(itemAddress(first.id)) : undefined}
        >
          从第1项看起
        </ListRow>
        <ListRow
          id="look-below-full"
          arrow
          after={`${picture.belowFull.length}项`}
          onPress={go(sheetAddress('below-full'))}
        >
          没给满分的
        </ListRow>
        <ListRow
          id="look-without-material"
          arrow
          after={`${picture.missing.withoutMaterial.length}项`}
          onPress={go(sheetAddress('without-material'))}
        >
          没附资料的（不影响报送）
        </ListRow>
      </Card>
    </>
  )
}
