import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { useRequest } from '../backend/use-request'
import { EmptyState } from '../components/empty-state/empty-state'
import { Failed } from '../components/failed/failed'
import { Skeleton } from '../components/skeleton/skeleton'
import type { Keeper } from '../records/use-records'
import { MeetingList } from './meeting-list'
import { NewMeeting } from './new-meeting'
import { SavedMeeting } from './saved-meeting'
import { isMeetingBegun } from './use-new-meeting'
import '../components/card/card.css'
import '../components/chip/chip.css'
import '../components/page-thumb/page-thumb.css'
import '../components/record-trail/record-trail.css'
import '../records/records.css'
import './meetings.css'

interface MeetingsViewProps {
  keeper: Keeper
  /** Opens with this meeting. */
  first: string | null
}

type Shown = { kind: 'list' } | { kind: 'new' } | { kind: 'saved'; meetingId: string }

/** 会议签到: the list, one being entered, or one that was. */
export function MeetingsView({ keeper, first }: MeetingsViewProps) {
  const list = useRequest('meeting.list', keeper, { keep: true })
  const [shown, setShown] = useState<Shown>(first ? { kind: 'saved', meetingId: first } : { kind: 'list' })
  useDidShow(() => void list.reload())
  const toList = () => setShown({ kind: 'list' })
  if (shown.kind === 'saved')
    return (
      <SavedMeeting
        key={shown.meetingId}
        keeper={keeper}
        meetingId={shown.meetingId}
        onBack={toList}
        onChanged={list.reload}
      />
    )
  if (!list.output) {
    if (list.problem?.code === 'permission.denied')
      return (
        <EmptyState id="meetings-strange" icon="lock" title="会议签到不归这里记">
          您部室的考评内容里，没有哪一项要用会议签到。
        </EmptyState>
      )
    return list.status === 'failed' ? <Failed problem={list.problem} onRetry={list.reload} /> : <Skeleton rows={4} />
  }
  if (shown.kind === 'new')
    return (
      <NewMeeting
        keeper={keeper}
        onSaved={opened => {
          void list.reload()
          setShown(opened.meetingId ? { kind: 'saved', meetingId: opened.meetingId } : { kind: 'list' })
        }}
        onBack={toList}
      />
    )
  return (
    <MeetingList
      meetings={list.output.meetings}
      mayEnter={list.output.abilities['meeting.save'] === true}
      isBegun={isMeetingBegun(keeper)}
      isStale={list.isStale}
      onEnter={() => setShown({ kind: 'new' })}
      onOpen={meetingId => setShown({ kind: 'saved', meetingId })}
    />
  )
}
