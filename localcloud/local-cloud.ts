import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { join, resolve } from 'node:path'
import { AdminEndpoint } from './admin/admin-endpoint'
import { databaseActions } from './database/database-actions'
import { DocumentStore } from './database/document-store'
import { DurableLog } from './database/durable-log'
import { deploy } from './functions/deployment'
import { functionActions } from './functions/function-actions'
import { FunctionRunner } from './functions/function-runner'
import { cloudEnvironment } from './functions/invocation-context'
import { HttpAccess } from './http/http-access'
import { type Listener, listen } from './http/listener'
import { routes } from './http/routes'
import { StaticFiles } from './http/static-files'
import type { LocalCloud, LocalCloudOptions } from './options'
import { compileFunctionRules } from './rules/function-rules'
import { bucketContent } from './storage/bucket-content'
import { FileStore } from './storage/file-store'
import { SignedAddresses } from './storage/signed-addresses'
import { storageActions } from './storage/storage-actions'
import { StorageEndpoint } from './storage/storage-endpoint'
import { ClientFiles, type StorageRules } from './wechat/client-files'
import { ContentCheck } from './wechat/content-check'
import { WeChatGateway } from './wechat/gateway'
import { openApiActions } from './wechat/open-api'
import { Subscriptions } from './wechat/subscriptions'
import { Visits } from './wechat/visits'

export type { LocalCloud, LocalCloudOptions } from './options'

const DEFAULT_STORAGE_RULES: StorageRules = {
  read: 'auth != null && resource.openid == auth.openid',
  write: 'auth != null && resource.openid == auth.openid && /^incoming\\//.test(resource.path) == true',
}

/**
 * Starts a cloud on this machine: the endpoint that the CloudBase SDK talks to, the bucket, the functions, WeChat's
 * side, HTTP access at `/api` and the H5 page. Ready when the promise resolves.
 * @throws CloudError `port-in-use`, `data-in-use`: both with a Chinese sentence that says what to do.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  // Listening first finds out about a busy port before anything is opened or written.
  let answer: RequestListener = (_request, response) => response.writeHead(503).end()
  const listener = await listen(options.port, (request, response) => answer(request, response))
  try {
    const { cloud, listener: ready } = assemble(options, listener)
    answer = ready
    return cloud
  } catch (error) {
    await listener.close()
    throw error
  }
}

function assemble(options: LocalCloudOptions, listener: Listener): { cloud: LocalCloud; listener: RequestListener } {
  const { envId, appId, log = () => undefined, messagePush = 'wechat-events' } = options
  // Workers run in folders of their own, where a relative path would mean another place.
  const dataFolder = resolve(options.dataFolder)
  const address = `http://127.0.0.1:${listener.port}`
  const adminUrl = `${address}/admin`
  const credentials = { secretId: `AKID${randomBytes(16).toString('hex')}`, secretKey: randomBytes(16).toString('hex') }
  const environment = cloudEnvironment({ adminUrl, envId, ...credentials })
  const mayInvoke = compileFunctionRules(options.functionRules)

  const durableLog = new DurableLog(dataFolder)
  const store = new DocumentStore(durableLog)
  for (const name of options.collections ?? []) store.addCollection(name)
  const files = new FileStore(join(dataFolder, 'files'), store)
  const addresses = new SignedAddresses(address)
  const deployment = deploy(
    options.functionsFolder,
    join(dataFolder, 'deployed-functions'),
    options.functionEnvironment,
  )
  const runner = new FunctionRunner(deployment, environment, options.workersPerFunction ?? 4, log)

  const visits = new Visits()
  const contentCheck = new ContentCheck(appId, visits, event => runner.push(messagePush, event))

  const subscriptions = new Subscriptions(options.templates ?? {}, event => runner.push(messagePush, event))

  const actions = {
    ...databaseActions(store),
    ...storageActions(envId, files, addresses),
    ...functionActions(runner),
    ...openApiActions({ ...contentCheck.apis, ...subscriptions.apis }, token => runner.functionOfToken(token)),
  }
  const clientFiles = new ClientFiles(envId, options.storageRules ?? DEFAULT_STORAGE_RULES, files, addresses)
  const cloud: LocalCloud = {
    address,
    adminUrl,
    environment,
    pragmas: () => durableLog.pragmas(),
    storage: bucketContent(files),
    fireTimer: async name => JSON.parse((await runner.fireTimer(name)) ?? 'null'),
    workers: name => runner.workers(name),
    wechat: {
      pushResults: times => contentCheck.pushResults(times),
      waitingPictures: () => contentCheck.waiting(),
      deem: (picture, suggestion) => contentCheck.deem(picture, suggestion),
      visit: (openid, at) => visits.note(openid, at),
      subscriptions,
      push: event => runner.push(messagePush, event),
    },
    async close() {
      await listener.close()
      runner.stop()
      durableLog.close()
    },
  }
  const parts = {
    pages: options.pages ?? {},
    admin: new AdminEndpoint(envId, credentials, actions, log),
    storage: new StorageEndpoint(files, addresses),
    wechat: new WeChatGateway(appId, runner, mayInvoke, clientFiles, visits, subscriptions),
    api: new HttpAccess('/api', 'api', { envId, appId }, runner),
    h5: options.h5Folder === undefined ? undefined : new StaticFiles(options.h5Folder),
  }
  return { cloud, listener: routes(parts, log) }
}
