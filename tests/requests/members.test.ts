import type { PostInput } from '#shared/contract/office-contract'
import { type County, startCounty } from '../support/county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const filler: PostInput = { role: 'filler', unitId: 'township-b' }
const invite = (post: PostInput, openid = 'office', name = '小李') =>
  county.as(openid).get('member.invite', { name, phone: '13800000000', post })
const join = (openid: string, invitationCode: string) => county.as(openid).verdict('member.join', { invitationCode })
const memberIdOf = async (name: string) => {
  const { members } = await county.as('office').get('member.list', { unitId: null })
  return members.find(member => member.name === name)?.memberId ?? ''
}

describe('member.invite', () => {
  it('knows the unit and the department', async () => {
    const verdict = (post: object) => county.as('office').verdict('member.invite', { name: '小李', phone: '', post })
    expect(await verdict({ role: 'chair', unitId: 'no-such' })).toBe('unit.unknown')
    expect(await verdict({ role: 'reviewer', departmentId: 'no-such' })).toBe('department.unknown')
    expect(await verdict({ role: 'emperor' })).toBe('call.invalid-input')
    expect(await verdict({ role: 'chair', unitId: { $gt: '' } })).toBe('call.invalid-input')
    expect(await verdict({ role: 'office', unitId: 'township-a' })).toBe('call.invalid-input')
  })

  it('keeps the code to itself', async () => {
    const { invitationCode } = await invite(filler)
    expect(invitationCode).toMatch(/^[A-HJ-NP-Z2-9]{10}$/)
    const { data } = await county.database.collection('invitations').limit(1000).get()
    expect(JSON.stringify(data)).not.toContain(invitationCode)
  })
})

describe('member.join', () => {
  it('takes no code it has not given, none twice and none after its time', async () => {
    expect(await join('new-1', 'ABCDEFGHJK')).toBe('invitation.unknown')
    const { invitationCode } = await invite(filler)
    expect(await join('new-1', invitationCode)).toBe('ok')
    expect(await join('new-2', invitationCode)).toBe('invitation.unknown')
    const late = await invite(filler)
    await county.database
      .collection('invitations')
      .where({ usedBy: county.database.command.eq(null) })
      .update({ expiresAt: Date.now() - 1 })
    expect(await join('new-2', late.invitationCode)).toBe('invitation.expired')
    expect(await county.as('new-2').verdict('assessment.open', { cycleId: '2026', unitId: 'township-b' })).toBe(
      'identity.not-a-member',
    )
  })

  it('reads a code as people type it, and gives the post once however often it is sent', async () => {
    const { invitationCode } = await invite({ role: 'leader' }, 'office', '赵主任')
    const typed = ` ${invitationCode.slice(0, 5).toLowerCase()} ${invitationCode.slice(5)} `
    const first = await county.as('new-3').get('member.join', { invitationCode: typed })
    expect(first).toEqual({ name: '赵主任', posts: [{ role: 'leader' }] })
    expect(await county.as('new-3').get('member.join', { invitationCode })).toEqual(first)
  })

  it('sent twice at once by the same person gives the post once, and says so twice', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { invitationCode } = await invite({ role: 'leader' }, 'office', '钱主任')
      const joined = await Promise.all([1, 2, 3].map(() => join(`twice-${round}`, invitationCode)))
      expect(joined).toEqual(['ok', 'ok', 'ok'])
      expect((await county.as(`twice-${round}`).get('identity.who-am-i', {})).posts).toEqual([{ role: 'leader' }])
    }
  })

  it('adds a second post to the first', async () => {
    const { invitationCode } = await invite({ role: 'chair', unitId: 'system-b' })
    const joined = await county.as('chair-system-a').get('member.join', { invitationCode })
    expect(joined.posts.map(post => 'unitId' in post && post.unitId)).toEqual(['system-a', 'system-b'])
  })

  it('lets four fill in, not five', async () => {
    const post = { role: 'filler', unitId: 'enterprise-a' } as const
    const codes = await Promise.all(Array.from({ length: 4 }, () => invite(post, 'chair-enterprise-a')))
    const verdicts: string[] = []
    for (const [index, { invitationCode }] of codes.entries())
      verdicts.push(await join(`clerk-${index}`, invitationCode))
    expect(verdicts).toEqual(['ok', 'ok', 'ok', 'post.full'])
    expect(await county.as('chair-enterprise-a').verdict('member.invite', { name: '小李', phone: '', post })).toBe(
      'post.full',
    )
  })
})

describe('member.end-post', () => {
  it('knows the person and the post', async () => {
    const verdict = (memberId: string, post: PostInput) =>
      county.as('office').verdict('member.end-post', { memberId, post })
    expect(await verdict('m-nobody', filler)).toBe('member.unknown')
    expect(await verdict(await memberIdOf('领导'), filler)).toBe('post.unknown')
  })

  it('takes effect at once, on the phone and on the computer', async () => {
    const session = await county.signIn('filler-party-a')
    const input = { cycleId: '2026', unitId: 'party-a' }
    expect(await county.overHttp(session).verdict('assessment.open', input)).toBe('ok')
    const memberId = await memberIdOf('县委办工会填报人')
    const post = { role: 'filler', unitId: 'party-a' } as const
    expect(await county.as('chair-party-a').verdict('member.end-post', { memberId, post })).toBe('ok')
    expect(await county.as('filler-party-a').verdict('assessment.open', input)).toBe('permission.denied')
    expect(await county.overHttp(session).verdict('assessment.open', input)).toBe('permission.denied')
    expect((await county.as('filler-party-a').get('identity.who-am-i', {})).posts).toEqual([])
    expect(await county.as('chair-party-a').verdict('member.end-post', { memberId, post })).toBe('post.unknown')
  })
})

describe('member.list', () => {
  it('shows a chair the people of the own unit, and of them no other post', async () => {
    const { invitationCode } = await invite({ role: 'filler', unitId: 'party-b' })
    await county.as('filler-system-b').get('member.join', { invitationCode })
    const { members } = await county.as('chair-party-b').get('member.list', { unitId: 'party-b' })
    expect(members.flatMap(({ posts }) => posts.map(post => 'unitId' in post && post.unitId))).toEqual(
      Array(3).fill('party-b'),
    )
    expect(JSON.stringify(members)).not.toContain('openid')
  })
})
