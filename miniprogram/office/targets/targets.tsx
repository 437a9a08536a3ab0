import { Text, View } from '@tarojs/components'
import { serverNow } from '../../backend/ask'
import { Button } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Icon } from '../../components/icon/icon'
import { ScoreGrid } from '../../components/score-grid/score-grid'
import { Segments } from '../../components/segments/segments'
import { StatusLine } from '../../components/status-line/status-line'
import { machineName } from '../../platform/machine-name'
import { NotThereYet, StaleNotice } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { TargetImport } from '../target-table/target-import'
import { TargetPane } from '../target-table/target-pane'
import { lastChangeInWords, savingInWords } from '../target-table/target-words'
import { useTargets } from './use-targets'
import './targets.css'

/** 目标任务分解表: units × measures, worked like Excel and saved as one goes. */
export default function Targets() {
  const page = useTargets()
  const { asked, table, importing, download, toLookAt } = page
  if (!table)
    return (
      <OfficeFrame here="targets">
        <NotThereYet status={page.status} problem={asked.problem} onAgain={asked.reload} />
      </OfficeFrame>
    )
  if (page.isNothingAsked)
    return (
      <OfficeFrame here="targets">
        <EmptyState id="targets-none" icon="list" title="没有要分解的任务">
          今年的评分细则里没有「任务数」，或者还没有登记单位。
        </EmptyState>
      </OfficeFrame>
    )
  const [first] = toLookAt
  const isImporting = importing.busy !== null || importing.preview !== null || importing.done !== null
  return (
    <OfficeFrame here="targets" filled>
      {asked.isStale ? <StaleNotice onAgain={asked.reload} /> : null}
      <View className="targets-tools">
        <View className="targets-annexes">
          <Segments segments={page.segments} chosen={page.view} onChoose={page.setView} />
        </View>
        <Text className="note soft only-pc nowrap">↑ ↓ ← → 移动　Enter 下一家　可从 Excel 粘贴一块</Text>
        <View className="targets-ways">
          <Button id="targets-template" short light icon="download" busy={download.making} onPress={download.start}>
            {download.making ? '正在做模板' : '下载模板'}
          </Button>
          {page.mayWrite ? (
            <Button
              id="targets-import"
              short
              light
              icon="up"
              disabled={importing.busy !== null}
              onPress={importing.choose}
            >
              从 Excel 导入
            </Button>
          ) : null}
        </View>
      </View>
      <View className="targets-work">
        <View className="targets-left">
          <ScoreGrid
            key={page.view}
            columns={page.heads}
            rows={page.views}
            active={page.active}
            isWritable={page.isWritable}
            onMove={page.move}
            onType={page.write}
            onPaste={page.paste}
          />
        </View>
        {isImporting || importing.problem ? (
          <TargetImport table={table} importing={importing} />
        ) : (
          <TargetPane
            cell={page.activeCell}
            table={table}
            mayWrite={page.mayWrite}
            onWrite={page.write}
            onForget={page.forget}
          />
        )}
      </View>
      <View className="targets-foot">
        <View className="grow">
          {first ? (
            <View id="targets-look" className="row gap-2 asked targets-look" onClick={() => page.look(first)}>
              <Icon name="look" size="small" />
              <View>
                <Text className="firm">{toLookAt.length}格要您看一下：</Text>
                <Text>{first.words}</Text>
              </View>
            </View>
          ) : null}
          {page.told ? <View id="told">{page.told}</View> : null}
          {first || page.told ? null : <View className="note soft">{lastChangeInWords(table, serverNow())}</View>}
          {page.view === 'all' ? <View className="note soft">斜线格：单位的评分细则里没有这个任务</View> : null}
          {page.saving.status === 'refused' ? (
            <View id="targets-refused" className="asked">
              {page.saving.problem?.message}
            </View>
          ) : null}
          {download.problem ? <View className="asked">{download.problem.message}</View> : null}
        </View>
        <StatusLine {...savingInWords(page.saving, toLookAt.length, machineName())} />
      </View>
    </OfficeFrame>
  )
}
