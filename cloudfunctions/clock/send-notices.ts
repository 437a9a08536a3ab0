import type { Instant } from '#shared/assessment/assessment'
import type { Cycle } from '#shared/cycle/cycle'
import type { NoticeFate } from '#shared/notices/notice'
import { isStillTrue } from '#shared/notices/still-true'
import { outsideQuietHours } from '#shared/notices/when'
import { noticeTemplates } from '../infrastructure/notice-templates'
import { askWeChat } from '../infrastructure/wechat'
import { readStandings } from '../repositories/assessment-news'
import {
  consentId,
  creditsOf,
  emptyLedgers,
  giveBackCredits,
  readConsents,
  takeCredits,
} from '../repositories/consents'
import { currentCycle } from '../repositories/cycles'
import { endLease, takeLease } from '../repositories/leases'
import { readMembers } from '../repositories/members'
import {
  claimNotices,
  listDueNotices,
  listUnreached,
  type Notice,
  postponeClaimed,
  settleClaimed,
  settleLost,
  settlePlanned,
} from '../repositories/notices'
import { stillUnreached, unitsToPhone } from '../requests/notice/still-unreached'
import { bodyOf, bundle, type Message } from './message'
import type { Step, Turn } from './step'
import { sheetOf } from './tell-sheets'

const AT_ONCE = 50
const MINUTE = 60_000
/** Longer than a clock lives: whoever claimed before is dead. */
const LIFE = 3 * MINUTE
/** After five minutes, ten, twenty … while WeChat is down. */
const FIRST_PAUSE = 5 * MINUTE
const LONGEST_PAUSE = 2 * 60 * MINUTE
/** So long before it is pointless the office must know, to be able to phone. */
const TIME_TO_PHONE = 2 * 60 * MINUTE

const REFUSED = 43_101
/** 40003 · 40037 · 41030 · 47003: an openid, a template, a page, a field that WeChat does not take. */
const UNKNOWN_OPENID = 40_003

/** What became of a message; `down` is tried again. */
type Outcome = { message: Message; fate: NoticeFate | 'down' }

/**
 * Sends what is due, fifty at a time, never at night. A notice is claimed before it is sent and its credit taken in the
 * same step, so that however the clock dies no message goes out twice; those it had claimed are then of unknown fate.
 * What became of one fifty is written while the next is read: four round trips each.
 */
export const sendNotices: Step = {
  name: 'send-notices',
  async run(turn) {
    const { now } = turn
    if (outsideQuietHours(now) !== now) return null
    // What one clock has taken of a ledger another would read as used up, before it sees that the notice is claimed.
    const holder = await takeLease('send-notices', now, now + LIFE)
    if (!holder) return null
    const next = await sendAll(turn)
    await endLease('send-notices', holder)
    return next
  },
}

async function sendAll(turn: Turn): Promise<string | null> {
  const { now } = turn
  await settleLost(now - LIFE, now)
  let settle = async () => {}
  for (;;) {
    const [due] = await Promise.all([listDueNotices(now, AT_ONCE), settle()])
    if (due.length === 0) return null
    settle = await sendSome(due, turn)
    if (turn.isTimeLeft()) continue
    await settle()
    return 'more'
  }
}

/** Sends those of the notices that are true and consented to; answers how to write down what became of them. */
async function sendSome(due: Notice[], { now }: Turn): Promise<() => Promise<void>> {
  const templates = noticeTemplates()
  const messages = bundle(due)
  const current = currentCycle()
  const [members, standings, cycle, toPhone, consents] = await Promise.all([
    readMembers([...new Set(due.map(({ memberId }) => memberId))]),
    readStandings([...new Set(due.flatMap(notice => sheetOf(notice) ?? []))], [...new Set(due.flatMap(itemOf))]),
    current,
    due.some(({ kind }) => kind === 'unreached') ? countToPhone(current, now) : 0,
    readConsents(messages.flatMap(({ memberId, notices }) => notices.map(of => consentId(memberId, of.template)))),
  ])
  const cycleOf = ({ cycleId }: Notice) => (cycle?._id === cycleId ? cycle : undefined)
  const isTrue = (notice: Notice) =>
    isStillTrue(notice, standings.get(sheetOf(notice) ?? ''), cycleOf(notice), now, toPhone)
  const untrue = due.filter(notice => !isTrue(notice))
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
  const withoutConsent = due.filter(notice => isTrue(notice) && !sending.has(notice._id))
  const ledgerOf = ({ memberId, template }: Message) => consentId(memberId, template)

  const [{ claim, ids }] = await Promise.all([
    claimNotices([...sending], now),
    takeCredits(sendable.map(ledgerOf)),
    settlePlanned(idsOf(untrue), 'untrue', now),
    settlePlanned(idsOf(withoutConsent), 'no-consent', now),
  ])
  // Where another clock has some of a message's notices, that clock sends the message.
  const own = sendable.filter(({ notices }) => notices.every(({ _id }) => ids.has(_id)))
  const notOwn = sendable.filter(message => !own.includes(message))
  const outcomes = await Promise.all(
    own.map(async (message): Promise<Outcome> => {
      const openid = members.get(message.memberId)?.openid
      const template = templates?.[message.template]
      if (!openid || !template) return { message, fate: 'bad-template' }
      const answer = await askWeChat('subscribeMessage.send', bodyOf(message, template, openid)).catch(() => null)
      return { message, fate: answer === null ? 'down' : fateOf(answer.errcode) }
    }),
  )
  const withFate = (fate: Outcome['fate']) => outcomes.filter(outcome => outcome.fate === fate)
  return async () => {
    const claimedOf = (chosen: readonly { message: Message }[]) =>
      chosen.flatMap(({ message }) => idsOf(message.notices))
    const down = withFate('down').flatMap(({ message }) => message.notices)
    const hopeless = down.filter(notice => nextTry(notice, now) > notice.expiresAt - TIME_TO_PHONE)
    await Promise.all([
      ...(['sent', 'refused', 'bad-template'] as const).map(fate =>
        settleClaimed(claim, claimedOf(withFate(fate)), fate, now),
      ),
      settleClaimed(claim, idsOf(hopeless), 'given-up', now),
      ...byNextTry(
        down.filter(notice => !hopeless.includes(notice)),
        now,
      ).map(([dueAt, notices]) => postponeClaimed(claim, idsOf(notices), dueAt)),
      postponeClaimed(
        claim,
        notOwn.flatMap(({ notices }) => idsOf(notices).filter(id => ids.has(id))),
        now,
      ),
      // A message that was certainly not sent has used no consent.
      giveBackCredits([...withFate('down'), ...withFate('bad-template')].map(({ message }) => ledgerOf(message))),
      giveBackCredits(notOwn.map(ledgerOf)),
      emptyLedgers(withFate('refused').map(({ message }) => ledgerOf(message))),
    ])
  }
}

/** In how many units somebody is to be phoned at this moment: asked where the office is about to be told so. */
async function countToPhone(current: Promise<Cycle | null>, now: Instant): Promise<number> {
  const cycle = await current
  return cycle ? unitsToPhone(await stillUnreached(await listUnreached(cycle._id), cycle, now)) : 0
}

const idsOf = (notices: readonly Notice[]) => notices.map(({ _id }) => _id)
const itemOf = ({ kind, itemId }: Notice) => (kind === 'returned' && itemId !== null ? [itemId] : [])

function fateOf(errcode: number): NoticeFate {
  if (errcode === 0) return 'sent'
  return errcode === REFUSED || errcode === UNKNOWN_OPENID ? 'refused' : 'bad-template'
}

function nextTry({ attempts }: Notice, now: Instant): Instant {
  return outsideQuietHours(now + Math.min(FIRST_PAUSE * 2 ** attempts, LONGEST_PAUSE))
}

function byNextTry(notices: readonly Notice[], now: Instant): [Instant, Notice[]][] {
  const groups = new Map<Instant, Notice[]>()
  for (const notice of notices) {
    const dueAt = nextTry(notice, now)
    groups.set(dueAt, [...(groups.get(dueAt) ?? []), notice])
  }
  return [...groups]
}
