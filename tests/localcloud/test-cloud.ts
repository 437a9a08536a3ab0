import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as cloudbase from '@cloudbase/node-sdk'
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../localcloud/local-cloud'

/** A cloud in a folder of its own, and the real SDK turned to it by environment variables alone. */
export interface TestCloud {
  cloud: LocalCloud
  app: ReturnType<typeof cloudbase.init>
  dataFolder: string
  /** Stops the cloud and starts it again on the same folder, by default with the same options. */
  restart(changed?: Partial<LocalCloudOptions>): Promise<void>
  end(): Promise<void>
}

export async function startTestCloud(chosen: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  const options: LocalCloudOptions = {
    dataFolder,
    port: 0,
    functionsFolder: join(dataFolder, 'no-functions'),
    functionEnvironment: {},
    functionRules: { '*': { invoke: false }, api: { invoke: 'auth != null' } },
    appId: 'wx1234567890abcdef',
    envId: 'county-test',
    collections: ['units'],
    ...chosen,
  }
  const start = async (changed: Partial<LocalCloudOptions> = {}) => {
    const cloud = await startLocalCloud({ ...options, ...changed })
    Object.assign(process.env, cloud.environment)
    return cloud
  }
  const test: TestCloud = {
    cloud: await start(),
    app: cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV }),
    dataFolder,
    async restart(changed) {
      await test.cloud.close()
      test.cloud = await start(changed)
    },
    async end() {
      await test.cloud.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
  return test
}

/** What a request was refused with; fails where it was not refused. */
export async function refusalOf(request: Promise<unknown>): Promise<{ code: unknown; message: string }> {
  const answer = await request.then(
    value => new Error(`not refused: ${JSON.stringify(value)}`),
    (error: unknown) => error,
  )
  if (answer instanceof Error && 'code' in answer) return { code: answer.code, message: answer.message }
  throw answer
}

/** What the gateway answers for a mini-program's call. */
export async function callFunction(cloud: LocalCloud, openid: string | undefined, name: string, data: unknown) {
  const response = await fetch(`${cloud.address}/wechat/call-function`, {
    method: 'POST',
    body: JSON.stringify({ openid, name, data }),
  })
  return response.json()
}
