import { Text, View } from '@tarojs/components'
import { printClock, printDay, printWeekday } from '#shared/cycle/beijing-time'
import { BoardTable } from '../../components/board-table/board-table'
import { PrimaryButton } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Icon } from '../../components/icon/icon'
import { Segments } from '../../components/segments/segments'
import { ExtensionDrawer } from '../extension/extension-drawer'
import { NotThereYet, StaleNotice } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { goTo } from '../frame/places'
import { boardFilters } from '../progress/progress'
import { progressSentence } from '../progress/progress-text'
import { CallingList } from './calling-list'
import { useBoard } from './use-board'
import './board.css'

/** 今日情况: one sentence to say aloud at four o'clock, then every unit, then whom to call. */
export default function Board() {
  const board = useBoard()
  const { cycle, overview, status, units } = board
  if (!cycle || !overview.output)
    return (
      <OfficeFrame here="board">
        <NotThereYet status={status} problem={overview.problem} onAgain={overview.reload} />
      </OfficeFrame>
    )
  const { said, late } = progressSentence(board.progress)
  return (
    <OfficeFrame here="board" filled>
      {overview.isStale ? <StaleNotice onAgain={overview.reload} /> : null}
      <View className="board-top">
        <View>
          <View className="note soft">
            {printWeekday(board.now)} {printClock(board.now)}　自评报送 {printDay(cycle.selfDeadline)}截止
          </View>
          <View id="board-sentence" className="lead firm">
            {said}
            {late ? '，' : ''}
            <Text className="late">{late}</Text>
          </View>
        </View>
        <View className="board-audiences">
          {board.present.map(({ audience, name, progress }) => (
            <View key={audience}>
              <View className="note soft nowrap">{name}</View>
              <View>
                <Text className="head">{progress.submitted}</Text>
                <Text className="soft"> / {progress.due}</Text>
              </View>
            </View>
          ))}
        </View>
        <View className="board-copy">
          <PrimaryButton id="copy-progress" icon={board.copied ? 'check' : 'copy'} onPress={board.copy}>
            {board.copied ? '已复制，可以粘贴' : '复制今日情况'}
          </PrimaryButton>
        </View>
      </View>
      <View className="board-work">
        <View className="board-left">
          <View className="board-ways">
            <Segments
              segments={board.present.map(({ audience, name }) => ({ key: audience, text: name }))}
              chosen={board.audience}
              onChoose={board.setAudience}
            />
            <Segments
              segments={boardFilters.map(({ filter, name }) => ({ key: filter, text: name }))}
              chosen={board.filter}
              onChoose={board.setFilter}
            />
            <View className="board-legend note">
              <Icon name="not-started" size="small" />
              <Text>没评</Text>
              <Icon name="filling" size="small" />
              <Text>评了几项</Text>
            </View>
          </View>
          {units.length === 0 ? (
            <EmptyState id="board-none" icon="people" title="还没有单位">
              在「单位和人员」里登记单位，它们会按县里的习惯顺序列在这里。
            </EmptyState>
          ) : board.rows.length === 0 ? (
            <EmptyState id="board-none" icon="check" title="这一类里没有这样的单位">
              换一类，或者选「全部」。
            </EmptyState>
          ) : (
            <BoardTable departments={board.departments} rows={board.rows} onOpen={unitId => goTo('form', unitId)} />
          )}
        </View>
        <CallingList
          units={board.toCall}
          late={board.isLate}
          onExtend={board.mayExtend ? board.extension.open : undefined}
        />
      </View>
      <ExtensionDrawer extension={board.extension} cycle={cycle} all={units} />
    </OfficeFrame>
  )
}
