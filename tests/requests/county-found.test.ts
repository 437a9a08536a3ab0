import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalCloud } from '../../localcloud/local-cloud'
import { phone } from '../support/county/client'
import { startCloud } from '../support/county/snapshot'

/* An empty environment, as it is on the day of deployment. */
const folder = mkdtempSync(join(tmpdir(), 'empty-'))
let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startCloud(folder)
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

const founding = {
  setupCode: 'setup-code-for-tests',
  countyName: '南江县总工会',
  officePhone: '0000-1234567',
  name: '王主任',
  landings: ['考核组长（签字）：'],
}

it('is refused without the code set at deployment', async () => {
  expect(await phone(cloud.address, 'founder').verdict('county.found', { ...founding, setupCode: 'x' })).toBe(
    'county.wrong-code',
  )
})

it('makes the founder the first of the office, and works once', async () => {
  const founder = phone(cloud.address, 'founder')
  const verdicts = await Promise.all([
    founder.verdict('county.found', founding),
    phone(cloud.address, 'another').verdict('county.found', founding),
  ])
  expect(verdicts.sort()).toEqual(['county.founded', 'ok'])
  expect(await founder.verdict('county.found', founding)).toBe('county.founded')
  const people = await Promise.all(
    ['founder', 'another'].map(async openid => (await phone(cloud.address, openid).get('identity.who-am-i', {})).posts),
  )
  expect(people.flat()).toEqual([{ role: 'office' }])
})

it('shows the shipped annexes to everybody before any cycle', async () => {
  const somebody = phone(cloud.address, 'somebody')
  const { cycle, rubrics } = await somebody.get('rubric.list', {})
  expect(cycle).toBeNull()
  expect(rubrics.map(({ annex, items }) => [annex, items])).toEqual([
    ['附件1', 25],
    ['附件2', 23],
    ['附件3', 13],
    ['附件4', 22],
  ])
  const { rubricVersionId = '' } = rubrics[0] ?? {}
  expect((await somebody.get('rubric.read', { rubricVersionId })).rubric.audience).toBe('township')
  expect(await somebody.verdict('rubric.read', { rubricVersionId: 'township@000000000000' })).toBe('rubric.unknown')
  expect(await somebody.verdict('rubric.read', { rubricVersionId: '../township' })).toBe('call.invalid-input')
})
