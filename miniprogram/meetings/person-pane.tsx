import { Text, View } from '@tarojs/components'
import { printDay } from '#shared/cycle/beijing-time'
import { attendanceNames } from '#shared/records/meeting'
import { Icon } from '../components/icon/icon'
import { ExplainDoubt } from '../records/explain-doubt'
import type { Keeper } from '../records/use-records'
import { CorrectPerson } from './correct-person'
import type { SavedMeetingWork } from './use-saved-meeting'

interface PersonPaneProps {
  keeper: Keeper
  work: SavedMeetingWork
  mayCorrect: boolean
}

/** One person at the meeting: what stands, what stood before, what the unit says, and correcting it. */
export function PersonPane({ keeper, work, mayCorrect }: PersonPaneProps) {
  const { unit, person, chosen, doubts } = work
  if (!unit || !person || !chosen) return <View className="card soft">点一个名字，看到会情况，更正也在这里。</View>
  const { attendance, note, was } = person
  const open = doubts.find(({ answer }) => answer === null)
  return (
    <View id="person-pane" className="card">
      <View className="between">
        <View className="head">{person.person}</View>
        <Text className="firm">{attendanceNames[attendance]}</Text>
      </View>
      <View className="note soft">
        {unit.name}
        {note === '' ? '' : `　${note}`}
      </View>
      {was.map(({ attendance: before, note: noteBefore, reason, at }) => (
        <View key={at} className="note soft mt-1">
          原记{' '}
          <Text className="struck">
            {attendanceNames[before]}
            {noteBefore === '' ? '' : `（${noteBefore}）`}
          </Text>
          ，{printDay(at)}更正：{reason}
        </View>
      ))}
      {doubts.map(({ doubtId, text, at, answer }) => (
        <View key={doubtId} id={`doubt-${doubtId}`} className="records-doubt">
          <View className={answer ? 'row gap-2 note soft' : 'row gap-2 note asked'}>
            <Icon name={answer ? 'check' : 'look'} size="small" />
            <Text>单位 {printDay(at)}说有出入</Text>
          </View>
          <View>{text}</View>
          {answer ? (
            <View className="note soft">
              {answer.by} {printDay(answer.at)}
              {answer.kind === 'corrected' ? '更正' : '说明'}：{answer.text}
            </View>
          ) : (
            <ExplainDoubt keeper={keeper} doubtId={doubtId} onAnswered={work.reload} />
          )}
        </View>
      ))}
      {mayCorrect ? (
        <CorrectPerson
          key={`${chosen.unitId}:${chosen.place}:${work.corrections}`}
          person={person}
          doubtId={open?.doubtId ?? null}
          onCorrect={work.correct}
        />
      ) : null}
    </View>
  )
}
