import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { printMoment } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { Button, PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { ListRow } from '../../components/list-row/list-row'
import { Mark } from '../../components/mark/mark'
import { Notice } from '../../components/notice/notice'
import { OutboxLine } from '../../components/outbox-line/outbox-line'
import { Page } from '../../components/page/page'
import { UnitState } from '../../components/unit-state/unit-state'
import { machineName } from '../../platform/machine-name'
import { unitAddress } from '../own/addresses'
import { dayInWords, sizeInWords } from '../own/words'
import { useDay } from './use-day'

/** The units of the day, and whether all of it is on this phone. */
export default function Day() {
  const day = useDay()
  const { place, pack, kept, offered, progress, problem, isReady } = day
  return (
    <Page id="visit-day" status={<OutboxLine />}>
      <View className="head">{pack ? `${pack.groupName}　${dayInWords(pack.date)}` : dayInWords(place.date)}</View>
      {pack ? <View className="note soft mt-1">{pack.members.join('、')}</View> : null}
      {problem ? (
        <Notice id="visit-problem" kind="asked" title={problem.message}>
          {kept ? '已经下载的还在，再点一次接着下载。' : null}
        </Notice>
      ) : null}
      {day.lost ? (
        <Notice kind="asked" title={`${machineName()}里的考核资料找不到了，您记的都还在。请再下载一次。`} />
      ) : null}
      <Card id="visit-pack">
        {isReady && kept ? (
          <View id="visit-ready">
            <Mark kind="done" icon="check">
              可以离线了
            </Mark>
            <View className="note soft mt-1">
              {`${printMoment(kept.made.takenAt, serverNow())}的资料${day.isOld ? '，过了一天，建议更新' : ''}`}
            </View>
          </View>
        ) : (
          <View>没信号的地方也要用，请先下载。</View>
        )}
        {offered ? (
          <View id="visit-size" className="mt-2">
            {sizeInWords(offered)}
          </View>
        ) : null}
        {progress ? (
          <View id="visit-progress" className="note mt-2">{`正在下载缩略图 ${progress.done}/${progress.of}`}</View>
        ) : null}
        <View className="mt-2">
          {offered || (kept && !kept.isWhole) ? (
            <PrimaryButton id="visit-download" busy={day.isBusy} onPress={day.download}>
              {day.isBusy ? '正在下载' : offered ? '下载' : '接着下载'}
            </PrimaryButton>
          ) : isReady ? (
            <Button id="visit-look" busy={day.isBusy} wide onPress={day.look}>
              更新
            </Button>
          ) : (
            <PrimaryButton id="visit-look" busy={day.isBusy} onPress={day.look}>
              看看有多大
            </PrimaryButton>
          )}
        </View>
      </Card>
      {pack ? (
        <Card rows>
          {pack.units.map(unit => {
            const count = day.countOf(unit.unitId, day.noted(unit.unitId))
            return (
              <ListRow
                key={unit.unitId}
                id={`unit-${unit.unitId}`}
                arrow
                below={count > 0 ? `我记了${count}项` : unit.handedIn ? '还没记' : '还没有报送，报送后更新'}
                after={<UnitState state={unit.state} />}
                onPress={() => Taro.navigateTo({ url: unitAddress(place, unit.unitId) })}
              >
                {unit.name}
              </ListRow>
            )
          })}
        </Card>
      ) : null}
    </Page>
  )
}
