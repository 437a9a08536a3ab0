import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureBuilt } from '../../../localcloud/builds'
import {
  demoNoticeTemplates,
  demoTemplates,
  lastingNoticeTemplates,
  lastingTemplates,
} from '../../../localcloud/demo-county/notice-templates'
import { startLocalCloud } from '../../../localcloud/local-cloud'
import type { LocalCloudOptions } from '../../../localcloud/options'
import { parseFunctionRules } from '../../../localcloud/rules/function-rules'
import { parseStorageRules } from '../../../localcloud/rules/storage-rules'
import { browser, phone } from './client'
import { departments, founder, people, units } from './people'

export const cycleId = '2026'
const DAY = 86_400_000
const secrets = { SESSION_SECRET: 'a secret for tests only', SETUP_CODE: 'setup-code-for-tests' }

type StartOptions = Partial<Pick<LocalCloudOptions, 'h5Folder' | 'log' | 'functionsFolder' | 'pages'>> & {
  /** Variables of every function's process. */
  environment?: Record<string, string>
  /** With 长期订阅 in place of one-time consents. */
  lasting?: boolean
}

/** A local cloud on that folder with everything deployed on it that is deployed in the cloud. */
export function startCloud(dataFolder: string, { environment, lasting, ...options }: StartOptions = {}) {
  const NOTICE_TEMPLATES = lasting ? lastingNoticeTemplates : demoNoticeTemplates
  return startLocalCloud({
    functionsFolder: 'dist/cloudfunctions',
    ...options,
    dataFolder,
    port: 0,
    functionEnvironment: {
      api: { ...environment, ...secrets, NOTICE_TEMPLATES },
      documents: { ...environment },
      clock: { ...environment, NOTICE_TEMPLATES },
      'wechat-events': { ...environment, NOTICE_TEMPLATES },
    },
    templates: lasting ? lastingTemplates : demoTemplates,
    functionRules: parseFunctionRules(readFileSync('cloudfunctions/function-rules.json', 'utf8')),
    storageRules: parseStorageRules(readFileSync('cloudfunctions/storage-rules.json', 'utf8')),
    appId: 'wx-test',
    envId: 'county-test',
    workersPerFunction: 2,
  })
}

/**
 * A county with its roster, everybody in it and the cycle open, made once by the product's own requests and kept under
 * what it was made from. Jest's processes that want it at the same time wait for the one that makes it.
 */
export function countySnapshot(): Promise<string> {
  // Once a process: a test that sets its clock to another day goes on with the county that it has.
  known ??= makeSnapshot()
  return known
}

let known: Promise<string> | undefined

async function makeSnapshot(): Promise<string> {
  await oneAtATime('build', () => ensureBuilt('functions', () => undefined))
  const key = createHash('sha256').update(madeFrom()).digest('hex').slice(0, 16)
  const folder = resolve('.cache', 'county', key)
  if (existsSync(folder)) return folder
  await oneAtATime('county', async () => {
    if (existsSync(folder)) return
    rmSync(join('.cache', 'county'), { recursive: true, force: true })
    const making = `${folder}.part`
    const cloud = await startCloud(making)
    try {
      await found(cloud.address)
    } finally {
      await cloud.close()
    }
    rmSync(join(making, 'deployed-functions'), { recursive: true, force: true })
    renameSync(making, folder)
  })
  return folder
}

/** A copy of the snapshot that a test may change. */
export function copySnapshot(snapshot: string, folder: string): void {
  cpSync(snapshot, folder, { recursive: true })
}

async function found(address: string): Promise<void> {
  const office = phone(address, founder.openid)
  await office.get('county.found', {
    setupCode: secrets.SETUP_CODE,
    countyName: '南江县总工会',
    officePhone: '0000-1234567',
    name: founder.name,
    landings: ['考核组长（签字）：'],
  })
  await office.get('roster.save', { departments, units })
  await Promise.all(
    people.map(async ({ openid, name, post }) => {
      const { invitationCode } = await office.get('member.invite', { name, phone: '', post })
      await phone(address, openid).get('member.join', { invitationCode })
    }),
  )
  await office.get('cycle.open', {
    cycleId,
    title: '2026年度考核',
    documentNumber: '县工〔2026〕11号',
    selfDeadline: Date.now() + 30 * DAY,
    graceHours: 0,
    lockAfterDeadline: false,
    reviewDeadline: Date.now() + 60 * DAY,
    departmentStep: 50,
    notApplicable: 'full',
    decidedBy: 'department-head',
  })
}

/** Signs a browser in as that person: code on the screen, scanned by the phone, taken once. */
export async function signIn(address: string, openid: string): Promise<string> {
  const pc = browser(address, null)
  const { ticketId, claim } = await pc.get('sign-in.start', {})
  await phone(address, openid).get('sign-in.confirm', { ticketId })
  const taken = await pc.get('sign-in.take', { ticketId, claim })
  if (taken.waiting) throw new Error('the phone has confirmed and the ticket still waits')
  return taken.session
}

/** The functions, the people of the county, and the day: the deadlines lie a month ahead of it. */
function madeFrom(): string {
  const built = readdirSync('dist/cloudfunctions').map(name =>
    readFileSync(join('dist/cloudfunctions', name, 'index.js'), 'utf8'),
  )
  const county = JSON.stringify([units, departments, people])
  return [...built, county, readFileSync(__filename, 'utf8'), new Date().toDateString()].join('\n')
}

/** Runs `work` in one process at a time; a lock left behind by a process that died is broken after two minutes. */
async function oneAtATime(name: string, work: () => Promise<void>): Promise<void> {
  const lock = join('.cache', `${name}.lock`)
  mkdirSync('.cache', { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 120_000) rmSync(lock, { recursive: true })
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  try {
    await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}
