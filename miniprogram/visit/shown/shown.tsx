import { View } from '@tarojs/components'
import { printDay } from '#shared/cycle/beijing-time'
import { seenNames } from '#shared/scoring/seen'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { ListRow } from '../../components/list-row/list-row'
import { Page } from '../../components/page/page'
import { useShown } from './use-shown'

/** 给对方看: what was looked at and what is to be supplied, never a score. */
export default function ShownToUnit() {
  const { unit, groupName, shown, leave } = useShown()
  const bar = (
    <BottomBar>
      <Button id="take-back" wide light onPress={leave}>
        考核组收回手机
      </Button>
    </BottomBar>
  )
  return (
    <Page id="shown" bar={bar}>
      <View className="head mt-3">{unit?.name ?? ''}</View>
      <View className="note soft mt-1">{groupName}　实地考核</View>
      <View className="firm mt-3">请补充</View>
      {shown.toSupply.length === 0 ? <View className="soft">没有要补充的</View> : null}
      {shown.toSupply.length > 0 ? (
        <Card rows>
          {shown.toSupply.map(({ number, reason, until }) => (
            <ListRow key={number} id={`supply-${number}`} below={`${printDay(until)}前补交`}>
              {`第${number}项　${reason}`}
            </ListRow>
          ))}
        </Card>
      ) : null}
      <View className="firm mt-3">看过的考评内容</View>
      {shown.looked.length === 0 ? <View className="soft">还没有记</View> : null}
      {shown.looked.length > 0 ? (
        <Card rows>
          {shown.looked.map(({ number, text, seen }) => (
            <ListRow key={number} id={`looked-${number}`} below={seen.map(what => seenNames[what]).join('，')}>
              {`${number}．${text}`}
            </ListRow>
          ))}
        </Card>
      ) : null}
    </Page>
  )
}
