import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { isAttendanceMeasure } from '#shared/records/meeting'
import { Button, PrimaryButton } from '../../components/button/button'
import { Drawer } from '../../components/drawer/drawer'
import { ListRow } from '../../components/list-row/list-row'
import type { RecordedView } from '../../components/record-trail/trail-view'
import { TextField } from '../../components/text-field/text-field'
import { TickBox } from '../../components/tick-box/tick-box'
import type { Doubting, DoubtSubject } from './use-doubt'

interface DoubtDrawerProps {
  doubting: Doubting
  recorded: RecordedView
}

/** 有出入: which entry, and one line. Its owner answers by correcting or explaining. */
export function DoubtDrawer({ doubting, recorded }: DoubtDrawerProps) {
  const subjects = subjectsOf(recorded)
  const [chosen, setChosen] = useState(0)
  const [begun] = useState(doubting.begun)
  const text = useRef(begun)
  const subject = subjects[chosen]?.subject
  const isMeeting = subject !== undefined && isAttendanceMeasure(subject.measure)
  return (
    <Drawer
      id="doubt"
      open
      title={subjects.length > 1 ? '哪一条有出入？' : '哪里有出入？'}
      onClose={doubting.close}
      foot={
        <>
          <Button id="doubt-close" onPress={doubting.close}>
            先不说
          </Button>
          <PrimaryButton
            id="doubt-send"
            busy={doubting.isBusy}
            onPress={subject ? () => doubting.send(subject, text.current) : undefined}
          >
            {doubting.isBusy ? '正在送' : '告诉县总'}
          </PrimaryButton>
        </>
      }
    >
      {subjects.map(({ words, note }, place) => (
        <ListRow
          key={`${words}${note}`}
          id={`doubt-subject-${place + 1}`}
          before={<TickBox round on={place === chosen} />}
          below={note}
          onPress={() => setChosen(place)}
        >
          {words}
        </ListRow>
      ))}
      <View className="mt-2">
        <TextField
          id="doubt-text"
          label="说明"
          initial={begun}
          placeholder={isMeeting ? '如：我到了，签到册上有名字' : '如：8月还有一笔没有记上'}
          maximum={200}
          problem={doubting.problem}
          onInput={written => {
            text.current = written
            doubting.type(written)
          }}
        />
      </View>
      <View className="note soft mt-2">县总会更正，或者告诉您为什么。自评照样可以填。</View>
    </Drawer>
  )
}

/** Every entry that still counts, and what is not among them. */
function subjectsOf({ lines, counted }: RecordedView): { subject: DoubtSubject; words: string; note: string }[] {
  const entries = lines
    .filter(line => !line.isRemoved)
    .map(({ measure, entryId, day, title, note, counts }) => ({
      subject: { measure, entryId },
      words: [day, title].filter(Boolean).join('　'),
      note: [note, counts].filter(Boolean).join('　'),
    }))
  const others = counted.map(({ measure, name }) => ({
    subject: { measure, entryId: null },
    words: entries.length > 0 ? '没有列在上面的' : '应该有，没有记上',
    note: counted.length > 1 ? name : '',
  }))
  return [...entries, ...others]
}
