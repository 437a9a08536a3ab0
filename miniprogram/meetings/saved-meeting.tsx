import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { meetingKindNames } from '#shared/records/meeting'
import { Failed } from '../components/failed/failed'
import { Icon } from '../components/icon/icon'
import { PageThumb } from '../components/page-thumb/page-thumb'
import { printDate } from '../components/record-trail/entry-lines'
import { SearchField } from '../components/search-field/search-field'
import { Skeleton } from '../components/skeleton/skeleton'
import { previewPictures } from '../platform/preview-pictures'
import { scrolledByKeys } from '../platform/scrolled-by-keys'
import type { Keeper } from '../records/use-records'
import { AttendanceGrid } from './attendance-grid'
import { placeOfDoubt } from './doubts-of-meeting'
import { turnoutInWords, turnoutOf } from './meeting-draft'
import { PersonPane } from './person-pane'
import { useSavedMeeting } from './use-saved-meeting'

interface SavedMeetingProps {
  keeper: Keeper
  meetingId: string
  onBack: () => void
  onChanged: () => Promise<void>
}

/** A meeting that was entered: its list as it stands, one person beside it. */
export function SavedMeeting({ keeper, meetingId, onBack, onChanged }: SavedMeetingProps) {
  const work = useSavedMeeting(keeper, meetingId, onChanged)
  const { opened, asked } = work
  const [wanted, setWanted] = useState('')
  const rows = useMemo(
    () =>
      (opened?.units ?? [])
        .filter(({ people }) => people.length > 0)
        .map(({ unitId, name, people, doubts }) => ({
          unitId,
          name,
          people,
          invited: true,
          isDoubted: doubts.some(({ answer }) => answer === null),
        })),
    [opened],
  )
  if (!opened)
    return asked.status === 'failed' ? <Failed problem={asked.problem} onRetry={asked.reload} /> : <Skeleton rows={4} />
  const doubted = opened.units.filter(({ doubts }) => doubts.some(({ answer }) => answer === null))
  const [first] = doubted
  return (
    <View id="saved-meeting" className="meeting">
      <View className="meeting-ways">
        <View id="meeting-back" className="link quiet" onClick={onBack}>
          <Icon name="back" size="small" />
          会议签到
        </View>
        <View className="grow">
          <View className="head">{opened.title}</View>
          <View id="meeting-turnout" className="note soft">
            {meetingKindNames[opened.kind]}　{printDate(opened.date)}　{rows.length}个单位　
            {turnoutInWords(turnoutOf(rows.map(row => ({ ...row, people: row.people.map(withNote) }))))}
          </View>
        </View>
        {first ? (
          <View
            id="meeting-doubts"
            className="link asked"
            onClick={() => work.choose(first.unitId, placeOfDoubt(first, meetingId))}
          >
            <Icon name="look" size="small" />
            <Text>{doubted.length}个单位说有出入</Text>
          </View>
        ) : null}
        <SearchField id="meeting-search" placeholder="找单位" onInput={setWanted} />
      </View>
      {asked.isStale ? (
        <View id="meeting-stale" className="row gap-2 asked">
          <Icon name="no-signal" size="small" />
          <Text>没信号，下面是上次看到的</Text>
        </View>
      ) : null}
      <View className="meeting-work">
        <AttendanceGrid
          rows={rows}
          wanted={wanted}
          chosen={work.chosen}
          onMark={null}
          onChoose={work.choose}
          onPeople={null}
        />
        <View {...scrolledByKeys} className="meeting-pane">
          <PersonPane keeper={keeper} work={work} mayCorrect={opened.abilities['meeting.correct'] === true} />
          <View id="meeting-sheets" className="card">
            <View className="between">
              <Text className="firm">签到册</Text>
              <Text className="note soft">{opened.sheets.length > 0 ? `${opened.sheets.length}页` : '没有附'}</Text>
            </View>
            {opened.sheets.length > 0 ? (
              <View className="page-row mt-2">
                {opened.sheets.map((address, place) => (
                  <PageThumb
                    key={address}
                    size="row"
                    source={address}
                    onPress={() => previewPictures(opened.sheets, place)}
                  />
                ))}
              </View>
            ) : null}
          </View>
        </View>
      </View>
    </View>
  )
}

const withNote = <Person extends object>(person: Person) => ({ note: '', ...person })
