import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shippedDepartments } from '#rubrics/shipped-rubrics'
import { makeCounty } from '../../localcloud/demo-county/make-county'
import { demoTemplates } from '../../localcloud/demo-county/notice-templates'
import { DemoPhone } from '../../localcloud/demo-county/phone'
import { phonePages } from '../../localcloud/demo-county/phone-page'
import type { DemoPerson } from '../../localcloud/demo-county/roster'
import { newestCodeOnScreen } from '../../localcloud/demo-county/screen-codes'
import { type LocalCloud, startLocalCloud } from '../../localcloud/local-cloud'
import { parseFunctionRules } from '../../localcloud/rules/function-rules'
import { parseStorageRules } from '../../localcloud/rules/storage-rules'

/** What `npm start` shows on the first morning, without the builds. */
describe('the demo county', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-county-'))
  const SETUP_CODE = 'a-code-of-the-test'
  let cloud: LocalCloud
  let people: DemoPerson[] = []
  const phoneOf = (title: string) =>
    new DemoPhone(cloud.address, people.find(person => person.title === title)?.openid ?? '')

  beforeAll(async () => {
    cloud = await startLocalCloud({
      dataFolder: folder,
      port: 0,
      functionsFolder: 'dist/cloudfunctions',
      functionEnvironment: { api: { SESSION_SECRET: 'secret-of-the-test', SETUP_CODE }, documents: {} },
      functionRules: parseFunctionRules(readFileSync('cloudfunctions/function-rules.json', 'utf8')),
      storageRules: parseStorageRules(readFileSync('cloudfunctions/storage-rules.json', 'utf8')),
      appId: 'wx0000000000000000',
      envId: 'demo-county',
      templates: demoTemplates,
      pages: phonePages({
        address: () => cloud.address,
        people: () => people,
        codeOnScreen: () => newestCodeOnScreen(cloud.environment),
        subscriptions: () => cloud.wechat.subscriptions,
        templates: demoTemplates,
      }),
    })
    people = await makeCounty({
      address: cloud.address,
      setupCode: SETUP_CODE,
      departments: shippedDepartments,
      progress: () => undefined,
      now: Date.now(),
    })
  }, 240_000)
  afterAll(async () => {
    await cloud.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('the phone page lets a person agree to messages, and shows those that came', async () => {
    const post = async (path: string, body: object) => {
      const answer = await fetch(cloud.address + path, { method: 'POST', body: JSON.stringify(body) })
      return answer.json()
    }
    const openid = people.find(person => person.title === '马店镇工会 主席')?.openid ?? ''
    const [templateId = ''] = Object.keys(demoTemplates)
    const before = await post('/phone/messages-of', { openid })
    await post('/wechat/request-subscribe-message', { openid, answers: { [templateId]: 'accept' } })
    const after = await post('/phone/messages-of', { openid })
    expect([before.templates[0].left, after.templates[0].left]).toEqual([0, 1])
    expect(after).toMatchObject({ person: { title: '马店镇工会 主席' }, messages: [] })
    expect((await fetch(`${cloud.address}/phone/messages?openid=${openid}`)).headers.get('content-type')).toContain(
      'html',
    )
  })

  test('has some units finished and scored, some half done, some not begun', async () => {
    const { cycle, units } = await phoneOf('考核办').ask('office.overview', { cycleId: await currentCycle() })
    expect(cycle.phase).toBe('self-assessment')
    expect(units).toHaveLength(41)
    const states = new Set(units.map(unit => unit.state))
    expect([...states].sort()).toEqual(['awaiting-chair', 'filling', 'not-started', 'reviewed', 'submitted'])
    expect(units.filter(unit => unit.score.complete).length).toBeGreaterThanOrEqual(3)
    expect(units.map(unit => unit.name).slice(0, 3)).toEqual(['产业集聚区工会', '城关镇工会', '马店镇工会'])
  })

  test('has pictures as materials', async () => {
    const unitId = 'township-02'
    const sheet = await phoneOf('城关镇工会 填报人').ask('assessment.open', { cycleId: await currentCycle(), unitId })
    const materials = Object.values(sheet.materials)
    expect(materials.some(material => material.files.length > 0)).toBe(true)
    expect(materials.some(material => material.files.length === 0 && material.whereabouts !== '')).toBe(true)
  })

  test('holds records: 马店镇 was absent three times, has its 任务数, and says 有出入 of one meeting', async () => {
    const cycleId = await currentCycle()
    const sheet = await phoneOf('马店镇工会 主席').ask('assessment.open', { cycleId, unitId: 'township-03' })
    const { absences, articles } = sheet.records.records
    expect(absences?.entries.length).toBeGreaterThanOrEqual(3)
    expect(absences).toMatchObject({ source: '县总签到记录', scope: '共3次会议' })
    expect(articles === undefined || articles.source === '宣教部的记录').toBe(true)
    expect(Object.keys(sheet.records.targets)).toContain('subscriptions')
    expect(sheet.records.doubts).toMatchObject([{ entryId: 'summer-training-p0', answer: null }])
    const { doubts } = await phoneOf('考核办').ask('record.doubts', { cycleId, departmentId: null })
    expect(doubts).toHaveLength(1)
  })

  test('shows a visit: two groups with units today, and what one of them suggests to the department', async () => {
    const cycleId = await currentCycle()
    const { groups, people: choosable } = await phoneOf('考核办').ask('visit-group.list', { cycleId })
    expect(groups.map(({ name, memberIds, days }) => [name, memberIds.length, days[0]?.unitIds.length])).toEqual([
      ['考核一组', 3, 6],
      ['考核二组', 3, 6],
    ])
    expect(choosable.map(({ memberId }) => memberId)).toEqual(expect.arrayContaining(groups.flatMap(g => g.memberIds)))
    const [unitId = ''] = groups[0]?.days[0]?.unitIds ?? []
    const phone = phoneOf(`${shippedDepartments[0]?.name} 评分人`)
    const review = await phone.ask('review.open', { cycleId, departmentId: shippedDepartments[0]?.id ?? '', unitId })
    expect(review.items.flatMap(({ suggestions = [] }) => suggestions.map(({ groupName }) => groupName))).toContain(
      '考核一组',
    )
  })

  test('lets a visitor be somebody: the phone page scans the code of the sign-in page that was opened last', async () => {
    const started = await askOverHttp('sign-in.start', {})
    const scanned = await fetch(`${cloud.address}/phone/scan`, {
      method: 'POST',
      body: JSON.stringify({ openid: people[0]?.openid }),
    })
    expect(await scanned.json()).toMatchObject({ confirmed: true })
    const taken = await askOverHttp('sign-in.take', { ticketId: started.ticketId, claim: started.claim })
    expect(taken).toMatchObject({ waiting: false, name: people[0]?.name })
  })

  async function currentCycle(): Promise<string> {
    const { cycle } = await phoneOf('考核办').ask('rubric.list', {})
    return cycle?.cycleId ?? ''
  }

  async function askOverHttp(request: string, input: object): Promise<Record<string, string>> {
    const answer = await fetch(`${cloud.address}/api`, {
      method: 'POST',
      body: JSON.stringify({ request, input, contractVersion: 1, requestId: 'test' }),
    })
    const { output } = await answer.json()
    return output
  }
})
