import type { Instant } from '#shared/assessment/assessment'
import type { Cycle } from '#shared/cycle/cycle'
import { isStillTrue, itemInQuestion } from '#shared/notices/still-true'
import { noticeTemplates } from '../infrastructure/notice-templates'
import { readStandings } from '../repositories/assessment-news'
import { consentId, creditsOf, readConsents } from '../repositories/consents'
import { readHeldTextsOf } from '../repositories/content-checks'
import { currentCycle } from '../repositories/cycles'
import { type Member, readMembers } from '../repositories/members'
import { listUnreached, type Notice } from '../repositories/notices'
import { stillUnreached, unitsToPhone } from '../requests/notice/still-unreached'
import { isStillHeld, quotedWords } from '../requests/views/quoted-words'
import { bundle, type Message } from './message'
import { sheetOf } from './tell-sheets'

/** What is due, told apart by what can be done about it. */
export interface KnownOfDue {
  /** True and consented to: a message a person. */
  sendable: Message[]
  /** No longer so. */
  untrue: Notice[]
  /** So, and no consent is left for it. */
  withoutConsent: Notice[]
  members: Map<string, Member>
  /** What each of them says: nothing that is held. */
  wordsOf: (notice: Notice) => string
}

/** One round trip, three where the office is to be told something. */
export async function knownOf(due: readonly Notice[], now: Instant): Promise<KnownOfDue> {
  const templates = noticeTemplates()
  const current = currentCycle()
  const sheets = [...new Set(due.flatMap(notice => sheetOf(notice) ?? []))]
  const [members, standings, cycle, toPhone, held, consents] = await Promise.all([
    readMembers([...new Set(due.map(({ memberId }) => memberId))]),
    readStandings(sheets, [...new Set(due.flatMap(itemInQuestion))]),
    current,
    due.some(({ kind }) => kind === 'unreached') ? countToPhone(current, now) : 0,
    readHeldTextsOf(due.some(({ quotes }) => quotes) ? sheets : []),
    readConsents([...new Set(due.map(of => consentId(of.memberId, of.template)))]),
  ])
  const cycleOf = ({ cycleId }: Notice) => (cycle?._id === cycleId ? cycle : undefined)
  const heldOf = (notice: Notice) => held.get(sheetOf(notice) ?? '')
  const isTrue = (notice: Notice) =>
    isStillHeld(notice, heldOf(notice)) &&
    isStillTrue(notice, standings.get(sheetOf(notice) ?? ''), cycleOf(notice), now, toPhone)
  const sendable = bundle(due.filter(isTrue)).flatMap(message => {
    const template = message.notices
      .map(of => of.template)
      .find(name => {
        const consent = consents.get(consentId(message.memberId, name))
        return templates && consent && creditsOf(consent, templates[name].lasting) > 0
      })
    return template ? [{ ...message, template }] : []
  })
  const sending = new Set(sendable.flatMap(({ notices }) => notices.map(({ _id }) => _id)))
  return {
    sendable,
    untrue: due.filter(notice => !isTrue(notice)),
    withoutConsent: due.filter(notice => isTrue(notice) && !sending.has(notice._id)),
    members,
    wordsOf: notice => quotedWords(notice, heldOf(notice)),
  }
}

/** In how many units somebody is to be phoned at this moment: asked where the office is about to be told so. */
async function countToPhone(current: Promise<Cycle | null>, now: Instant): Promise<number> {
  const cycle = await current
  return cycle ? unitsToPhone(await stillUnreached(await listUnreached(cycle._id), cycle, now)) : 0
}
