import { Text, View } from '@tarojs/components'
import type { ReviewQueue } from '#shared/contract/review-contract'
import { audienceNames } from '#shared/rubric/audience-names'
import type { Audience } from '#shared/rubric/rubric'
import { Button } from '../../components/button/button'
import { Segments } from '../../components/segments/segments'
import { printer } from '../../platform/printer'
import './grid-tools.css'

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
