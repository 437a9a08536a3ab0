import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { OpenedMeeting } from '#shared/contract/meeting-contract'
import type { Problem } from '#shared/errors/problems'
import type { Attendance } from '#shared/records/meeting'
import { ask } from '../backend/ask'
import { currentBoxKey } from '../backend/identity'
import { random } from '../platform/random'
import { storage } from '../platform/storage'
import type { Keeper } from '../records/use-records'
import { type AttendanceSheet, forgetSheets, takeSheets, uploadSheets } from './attendance-sheets'
import {
  beginMeeting,
  changePerson,
  changeUnit,
  type DraftPerson,
  type MeetingDraft,
  type MeetingFaults,
  meetingFaults,
  saveRequest,
  withPeople,
} from './meeting-draft'

/** A meeting being entered: on this machine with every change, until the county has it. */
export function useNewMeeting(keeper: Keeper, onSaved: (opened: OpenedMeeting) => void, onDiscarded: () => void) {
  const { cycleId, departmentId } = keeper
  const key = draftKey(keeper)
  const [draft, setDraft] = useState<MeetingDraft | null>(() => parseDraft(storage.read(key)))
  const [unopened, setUnopened] = useState<Problem | null>(null)
  const [isFull, setFull] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  const [faults, setFaults] = useState<MeetingFaults>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const latest = useRef(draft)
  latest.current = draft

  function change(update: (before: MeetingDraft) => MeetingDraft) {
    if (!latest.current) return
    const next = update(latest.current)
    latest.current = next
    setFull(storage.write(key, next) === 'full')
    setDraft(next)
  }
  /** Always asked anew: who is likely to be expected changes with every meeting that is entered. */
  async function begin() {
    setUnopened(null)
    const asked = await ask('meeting.open', { cycleId, departmentId, meetingId: null })
    if (!asked.ok) setUnopened(asked.problem)
    else if (!latest.current) setDraft(beginMeeting(asked.output, random.newId()))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where nothing was begun on this machine.
  useEffect(() => {
    if (!latest.current) void begin()
  }, [])

  const markPerson = (unitId: string, place: number, part: Partial<DraftPerson>) =>
    change(before => changeUnit(before, unitId, unit => changePerson(unit, place, part)))

  async function attach(from: 'camera' | 'album') {
    setBusy('正在收照片')
    const taken = await takeSheets(from)
    setBusy(null)
    setProblem(taken.problem)
    change(before => ({ ...before, sheets: [...before.sheets, ...taken.sheets] }))
  }

  function keepTicket(uploaded: AttendanceSheet) {
    change(before => ({ ...before, sheets: before.sheets.map(one => (one.path === uploaded.path ? uploaded : one)) }))
  }

  async function save() {
    if (!draft || busy) return
    const found = meetingFaults(draft, cycleId)
    setFaults(found)
    setProblem(null)
    if (Object.keys(found).length > 0) return
    setBusy(draft.sheets.length > 0 ? `正在上传签到册 ${draft.sheets.length}页` : '正在记')
    const uploaded = await uploadSheets(draft.sheets, keepTicket)
    if ('problem' in uploaded) {
      setBusy(null)
      return setProblem(uploaded.problem)
    }
    setBusy('正在记')
    const asked = await ask('meeting.save', saveRequest(draft, keeper, uploaded.tickets))
    setBusy(null)
    if (!asked.ok) {
      // Storage does not know the pages any more: they go anew with the next attempt.
      if (asked.problem.code === 'material.ticket-unknown')
        change(before => ({ ...before, sheets: before.sheets.map(sheet => ({ ...sheet, ticket: null })) }))
      return setProblem(asked.problem)
    }
    storage.remove(key)
    await forgetSheets(draft.sheets)
    onSaved(asked.output)
  }

  /** Asked first, because nothing else has it. */
  async function discard() {
    const { confirm } = await Taro.showModal({
      title: '不记这次会议了？',
      content: '写的名称、名单和签到册照片都会清掉。',
      cancelText: '接着记',
      confirmText: '不记了',
    })
    if (!confirm) return
    storage.remove(key)
    await forgetSheets(latest.current?.sheets ?? [])
    onDiscarded()
  }

  return {
    draft,
    unopened,
    begin,
    change: (part: Partial<Pick<MeetingDraft, 'title' | 'kind' | 'date'>>) =>
      change(before => ({ ...before, ...part })),
    mark: (unitId: string, place: number, attendance: Attendance) => markPerson(unitId, place, { attendance }),
    note: (unitId: string, place: number, note: string) => markPerson(unitId, place, { note }),
    setPeople: (unitId: string, typed: string) =>
      change(before => changeUnit(before, unitId, unit => withPeople(unit, typed))),
    setInvited: (unitId: string, invited: boolean) =>
      change(before => changeUnit(before, unitId, unit => ({ ...unit, invited }))),
    attach,
    detach(sheet: AttendanceSheet) {
      change(before => ({ ...before, sheets: before.sheets.filter(one => one.path !== sheet.path) }))
      void forgetSheets([sheet])
    },
    isFull,
    busy,
    faults,
    problem,
    save,
    discard,
  }
}
export type NewMeetingWork = ReturnType<typeof useNewMeeting>

function draftKey({ cycleId, departmentId }: Keeper): string {
  return `meeting-draft/${currentBoxKey()}/${cycleId}/${departmentId ?? 'office'}`
}

/** Whether a meeting was begun on this machine and not entered. */
export function isMeetingBegun(keeper: Keeper): boolean {
  return parseDraft(storage.read(draftKey(keeper))) !== null
}

/** Only this file writes under its key. */
function parseDraft(stored: unknown): MeetingDraft | null {
  const isDraft = typeof stored === 'object' && stored !== null && 'meetingId' in stored && 'units' in stored
  return isDraft ? (stored as MeetingDraft) : null
}
