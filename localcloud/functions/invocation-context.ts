import { randomUUID } from 'node:crypto'
import type { DeployedFunction } from './deployment'
import type { Invocation } from './worker'

/** Who causes an invocation; only the mini-program brings an identity. */
export type Caller =
  | { kind: 'mini-program'; openid: string; appId: string }
  | { kind: 'http' }
  | { kind: 'function'; source: string }
  | { kind: 'timer' }
  | { kind: 'message-push' }

const ADDRESS = '127.0.0.1'
const TCB_KEYS = 'TCB_ENV,TCB_SEQID,TRIGGER_SRC,TCB_SOURCE_IP,TCB_SOURCE,TCB_ROUTE_KEY,TCB_CONTEXT_CNFG,TCB_TRACELOG'

/** What every process needs so that the SDK in it talks to this cloud. */
export function cloudEnvironment(options: {
  adminUrl: string
  envId: string
  secretId: string
  secretKey: string
}): Record<string, string> {
  return {
    // Spares the SDK its look-ups of a metadata server, which would take longer than the requests themselves.
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: options.secretId,
    TENCENTCLOUD_SECRETKEY: options.secretKey,
    SCF_NAMESPACE: options.envId,
    TCB_ENV: options.envId,
    TCB_CONTEXT_KEYS: TCB_KEYS,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: options.adminUrl }),
  }
}

/**
 * One invocation as a container receives it. The context holds this invocation's variables and no others; its
 * `environment` is the text from which the SDK's `getCloudbaseContext(context)` takes the identity.
 */
export function invocationOf(
  target: DeployedFunction,
  cloud: Record<string, string>,
  event: string,
  caller: Caller,
): Invocation {
  const requestId = randomUUID()
  const variables = { TCB_SEQID: requestId, TCB_SOURCE_IP: ADDRESS, ...variablesOf(caller) }
  const environment = { ...target.environment, ...cloud, ...variables }
  const context = {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: target.memoryMegabytes,
    time_limit_in_ms: target.timeoutSeconds * 1000,
    request_id: requestId,
    environment: JSON.stringify(environment),
    environ: Object.entries(environment)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
    function_version: '$LATEST',
    function_name: target.name,
    namespace: cloud.SCF_NAMESPACE,
    tencentcloud_region: cloud.TENCENTCLOUD_REGION,
  }
  return { event, context: JSON.stringify(context), variables }
}

function variablesOf(caller: Caller): Record<string, string> {
  switch (caller.kind) {
    case 'mini-program':
      return {
        WX_CONTEXT_KEYS: 'WX_CLIENTIP,WX_APPID,WX_OPENID',
        WX_CLIENTIP: ADDRESS,
        WX_APPID: caller.appId,
        WX_OPENID: caller.openid,
        TCB_SOURCE: 'wx_client',
        TRIGGER_SRC: 'tcb',
      }
    case 'http':
      return { TCB_SOURCE: 'http', TRIGGER_SRC: 'http' }
    case 'function':
      return { TCB_SOURCE: caller.source, TRIGGER_SRC: 'tcb' }
    case 'timer':
      return { TCB_SOURCE: 'timer', TRIGGER_SRC: 'timer' }
    case 'message-push':
      return { TCB_SOURCE: 'wx_unknown', TRIGGER_SRC: 'tcb' }
  }
}
