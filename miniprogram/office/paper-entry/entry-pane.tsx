import { Text, View } from '@tarojs/components'
import type { Seen } from '#shared/assessment/assessment'
import type { Problem } from '#shared/errors/problems'
import { Button, PrimaryButton } from '../../components/button/button'
import { Icon } from '../../components/icon/icon'
import { ListRow } from '../../components/list-row/list-row'
import { Notice } from '../../components/notice/notice'
import { ScoreFigure } from '../../components/score-figure/score-figure'
import { SeenChips } from '../../components/seen-chips/seen-chips'
import { TextField } from '../../components/text-field/text-field'
import { TickBox } from '../../components/tick-box/tick-box'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import type { Entry } from '../paper-sheet/entry'

interface EntryPaneProps {
  unitName: string
  /** 自评 of the unit, or the department's name. */
  ownerName: string
  isReview: boolean
  entry: Entry
  /** Changes when another sheet begins. */
  beginning: number
  total: { total: number; maximum: number }
  empty: readonly number[]
  found: readonly { itemId: string; problem: Problem }[]
  refusal: Problem | null
  attachProblem: Problem | null
  busy: 'attaching' | 'sending' | null
  canSend: boolean
  onChange: (part: Partial<Entry>) => void
  onAttach: (from: 'camera' | 'album') => void
  onShow: (itemId: string) => void
  onEnter: () => void
}

/** Beside the grid: the sum to compare with the paper's, the stamped sheet itself, and entering it. */
export function EntryPane(props: EntryPaneProps) {
  const { unitName, ownerName, isReview, entry, beginning, total, empty, found, refusal, busy, canSend } = props
  const { attachProblem, onChange, onAttach, onShow, onEnter } = props
  const setSeen = (seen: Seen[]) => onChange({ seen })
  const frozen = entry.sent !== null
  return (
    <View {...scrolledByKeys} className="entry-pane">
      <View className="card">
        <View className="head">{unitName}</View>
        <View className="between base mt-2">
          <Text>{ownerName}合计</Text>
          <ScoreFigure id="entry-total" score={total.total} maximum={total.maximum} size="large" />
        </View>
        <View className="note soft">{empty.length > 0 ? `还有${empty.length}项没写` : '和纸上的合计对一下'}</View>
      </View>
      <View className="card">
        <View className="firm">盖章的纸质表</View>
        <View className="note soft">
          {entry.sheets.length > 0
            ? `附了${entry.sheets.length}页：${entry.sheets.map(sheet => sheet.name).join('、')}`
            : '没附也能录入，纸质表照常归档。'}
        </View>
        <View className="row gap-2 mt-2">
          <Button
            id="attach-camera"
            short
            light
            icon="camera"
            busy={busy === 'attaching'}
            onPress={() => onAttach('camera')}
          >
            拍照
          </Button>
          <Button
            id="attach-album"
            short
            light
            icon="folder"
            disabled={busy !== null}
            onPress={() => onAttach('album')}
          >
            选照片
          </Button>
        </View>
        {attachProblem ? (
          <View id="attach-problem" className="note asked mt-2">
            {attachProblem.message}
          </View>
        ) : null}
        <View className="mt-3">
          <TextField
            key={`note-${beginning}`}
            id="entry-sheet-note"
            initial={entry.note}
            placeholder="谁签的字、哪天盖的章"
            maximum={200}
            onInput={note => onChange({ note })}
          />
        </View>
        {isReview ? (
          <View className="mt-3">
            <View className="note soft">看了什么</View>
            <SeenChips seen={entry.seen} onChange={setSeen} />
          </View>
        ) : (
          <ListRow
            id="entry-submit"
            before={<TickBox on={entry.submit} />}
            onPress={() => onChange({ submit: !entry.submit })}
          >
            同时报送
          </ListRow>
        )}
      </View>
      {found.length > 0 || refusal ? (
        <Notice id="entry-problems" kind="asked" title={found.length > 0 ? `${found.length}项要您看一下` : '没有录入'}>
          {refusal && !found.some(({ problem }) => problem.message === refusal.message) ? (
            <View id="entry-refusal">{refusal.message}</View>
          ) : null}
          {found.map(({ itemId, problem }) => (
            <View key={itemId} id={`entry-problem-${itemId}`} className="entry-problem" onClick={() => onShow(itemId)}>
              {problem.message}
            </View>
          ))}
        </Notice>
      ) : null}
      <PrimaryButton
        id="entry-enter"
        busy={busy === 'sending'}
        disabled={!canSend || busy === 'attaching'}
        onPress={onEnter}
      >
        {frozen ? '再送一次' : isReview ? '录入并定分' : entry.submit ? '录入并报送' : '录入'}
      </PrimaryButton>
      <View className="row gap-2 note soft">
        <Icon name="people" size="small" />
        <Text>历史里两人都留名</Text>
      </View>
    </View>
  )
}
