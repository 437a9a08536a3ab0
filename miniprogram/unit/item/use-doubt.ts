import { useRef, useState } from 'react'
import type { MeasureId } from '#shared/rules/rule'
import { ask } from '../../backend/ask'
import { begunTexts } from '../../backend/begun-texts'
import type { RecordedView } from '../../components/record-trail/trail-view'
import { machineName } from '../../platform/machine-name'
import { random } from '../../platform/random'
import type { OpenItem } from './use-item'

/** What a doubt is about: one entry, or something that is not among them. */
export interface DoubtSubject {
  measure: MeasureId
  entryId: string | null
}

/**
 * 有出入. It is a word to the county, not a value of the sheet, so it never waits in the phone: it goes through, or the
 * person is told, and what was typed stays until it has.
 */
export function useDoubt({ sheet, replaceRecords }: OpenItem) {
  const [recorded, setRecorded] = useState<RecordedView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const sent = useRef<{ body: string; operationId: string } | null>(null)
  const unit = { cycleId: sheet.cycle.cycleId, unitId: sheet.unit.unitId }
  const place = `doubt:${unit.cycleId}:${unit.unitId}:${recorded?.counted[0]?.measure}`

  const send = async (subject: DoubtSubject, text: string) => {
    if (isBusy) return
    if (text.trim() === '') return setProblem('请写一句哪里有出入')
    const body = JSON.stringify({ ...subject, text })
    // Pressed again after an answer was lost, it is the same operation.
    const operation = sent.current?.body === body ? sent.current : { body, operationId: random.newId() }
    sent.current = operation
    setBusy(true)
    const { operationId } = operation
    const asked = await ask('record.raise-doubt', { ...unit, ...subject, operationId, text: text.trim() })
    setBusy(false)
    if (!asked.ok) {
      const isUnreached = asked.problem.code === 'network.unreachable'
      const unreached = `没信号，没有送出去。您写的在${machineName()}里，有信号后再点一次。`
      return setProblem(isUnreached ? unreached : asked.problem.message)
    }
    begunTexts.keep(place, '')
    setRecorded(null)
    replaceRecords(asked.output.records)
  }
  return {
    /** The entries that it is about; null while it is closed. */
    recorded,
    isBusy,
    problem,
    begun: recorded ? begunTexts.read(place) : '',
    type: (text: string) => {
      begunTexts.keep(place, text)
      setProblem(null)
    },
    send,
    open: (about: RecordedView) => {
      setProblem(null)
      setRecorded(about)
    },
    close: () => setRecorded(null),
  }
}

export type Doubting = ReturnType<typeof useDoubt>
