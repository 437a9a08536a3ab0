import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button, PrimaryButton } from '../../components/button/button'
import { ItemText } from '../../components/item-text/item-text'
import { sheetAddress } from '../own/addresses'
import { UnitPage } from '../own/unit-page'
import { placeWords, scoredByWords } from '../own/words'
import { Conflict, ConflictBar, GivenUp } from './conflict'
import { FillingCard } from './filling-card'
import { ItemNotices } from './item-notices'
import { RecordCard } from './record-card'
import { ReleasedCard } from './released-card'
import { useConflict } from './use-conflict'
import { type OpenItem, useItem } from './use-item'
import './item.css'

/** One item a screen: its words, its score, its remark, its pages; its neighbours under the thumb. */
export default function ItemPage() {
  const { own, open, filling, lastYear, goTo } = useItem()
  const conflict = useConflict(open)
  const isTorn = open?.shown.trouble?.kind === 'conflict'
  return (
    <UnitPage
      id="item"
      own={own}
      bar={() => (open ? isTorn ? <ConflictBar conflict={conflict} /> : <ItemBar open={open} goTo={goTo} /> : null)}
    >
      {() => {
        if (!open) return null
        if (isTorn) return <Conflict open={open} conflict={conflict} />
        return (
          <View key={open.item.id}>
            <GivenUp conflict={conflict} />
            <ItemNotices open={open} keepNow={filling.keepNow} />
            <ItemText
              item={open.item}
              category={placeWords(open.rubric, open.item)}
              department={scoredByWords(open.rubric, open.item)}
            />
            <RecordCard open={open} />
            {open.shown.released ? <ReleasedCard open={open} released={open.shown.released} /> : null}
            <FillingCard open={open} filling={filling} lastYear={lastYear} />
          </View>
        )
      }}
    </UnitPage>
  )
}

/** 上一项 · 目录 · 下一项; after the last item the 目录 is what comes next. */
function ItemBar({ open, goTo }: { open: OpenItem; goTo: (item: OpenItem['item']) => void }) {
  const { previous, next } = open
  const isDone = open.canFill && open.picture.missing.unfilled.length === 0
  // The 目录 this page was opened from, or a new one where home led straight here.
  const toSheet = () => {
    const pages = Taro.getCurrentPages()
    const before = pages[pages.length - 2]
    if (before?.route?.includes('unit/sheet')) Taro.navigateBack()
    else Taro.redirectTo({ url: sheetAddress() })
  }
  return (
    <BottomBar>
      <Button id="previous-item" disabled={!previous} onPress={previous ? () => goTo(previous) : undefined}>
        上一项
      </Button>
      <Button id="to-sheet" light onPress={toSheet}>
        目录
      </Button>
      <PrimaryButton id="next-item" onPress={next ? () => goTo(next) : toSheet}>
        {next ? '下一项' : isDone ? '填完了，看目录' : '看目录'}
      </PrimaryButton>
    </BottomBar>
  )
}
