import { createHash } from 'node:crypto'
import type { Client, County } from '../../support/county'

/** The columns of the matrix. `township-a` is this unit, the 办公室 the department of its item. */
export const callers = [
  'anonymous',
  'forged',
  'stranger',
  'former-chair',
  'filler',
  'chair',
  'chair-pc',
  'other-filler',
  'other-chair',
  'reviewer',
  'head',
  'other-reviewer',
  'other-head',
  'office',
  'leader',
] as const
export type CallerName = (typeof callers)[number]

export const strangerOpenid = 'somebody-unknown'
export const memberIdOf = (openid: string) => `m-${createHash('sha256').update(openid).digest('hex').slice(0, 32)}`

/** A client for each column. */
export async function makeCallers(county: County): Promise<Record<CallerName, Client>> {
  const chair = 'chair-township-a'
  await county.database.collection('members').add({
    _id: memberIdOf('former-chair'),
    openid: 'former-chair',
    name: '前任主席',
    phone: '',
    posts: [{ role: 'chair', unitId: 'township-a', from: 1, to: Date.now() - 1, invitationId: null }],
    joinedAt: 1,
    revision: 2,
  })
  return {
    anonymous: county.overHttp(),
    // Everything by which WeChat or a careless server might say who somebody is.
    forged: county.overHttp(undefined, {
      headers: { 'x-wx-openid': chair, 'x-openid': chair, wx_openid: chair, 'x-wx-source': 'wx_client' },
      body: { openid: chair, WX_OPENID: chair, userInfo: { openId: chair, appId: 'wx-test' }, TCB_SOURCE: 'wx_client' },
    }),
    stranger: county.as(strangerOpenid),
    'former-chair': county.as('former-chair'),
    filler: county.as('filler-township-a'),
    chair: county.as(chair),
    'chair-pc': county.overHttp(await county.signIn(chair)),
    'other-filler': county.as('filler-township-b'),
    'other-chair': county.as('chair-township-b'),
    reviewer: county.as('reviewer-general-office'),
    head: county.as('head-general-office'),
    'other-reviewer': county.as('reviewer-welfare'),
    'other-head': county.as('head-welfare'),
    office: county.as('office'),
    leader: county.as('leader'),
  }
}
