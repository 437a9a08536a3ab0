import type { Cycle } from '#shared/cycle/cycle'
import { problem } from '#shared/errors/problems'
import { type Actor, allow, either, type Verdict } from './permission'
import { leaders, peopleOfTheUnit, reviewsForSome, theOffice, whoKeeps } from './roles'

interface OfCycle {
  cycle: Cycle
}

/** Records are corrected as long as the year is not filed away. */
function isNotFiled(_actor: Actor, { cycle }: OfCycle): Verdict {
  return cycle.phase === 'archived' ? problem('record.closed') : true
}

/** 目标任务分解表: the office's, for leaders to read. */
export const targetPermissions = {
  'target.open': allow(either(theOffice, leaders)),
  'target.save': allow(theOffice, isNotFiled),
  'target.preview': allow(theOffice, isNotFiled),
  'target.import': allow(theOffice, isNotFiled),
}

/** 县总记录: read and written by their keepers. */
export const recordKeeping = {
  'record.list': allow(whoKeeps),
  'record.measure': allow(whoKeeps),
  'record.of-unit': allow(whoKeeps),
  'record.save': allow(whoKeeps, isNotFiled),
  'record.correct': allow(whoKeeps, isNotFiled),
  'record.others': allow(whoKeeps, isNotFiled),
  'record.preview': allow(whoKeeps, isNotFiled),
  'record.import': allow(whoKeeps, isNotFiled),
  'record.doubts': allow(whoKeeps),
  'record.answer-doubt': allow(whoKeeps, isNotFiled),
}

/** Meetings: which departments keep them, the requests say. */
export const meetingKeeping = {
  'meeting.list': allow(whoKeeps),
  'meeting.open': allow(whoKeeps),
  'meeting.save': allow(whoKeeps, isNotFiled),
  'meeting.correct': allow(whoKeeps, isNotFiled),
}

/** What the county keeps, and what a unit answers where something stands about itself. */
export const recordPermissions = {
  ...recordKeeping,
  ...meetingKeeping,
  'record.raise-doubt': allow(peopleOfTheUnit, isNotFiled),
}

/** The place where a file of the county's own may be put; by itself it changes nothing. */
export const countyFilePermissions = {
  'county.ticket': allow(either(theOffice, reviewsForSome)),
}
