import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { shippedDepartments } from '#rubrics/shipped-rubrics'
import { type BuildProgress, ensureBuilt } from './builds'
import { CloudError } from './cloud-error'
import { makeCounty } from './demo-county/make-county'
import { demoNoticeTemplates, demoTemplates } from './demo-county/notice-templates'
import { phonePages } from './demo-county/phone-page'
import type { DemoPerson } from './demo-county/roster'
import { newestCodeOnScreen } from './demo-county/screen-codes'
import { listen } from './http/listener'
import { type LocalCloud, startLocalCloud } from './local-cloud'
import { parseFunctionRules } from './rules/function-rules'
import { parseStorageRules } from './rules/storage-rules'

/*
 * `npm start`: builds what is missing, starts the local cloud with everything deployed on it, and makes the demo county
 * the first time. `npm start -- --fresh` starts over, `-- --port N` listens elsewhere.
 */
const { values } = parseArgs({
  options: { fresh: { type: 'boolean', default: false }, port: { type: 'string', default: '7300' } },
})

const folder = '.data/demo-county'
const MINUTE = 60_000
const say = (line: string) => process.stdout.write(`${line}\n`)

async function start(): Promise<void> {
  const port = Number(values.port)
  // A running county must not lose its data to a second start: the port is tried before anything is removed.
  await (await listen(port, () => undefined)).close()
  const peopleFile = join(folder, 'people.json')
  if (values.fresh || !existsSync(peopleFile)) rmSync(folder, { recursive: true, force: true })
  await ensureBuilt('functions', sayBuild)
  await ensureBuilt('h5', sayBuild)
  mkdirSync(folder, { recursive: true })
  const secrets = secretsOf(folder)
  const cloudLog = createWriteStream(join(folder, 'cloud.log'), { flags: 'a' })
  let people: DemoPerson[] = []
  const cloud = await startLocalCloud({
    dataFolder: join(folder, 'cloud'),
    port,
    functionsFolder: 'dist/cloudfunctions',
    functionEnvironment: {
      api: { ...secrets, NOTICE_TEMPLATES: demoNoticeTemplates },
      documents: {},
      clock: { NOTICE_TEMPLATES: demoNoticeTemplates },
      'wechat-events': { NOTICE_TEMPLATES: demoNoticeTemplates },
    },
    templates: demoTemplates,
    functionRules: parseFunctionRules(readFileSync('cloudfunctions/function-rules.json', 'utf8')),
    storageRules: parseStorageRules(readFileSync('cloudfunctions/storage-rules.json', 'utf8')),
    appId: 'wx0000000000000000',
    envId: 'demo-county',
    h5Folder: 'dist/h5',
    pages: phonePages({
      address: () => cloud.address,
      people: () => people,
      codeOnScreen: () => newestCodeOnScreen(cloud.environment),
      subscriptions: () => cloud.wechat.subscriptions,
      templates: demoTemplates,
    }),
    log: line => cloudLog.write(`${line}\n`),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => cloud.close().then(() => process.exit(0)))
  people = await countyOf(cloud, secrets.SETUP_CODE, peopleFile)
  const log = (line: string) => cloudLog.write(`${line}\n`)
  every(5 * MINUTE, () => cloud.fireTimer('clock'), log)
  every(MINUTE, () => cloud.wechat.pushResults(), log)
  say('')
  say(`  打开 ${cloud.address}/phone 选一个人，就能登录。`)
  say(`  Open ${cloud.address}/phone and choose whom to be. The computer's own page is ${cloud.address}/`)
  say(`  Ctrl+C 停止；数据和日志留在 ${folder}，重新开始用 npm start -- --fresh`)
}

/** What happens by itself in the cloud: the timer of the clock's config.json, WeChat's pushes. */
function every(milliseconds: number, act: () => Promise<unknown>, log: (line: string) => void): void {
  setInterval(() => act().catch((failure: unknown) => log(`by the clock: ${failure}`)), milliseconds).unref()
}

/** The county's people; made once. Their file is written last, so that a making that was interrupted begins anew. */
async function countyOf(cloud: LocalCloud, setupCode: string, file: string): Promise<DemoPerson[]> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const started = Date.now()
  const people = await makeCounty({
    address: cloud.address,
    setupCode,
    departments: shippedDepartments,
    now: Date.now(),
    progress: (what, done, all) => {
      if (done === all || done % 10 === 0) say(`  正在做演示县：${what} ${done}/${all}`)
    },
  })
  writeFileSync(`${file}.part`, JSON.stringify(people))
  renameSync(`${file}.part`, file)
  say(`  演示县做好了，用了 ${Math.round((Date.now() - started) / 1000)} 秒。`)
  return people
}

/** The secrets of this county's deployment; kept, so that sessions outlive a restart. */
function secretsOf(home: string): { SESSION_SECRET: string; SETUP_CODE: string } {
  const file = join(home, 'secrets.json')
  if (!existsSync(file)) {
    const made = { SESSION_SECRET: randomBytes(32).toString('hex'), SETUP_CODE: randomBytes(8).toString('hex') }
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

const sayBuild: BuildProgress = (name, step, seconds) => {
  const words = { functions: '云函数', h5: '电脑和网页', weapp: '小程序' }[name]
  if (step === 'building') say(`  正在构建${words}……`)
  if (step === 'built') say(`  ${words}构建好了，用了 ${Math.round(seconds)} 秒。`)
}

start().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof CloudError ? error.message : error instanceof Error ? error.stack : error}\n`,
  )
  process.exit(1)
})
