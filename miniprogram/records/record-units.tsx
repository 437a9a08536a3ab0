import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../components/button/button'
import { Failed } from '../components/failed/failed'
import { Icon } from '../components/icon/icon'
import { SearchField } from '../components/search-field/search-field'
import { Skeleton } from '../components/skeleton/skeleton'
import { TickBox } from '../components/tick-box/tick-box'
import { scrolledByKeys } from '../platform/scrolled-by-keys'
import { ItemsOfRecord } from './items-of-record'
import { countInWords, unitsNamed } from './record-words'
import type { RecordsWork } from './use-records'

/** One record down all units it concerns, in the county's order. */
export function RecordUnits({ work }: { work: RecordsWork }) {
  const { record, opened, unitId, chooseUnit, list, download, importing } = work
  const [wanted, setWanted] = useState('')
  if (!record) return opened.status === 'failed' ? <Failed problem={opened.problem} onRetry={opened.reload} /> : null
  const abilities = list.output?.abilities ?? {}
  const units = opened.output?.units ?? null
  const found = units ? unitsNamed(units, wanted) : []
  const isNone = record.others === 'none'
  return (
    <View className="records-middle">
      <View className="records-top">
        <View className="grow">
          <View className="head">{record.name}</View>
          <ItemsOfRecord record={record} />
        </View>
        <View className="row gap-3">
          <Button id="records-template" short light icon="download" busy={download.making} onPress={download.start}>
            {download.making ? '正在做模板' : '下载模板'}
          </Button>
          {abilities['record.import'] ? (
            <Button
              id="records-import"
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
      {download.problem ? <View className="asked">{download.problem.message}</View> : null}
      {opened.isStale ? (
        <View id="records-stale" className="row gap-2 asked">
          <Icon name="no-signal" size="small" />
          <Text>没信号，下面是上次看到的</Text>
        </View>
      ) : null}
      <View className="records-ways">
        <SearchField id="records-search" placeholder="找单位" onInput={setWanted} />
        {abilities['record.others'] ? (
          <View
            id="records-others"
            className="row gap-2 records-others"
            onClick={work.isChangingOthers ? undefined : () => work.setOthers(isNone ? 'unknown' : 'none')}
          >
            <TickBox on={isNone} />
            <Text>没有列出的单位按0计</Text>
          </View>
        ) : null}
      </View>
      {work.othersProblem ? <View className="asked">{work.othersProblem.message}</View> : null}
      {units === null ? (
        opened.status === 'failed' ? (
          <Failed problem={opened.problem} onRetry={opened.reload} />
        ) : (
          <Skeleton rows={3} />
        )
      ) : (
        <View {...scrolledByKeys} id="records-table" className="records-table">
          <View className="records-line records-table-head">
            <View className="figure">序</View>
            <View>单位</View>
            <View className="figure">已记（{record.unit}）</View>
            <View className="figure">条</View>
            <View>有出入</View>
          </View>
          {found.map(({ number, unit }) => (
            <View
              key={unit.unitId}
              id={`records-unit-${unit.unitId}`}
              className={unit.unitId === unitId ? 'records-line chosen' : 'records-line'}
              onClick={() => chooseUnit(unit.unitId)}
            >
              <View className="figure soft">{number}</View>
              <View>{unit.name}</View>
              <View className={unit.count === null ? 'figure soft' : 'figure firm'}>{countInWords(unit)}</View>
              <View className="figure soft">{unit.entries > 0 ? unit.entries : ''}</View>
              <View className="asked">
                {unit.doubtsOpen > 0 ? (
                  <>
                    <Icon name="look" size="small" />
                    <Text>{unit.doubtsOpen}条</Text>
                  </>
                ) : null}
              </View>
            </View>
          ))}
          {found.length === 0 ? <View className="records-none soft">没有叫「{wanted.trim()}」的单位</View> : null}
        </View>
      )}
    </View>
  )
}
