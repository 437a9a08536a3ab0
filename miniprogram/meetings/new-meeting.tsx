import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OpenedMeeting } from '#shared/contract/meeting-contract'
import { meetingKindNames, meetingKinds } from '#shared/records/meeting'
import { PrimaryButton } from '../components/button/button'
import { Failed } from '../components/failed/failed'
import { SearchField } from '../components/search-field/search-field'
import { Segments } from '../components/segments/segments'
import { Skeleton } from '../components/skeleton/skeleton'
import { StatusLine } from '../components/status-line/status-line'
import { TextField } from '../components/text-field/text-field'
import { machineName } from '../platform/machine-name'
import { scrolledByKeys } from '../platform/scrolled-by-keys'
import type { Keeper } from '../records/use-records'
import { AttendanceGrid } from './attendance-grid'
import { AttendanceSheetList } from './attendance-sheet-list'
import { turnoutInWords, turnoutOf } from './meeting-draft'
import { NotPresent } from './not-present'
import { UnitPeople } from './unit-people'
import { useNewMeeting } from './use-new-meeting'

interface NewMeetingProps {
  keeper: Keeper
  onSaved: (opened: OpenedMeeting) => void
  onBack: () => void
}

/** 记一次会议: what it was, who was expected, who was not there, the photographed 签到册. */
export function NewMeeting({ keeper, onSaved, onBack }: NewMeetingProps) {
  const work = useNewMeeting(keeper, onSaved, onBack)
  const { draft, faults, change } = work
  const [wanted, setWanted] = useState('')
  const [editing, setEditing] = useState<string | null>(null)
  if (!draft) return work.unopened ? <Failed problem={work.unopened} onRetry={work.begin} /> : <Skeleton rows={4} />
  const unit = draft.units.find(({ unitId }) => unitId === editing)
  return (
    <View id="new-meeting" className="meeting">
      <View className="meeting-head card">
        <View className="meeting-title">
          <TextField
            key={draft.meetingId}
            id="meeting-title"
            label="名称"
            initial={draft.title}
            placeholder="如：第三季度工作推进会"
            maximum={60}
            problem={faults.title}
            onInput={title => change({ title })}
          />
        </View>
        <View className="meeting-kind">
          <Segments
            segments={meetingKinds.map(kind => ({ key: kind, text: meetingKindNames[kind] }))}
            chosen={draft.kind}
            onChoose={kind => change({ kind })}
          />
        </View>
        <View className="meeting-date">
          <TextField
            key={draft.meetingId}
            id="meeting-date"
            label="日期"
            initial={draft.date}
            placeholder="9月24日"
            maximum={20}
            problem={faults.date}
            onInput={date => change({ date })}
          />
        </View>
      </View>
      <View className="meeting-ways">
        <SearchField id="meeting-search" placeholder="找单位" onInput={setWanted} />
        <Text className="note soft only-wide">↑ ↓ ← → 移动　1 缺席　2 请假　3 代会　0 到会</Text>
        <View id="meeting-discard" className="link quiet meeting-leave" onClick={work.discard}>
          不记了
        </View>
        <View id="meeting-later" className="link quiet" onClick={onBack}>
          先放着
        </View>
      </View>
      <View className="meeting-work">
        <AttendanceGrid
          rows={draft.units}
          wanted={wanted}
          chosen={null}
          onMark={work.mark}
          onChoose={() => {}}
          onPeople={setEditing}
        />
        <View {...scrolledByKeys} className="meeting-pane">
          {unit ? (
            <UnitPeople
              key={unit.unitId}
              unit={unit}
              onPeople={typed => work.setPeople(unit.unitId, typed)}
              onInvited={invited => work.setInvited(unit.unitId, invited)}
              onClose={() => setEditing(null)}
            />
          ) : null}
          <AttendanceSheetList work={work} />
          <NotPresent units={draft.units} onMark={work.mark} onNote={work.note} />
        </View>
      </View>
      <View className="meeting-foot">
        <View className="grow">
          <View id="meeting-turnout" className="firm">
            {turnoutInWords(turnoutOf(draft.units))}
          </View>
          {work.problem || faults.units ? (
            <View id="meeting-problem" className="asked">
              {faults.units ?? work.problem?.message}
            </View>
          ) : null}
        </View>
        {work.isFull ? (
          <StatusLine kind="look" text={`${machineName()}存满了，请现在存，先不要关`} />
        ) : (
          <StatusLine kind="on-phone" text={work.busy ?? `已存${machineName()}，还没有交给县总`} />
        )}
        <View className="row">
          <PrimaryButton id="meeting-save" busy={work.busy !== null} onPress={work.save}>
            记下这次{meetingKindNames[draft.kind]}
          </PrimaryButton>
        </View>
      </View>
    </View>
  )
}
