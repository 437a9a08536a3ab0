import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { MeetingPerson } from '#shared/contract/meeting-contract'
import { attendanceNames, attendances } from '#shared/records/meeting'
import { PrimaryButton } from '../components/button/button'
import { Chip } from '../components/chip/chip'
import { TextField } from '../components/text-field/text-field'
import { machineName } from '../platform/machine-name'
import { random } from '../platform/random'
import type { SavedMeetingWork } from './use-saved-meeting'

interface CorrectPersonProps {
  person: MeetingPerson
  /** The 有出入 that it answers. */
  doubtId: string | null
  onCorrect: SavedMeetingWork['correct']
}

/** 更正: another attendance, with a reason that the unit reads. */
export function CorrectPerson({ person, doubtId, onCorrect }: CorrectPersonProps) {
  const [to, setTo] = useState(person.attendance)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const written = useRef({ note: person.note, reason: '' })
  const sent = useRef<{ body: string; operationId: string } | null>(null)

  async function send() {
    const note = written.current.note.trim()
    const reason = written.current.reason.trim()
    if (reason === '') return setProblem('请写更正的原因')
    if (to === person.attendance && note === person.note) return setProblem('和现在记的一样，没有要更正的')
    const body = JSON.stringify([to, note, reason])
    // Pressed again after an answer was lost, it is the same operation.
    const operation = sent.current?.body === body ? sent.current : { body, operationId: random.newId() }
    sent.current = operation
    setBusy(true)
    const { operationId } = operation
    const refused = await onCorrect({ to, note, reason, operationId, doubtId })
    setBusy(false)
    const isUnreached = refused?.code === 'network.unreachable'
    setProblem(
      isUnreached ? `没信号，没有更正。您写的还在${machineName()}上，有信号后再点一次。` : (refused?.message ?? null),
    )
  }

  return (
    <View id="correct-person" className="entry-form">
      <View className="firm">{doubtId === null ? '更正' : '更正，答复「有出入」'}</View>
      <View className="chips">
        {attendances.map(way => (
          <Chip key={way} id={`to-${way}`} chosen={way === to} onPress={() => setTo(way)}>
            {attendanceNames[way]}
          </Chip>
        ))}
      </View>
      <TextField
        id="person-note"
        label="备注"
        initial={person.note}
        placeholder="谁来代会，可不写"
        maximum={60}
        onInput={note => {
          written.current.note = note
        }}
      />
      <TextField
        id="person-reason"
        label="原因"
        initial=""
        placeholder="为什么更正，单位看得到"
        maximum={200}
        problem={problem}
        onInput={reason => {
          written.current.reason = reason
        }}
        onEnter={send}
      />
      <View className="row">
        <PrimaryButton id="person-correct" busy={isBusy} onPress={send}>
          {isBusy ? '正在更正' : '更正'}
        </PrimaryButton>
      </View>
    </View>
  )
}
