import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { printDay } from '#shared/cycle/beijing-time'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Icon } from '../../components/icon/icon'
import { ListRow } from '../../components/list-row/list-row'
import { Notice } from '../../components/notice/notice'
import { fillersAddress, itemAddress } from '../../unit/own/addresses'
import { UnitPage } from '../../unit/own/unit-page'
import { type OpenSheet, type OwnSheet, useOwnSheet } from '../../unit/own/use-own-sheet'
import { askerWords } from '../../unit/own/words'
import { ChairHome } from './chair-home'
import { HomeFoot, HomeHead, Tiles, type TypeSize } from './home-parts'
import { nextStep, UnitBar } from './unit-bar'
import { UnitCard } from './unit-card'
import { headNote } from './unit-words'
import { UnreadCard } from './unread-card'

/** A unit's home: what somebody waits for first, then what is missing, then the one thing that comes next. */
export function UnitHome({ type, onChangePost }: { type: TypeSize; onChangePost?: () => void }) {
  const own = useOwnSheet()
  useDidShow(() => void own.reload())
  return (
    <UnitPage id="home-unit" own={own} large={type.large} bar={open => unitBar(own, open)}>
      {open => (
        <>
          <HomeHead title={open.sheet.unit.name} note={headNote(open)} type={type} />
          <Supplements open={open} />
          <UnreadCard />
          {nextStep(open) === 'approve' ? <ChairHome open={open} /> : <UnitCard open={open} own={own} />}
          {nextStep(open) === 'approve' ? null : <Tiles tiles={tiles} />}
          {open.post.role === 'chair' ? <FillersWay /> : null}
          <View className="mt-1">
            <HomeFoot onChangePost={onChangePost} />
          </View>
        </>
      )}
    </UnitPage>
  )
}

const unitBar = (own: OwnSheet, open: OpenSheet) =>
  nextStep(open) === 'nothing' ? null : <UnitBar open={open} onSentBack={own.reload} />

const tiles = [
  { id: 'tile-sheet', icon: 'list', text: '目录', url: '/unit/sheet/sheet' },
  { id: 'tile-folder', icon: 'folder', text: '资料夹', url: '/unit/folder/folder' },
  { id: 'tile-form', icon: 'printer', text: '自评表', url: '/unit/form/form' },
  { id: 'tile-rubric', icon: 'book', text: '评分细则', url: '/pages/rubric/rubric' },
] as const

/** Whom the chair has fill in; nobody else gives or ends that post in the unit. */
function FillersWay() {
  return (
    <View className="mt-3">
      <Card rows>
        <ListRow
          id="fillers-way"
          before={<Icon name="people" />}
          arrow
          onPress={() => Taro.navigateTo({ url: fillersAddress() })}
        >
          填报人
        </ListRow>
      </Card>
    </View>
  )
}

/** 请补充 stands above all else, each with the way to it. */
function Supplements({ open }: { open: OpenSheet }) {
  const { sheet, rubric, picture } = open
  return (
    <>
      {sheet.stage === 'filling' && sheet.sentBackNote !== null ? (
        <Notice id="sent-back" kind="asked" icon="return" title="主席退回，请改好再送">
          <View className="mt-1">{sheet.sentBackNote || '没有写退回说明，请问主席。'}</View>
        </Notice>
      ) : null}
      {picture.missing.supplementsOpen.map(item => {
        const supplement = sheet.items[item.id]?.supplement
        return supplement ? (
          <Notice
            key={item.id}
            id={`supplement-${item.number}`}
            kind="asked"
            icon="return"
            title={`${askerWords(rubric, item, supplement)}请您补充第${item.number}项`}
          >
            <View className="mt-1">{supplement.reason}</View>
            <View className="between mt-2">
              <View>{printDay(supplement.until)}前补交</View>
              <Button
                id={`go-supplement-${item.number}`}
                kind="asked"
                short
                onPress={() => Taro.navigateTo({ url: itemAddress(item.id) })}
              >
                去补交
              </Button>
            </View>
          </Notice>
        ) : null
      })}
    </>
  )
}
