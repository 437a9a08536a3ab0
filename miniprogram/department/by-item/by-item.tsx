import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button, PrimaryButton } from '../../components/button/button'
import { Notice } from '../../components/notice/notice'
import { Page } from '../../components/page/page'
import { ItemWords, JointItem } from '../../components/scoring/item-words'
import { queueAddress } from '../scoring/addresses'
import { countDecided } from '../scoring/by-item'
import { DepartmentFrame } from '../scoring/department-frame'
import { DraftStatus } from '../scoring/draft-status'
import { NotThereYet } from '../scoring/not-there-yet'
import { wordsOf } from '../scoring/review-bar'
import { UnequalReasons } from '../scoring/unequal-reasons'
import { UnitOfItem } from '../scoring/unit-of-item'
import { useByItem } from './use-by-item'
import './by-item.css'

const changeItem = () => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.redirectTo({ url: queueAddress('items') })
}

/** One item, every unit in the county's order: fair because all are seen side by side. */
export default function ByItemPage() {
  const { byItem, item, category, units, open, step, problem, notice, ...page } = useByItem()
  if (!byItem || !item)
    return (
      <DepartmentFrame here="items">
        <Page id="by-item">
          <View className="by-item-empty">
            <NotThereYet status={page.status} problem={page.failure} onAgain={page.reload} />
          </View>
        </Page>
      </DepartmentFrame>
    )
  const { decided, left } = countDecided(units)
  const mine = units.every(unit => unit.mine)
  const mayDraft = mine && byItem.abilities['review.draft'] === true
  const decides =
    mine && byItem.abilities['review.decide'] === true && open !== null && open.standing.kind !== 'decided'
  const bar = (
    <BottomBar>
      <Button id="change-item" wide={!decides} onPress={changeItem}>
        换一项
      </Button>
      {decides ? (
        <PrimaryButton id="decide" busy={page.isBusy} disabled={problem !== null} onPress={page.decide}>
          {page.isBusy ? '正在定分' : `${open.name} ${wordsOf(open.standing.score)}`}
        </PrimaryButton>
      ) : null}
    </BottomBar>
  )
  const status = <DraftStatus isStale={page.isStale} hasDraft={open?.standing.kind === 'draft'} />
  const title = `第${item.number}项　各单位`
  return (
    <DepartmentFrame here="items" title={title}>
      <Page id="by-item" heading={title} flush status={status} bar={bar}>
        <View className="by-item-head">
          <ItemWords item={item} category={category} />
          <JointItem mine={mine} toBeConfirmed={item.departmentToBeConfirmed} />
          <UnequalReasons unequal={byItem.unequal} />
          {notice ? <Notice id="notice" kind="asked" title={notice} /> : null}
        </View>
        <View className="by-item-columns">
          <Text className="grow">
            定分 {decided}家，还有{left}家
          </Text>
          <View className="by-item-self">自评</View>
          <View className="by-item-score">部室评分</View>
        </View>
        {units.map(unit => (
          <UnitOfItem
            key={unit.unitId}
            unit={unit}
            item={item}
            step={step}
            phrases={byItem.phrases}
            isOpen={unit === open}
            mayDraft={mayDraft}
            mayDecide={byItem.abilities['review.decide'] === true}
            problem={unit === open ? (problem?.message ?? null) : null}
            onOpen={page.choose}
            onChange={page.type}
          />
        ))}
      </Page>
    </DepartmentFrame>
  )
}
