import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { printPoints } from '#shared/scoring/points'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { CategoryHeader } from '../../components/category-header/category-header'
import { EmptyState } from '../../components/empty-state/empty-state'
import { ItemRow } from '../../components/item-row/item-row'
import { Segments } from '../../components/segments/segments'
import { submitAddress } from '../own/addresses'
import type { SheetFilter } from '../own/sheet-rows'
import { UnitPage } from '../own/unit-page'
import type { OpenSheet } from '../own/use-own-sheet'
import { filledWords } from '../own/words'
import { useSheetPage } from './use-sheet-page'
import './sheet.css'

/** 目录: every item in the order of the annex, each one a row that says what it has and what it lacks. */
export default function SheetPage() {
  const { own, filter, setFilter, openItem, segments, rows } = useSheetPage()
  return (
    <UnitPage id="sheet" own={own} flush bar={open => <SheetBar open={open} />}>
      {({ picture }) => {
        const shown = rows(picture)
        return (
          <>
            <View className="sheet-segments">
              <Segments segments={segments(picture)} chosen={filter} onChoose={setFilter} />
            </View>
            {shown.map(category => (
              <View key={category.id}>
                <CategoryHeader name={category.name} points={category.points} label="自评" total={category.total} />
                {category.rows.map(row => (
                  <ItemRow key={row.itemId} {...row} onPress={openItem} />
                ))}
              </View>
            ))}
            {shown.length === 0 ? (
              <View className="sheet-empty">
                <EmptyState id="sheet-empty" icon="check" title={emptyWords[filter]} />
              </View>
            ) : null}
          </>
        )
      }}
    </UnitPage>
  )
}

const emptyWords: Record<SheetFilter, string> = {
  all: '评分细则里没有考评内容',
  unfilled: '都填好了',
  asked: '没有要补充的',
  'without-material': '该附资料的都附了',
  'below-full': '每一项都给了满分',
}

function SheetBar({ open }: { open: OpenSheet }) {
  const { picture, sheet } = open
  const { filled, unfilled } = picture.missing
  const above = (
    <>
      <Text id="sheet-filled">{filledWords(filled.length, unfilled.length)}</Text>
      <View>
        自评合计{' '}
        <Text id="sheet-total" className="firm">
          {printPoints(picture.total)}
        </Text>{' '}
        / {printPoints(picture.maximum)}
      </View>
    </>
  )
  return (
    <BottomBar above={above}>
      <PrimaryButton id="go-submit" onPress={() => Taro.navigateTo({ url: submitAddress() })}>
        {sheet.submission ? '看报送情况' : '检查与报送'}
      </PrimaryButton>
    </BottomBar>
  )
}
