import { Text, View } from '@tarojs/components'
import { PrimaryButton } from '../../components/button/button'
import { Icon } from '../../components/icon/icon'
import type { CellPlace } from '../../components/score-grid/grid-movement'
import { DraftStatus } from '../scoring/draft-status'
import type { CellToLookAt, GridWork } from './grid-words'
import './grid-foot.css'

interface GridFootProps {
  work: GridWork
  /** What the last act did, or why it did not. */
  told: string | null
  mayDecide: boolean
  isBusy: boolean
  /** Leads to the cell that is named. */
  onLook: (at: CellPlace) => void
  onDecide: () => void
}

/** Under the grid: what has to be looked at, what the signs mean, where the work is, and 定分 of all that is ready. */
export function GridFoot({ work, told, mayDecide, isBusy, onLook, onDecide }: GridFootProps) {
  const { ready, unfinished, bad } = work
  return (
    <View className="grid-foot">
      <View className="grid-foot-words">
        {told ? <Text id="told">{told}</Text> : null}
        <ToLookAt id="bad-cells" of={bad} head={`${bad.length}格要您看一下：`} asked onLook={onLook} />
        <ToLookAt id="unfinished-cells" of={unfinished} head={`${unfinished.length}格草稿还没写完：`} onLook={onLook} />
      </View>
      <View className="row gap-4 note grid-legend">
        <View className="row gap-1 done">
          <Icon name="check" size="small" />
          <Text>定分</Text>
        </View>
        <Text>没有勾的是草稿</Text>
        <View className="row gap-2">
          <View className="grid-corner" />
          <Text>有扣分说明</Text>
        </View>
      </View>
      <DraftStatus />
      {mayDecide ? (
        <View className="row">
          <PrimaryButton id="decide-all" busy={isBusy} disabled={ready.length === 0} onPress={onDecide}>
            {isBusy ? '正在定分' : `定分（${ready.length}格草稿）`}
          </PrimaryButton>
        </View>
      ) : (
        <Text className="soft">草稿，部长定分</Text>
      )}
    </View>
  )
}

interface ToLookAtProps {
  id: string
  of: readonly CellToLookAt[]
  head: string
  asked?: boolean
  onLook: (at: CellPlace) => void
}

/** Names the first cell; touching the line goes to it. */
function ToLookAt({ id, of, head, asked, onLook }: ToLookAtProps) {
  const [first] = of
  if (!first) return null
  return (
    <View
      id={id}
      className={asked ? 'row gap-2 asked grid-look' : 'row gap-2 soft grid-look'}
      onClick={() => onLook(first.at)}
    >
      <Icon name={asked ? 'look' : 'pencil'} size="small" />
      <View>
        <Text className="firm">{head}</Text>
        <Text>{first.words}</Text>
      </View>
    </View>
  )
}
