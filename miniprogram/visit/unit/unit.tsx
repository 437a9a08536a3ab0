import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { printPoints } from '#shared/scoring/points'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { EmptyState } from '../../components/empty-state/empty-state'
import { ListRow } from '../../components/list-row/list-row'
import { Notice } from '../../components/notice/notice'
import { OutboxLine } from '../../components/outbox-line/outbox-line'
import { Page } from '../../components/page/page'
import { Segments } from '../../components/segments/segments'
import { Skeleton } from '../../components/skeleton/skeleton'
import { machineName } from '../../platform/machine-name'
import { itemAddress } from '../own/addresses'
import type { NotedItem } from '../own/noted-items'
import { UnitPictures } from './unit-pictures'
import { useVisitedUnit } from './use-visited-unit'

/** One unit on the visit: every item of every 部室, and who looks at what. */
export default function VisitedUnit() {
  const { place, unit, items, groups, view, setView, look, returns, giveUp, show, problem, lost } = useVisitedUnit()
  if (!unit)
    return (
      <Page id="visited-unit">
        {lost ? (
          <Notice kind="asked" title={`${machineName()}里的考核资料找不到了，您记的都还在。请回上一页再下载。`} />
        ) : (
          <Skeleton rows={4} />
        )}
      </Page>
    )
  const bar = (
    <BottomBar>
      <Button id="show-unit" wide onPress={show}>
        给对方看
      </Button>
    </BottomBar>
  )
  return (
    <Page id="visited-unit" status={<OutboxLine />} bar={bar}>
      <View className="head">{unit.name}</View>
      {problem ? <Notice kind="asked" title={problem} /> : null}
      {unit.handedIn ? null : <Notice kind="calm" title="这个单位还没有报送，只有评分细则，没有自评。" />}
      {returns.map(({ input, taken, problem: refused }) => (
        <Notice key={input.operationId} kind={refused ? 'asked' : 'calm'} title={`限期补充：${input.reason}`}>
          <Text>{refused ? refused.message : taken ? '单位已经能看到' : '有信号后单位就能看到'}</Text>
          {refused ? (
            <View id={`give-up-${input.operationId}`} className="link" onClick={() => giveUp(input.operationId)}>
              不提这一条了
            </View>
          ) : null}
        </Notice>
      ))}
      <Segments
        segments={[
          { key: 'all', text: `全部 ${items.length}` },
          { key: 'mine', text: `我来看 ${items.filter(({ looking }) => looking).length}` },
        ]}
        chosen={view}
        onChoose={setView}
      />
      {groups.length === 0 && view === 'mine' ? (
        <EmptyState id="none-mine" icon="list" title="还没有分工">
          在「全部」里点「我来看」，这一项就列在这里，组里的人也看得到。
        </EmptyState>
      ) : null}
      {groups.map(({ name, items: own }) => (
        <View key={name}>
          <View className="firm mt-3">{name}</View>
          <Card rows>
            {own.map(noted => (
              <ItemLine
                key={noted.item.id}
                noted={noted}
                onOpen={() => Taro.navigateTo({ url: itemAddress(place, unit.unitId, noted.item.id) })}
                onLook={() => look(noted)}
              />
            ))}
          </Card>
        </View>
      ))}
      <UnitPictures unit={{ cycleId: place.cycleId, groupId: place.groupId, unitId: unit.unitId }} />
    </Page>
  )
}

interface ItemLineProps {
  noted: NotedItem
  onOpen: () => void
  onLook: () => void
}

/** One item: what I have suggested, and who looks at it. Ids `item-<number>`, `look-<number>`. */
function ItemLine({ noted: { item, looking, score, others, problem }, onOpen, onLook }: ItemLineProps) {
  const words = [
    ...others.map(name => `${name}在看`),
    ...(score
      ? [`我建议${score.score === null ? (score.notApplicableAgreed ? '同意不涉及' : '…') : printPoints(score.score)}`]
      : []),
    ...(problem ? [problem] : []),
  ]
  return (
    <View className="row">
      <View className="grow">
        <ListRow
          id={`item-${item.number}`}
          below={words.join('　') || `${printPoints(item.points)}分`}
          onPress={onOpen}
        >
          <Text>{`${item.number}．${item.shortName}`}</Text>
        </ListRow>
      </View>
      <Button id={`look-${item.number}`} short light kind={looking ? 'plain' : 'quiet'} onPress={onLook}>
        {looking ? '我在看' : '我来看'}
      </Button>
    </View>
  )
}
