import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button, PrimaryButton } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Segments } from '../../components/segments/segments'
import { Skeleton } from '../../components/skeleton/skeleton'
import { UnitPage } from '../own/unit-page'
import { PictureStage } from './picture-stage'
import { type Adjust, useAdjust } from './use-adjust'
import './adjust.css'

const edges = [
  { edge: 'top', text: '裁上边' },
  { edge: 'bottom', text: '裁下边' },
  { edge: 'left', text: '裁左边' },
  { edge: 'right', text: '裁右边' },
] as const

/** A page that was photographed askew is turned, and what is not paper taken away, by buttons a thumb cannot miss. */
export default function AdjustPage() {
  const adjust = useAdjust()
  const { own, page, pages, place } = adjust
  const segments = Array.from({ length: pages }, (_, at) => ({ key: String(at), text: `第${at + 1}页` }))
  return (
    <UnitPage id="adjust" own={own} bar={() => <AdjustBar adjust={adjust} />}>
      {() => (
        <View>
          {pages > 1 ? (
            <View className="mt-2">
              <Segments segments={segments} chosen={String(place)} onChoose={key => adjust.choosePlace(Number(key))} />
            </View>
          ) : null}
          {page === undefined ? <Skeleton rows={4} /> : null}
          {page === null ? (
            <View className="mt-2">
              <EmptyState id="adjust-missing" icon="no-signal" title="这一页现在打不开">
                已经传上去的页，要有信号才能改。原来的那页还在。
              </EmptyState>
            </View>
          ) : null}
          {page ? <Tools adjust={adjust} address={page.address} /> : null}
        </View>
      )}
    </UnitPage>
  )
}

function Tools({ adjust, address }: { adjust: Adjust; address: string }) {
  return (
    <View>
      <PictureStage key={address} address={address} adjustment={adjust.adjustment} />
      <View className="adjust-tools edges">
        {edges.map(({ edge, text }) => (
          <Button key={edge} id={`trim-${edge}`} short wide light onPress={() => adjust.trim(edge)}>
            {text}
          </Button>
        ))}
      </View>
      <View className="adjust-tools">
        <Button id="turn-left" short wide light onPress={() => adjust.turn('left')}>
          左转
        </Button>
        <Button id="turn-right" short wide light onPress={() => adjust.turn('right')}>
          右转
        </Button>
        <Button id="adjust-undo" short wide light disabled={!adjust.canUndo} onPress={adjust.undo}>
          退一步
        </Button>
      </View>
    </View>
  )
}

function AdjustBar({ adjust }: { adjust: Adjust }) {
  return (
    <BottomBar>
      <Button id="adjust-leave" onPress={() => Taro.navigateBack()}>
        不改了
      </Button>
      <PrimaryButton
        id="adjust-save"
        busy={adjust.isSaving}
        disabled={!adjust.canUndo || !adjust.page}
        onPress={adjust.save}
      >
        存下
      </PrimaryButton>
    </BottomBar>
  )
}
