import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReviewQueue } from '#shared/contract/review-contract'
import type { Audience } from '#shared/rubric/rubric'
import { signOut } from '../../backend/identity'
import { Button } from '../../components/button/button'
import { Segments } from '../../components/segments/segments'
import { TopBar } from '../../components/top-bar/top-bar'
import { printer } from '../../platform/printer'
import { queueAddress } from '../scoring/addresses'
import { audienceNames } from '../scoring/audiences'
import type { OwnDepartment } from '../scoring/use-department'
import './grid-tools.css'

type Place = 'grid' | 'units' | 'items'

const places: { key: Place; text: string }[] = [
  { key: 'grid', text: '录分表' },
  { key: 'units', text: '按单位' },
  { key: 'items', text: '按项' },
]

/** The PC's head over the grid. */
export function GridHead({ department, title }: { department: OwnDepartment | null; title: string }) {
  const go = (place: Place) => {
    if (place !== 'grid') void Taro.navigateTo({ url: queueAddress(place) })
  }
  const leave = async () => {
    await signOut()
    void Taro.reLaunch({ url: '/pages/home/home' })
  }
  const who = department ? (
    <>
      <Text>
        {department.departmentName}　{department.personName}
      </Text>
      <View id="sign-out" className="soft grid-sign-out" onClick={leave}>
        退出
      </View>
    </>
  ) : null
  return <TopBar name={`县总工会　${title}`} places={places} here="grid" onGo={go} who={who} />
}

interface GridToolsProps {
  queue: ReviewQueue | null
  audience: Audience | null
  onChoose: (audience: Audience) => void
}

/** Which annex, how to work the grid, and 打印. */
export function GridTools({ queue, audience, onChoose }: GridToolsProps) {
  const audiences = [...new Set((queue?.items ?? []).map(item => item.audience))]
  const countOf = (one: Audience) => queue?.units.filter(unit => unit.audience === one).length ?? 0
  return (
    <View className="grid-tools">
      {audience ? (
        <View className="grid-annexes">
          <Segments
            segments={audiences.map(one => ({ key: one, text: `${audienceNames[one]} ${countOf(one)}` }))}
            chosen={audience}
            onChoose={onChoose}
          />
        </View>
      ) : null}
      <Text className="note soft nowrap">↑ ↓ ← → 移动　Enter 下一家　可从 Excel 粘贴一列</Text>
      <View className="grid-print">
        {printer.available ? (
          <Button id="print" short light icon="printer" onPress={printer.print}>
            打印
          </Button>
        ) : null}
      </View>
    </View>
  )
}
