import { CloudError } from '../cloud-error'
import type { Fields } from '../fields'
import type { DeployedFunction, Deployment } from './deployment'
import { type Caller, invocationOf } from './invocation-context'
import { WorkerPool } from './worker-pool'
import { WorkerProcess } from './worker-process'

/** What the platform takes and gives back through one invocation. */
const ANSWER_LIMIT = 6 * 1024 * 1024

/** Runs deployed functions by name. */
export class FunctionRunner {
  private readonly pools = new Map<string, WorkerPool>()

  constructor(
    private readonly deployment: Deployment,
    private readonly cloud: Record<string, string>,
    private readonly workersPerFunction: number,
    private readonly log: (line: string) => void,
  ) {}

  /**
   * @param event JSON text
   * @returns the function's answer as JSON text; undefined where it answers nothing
   * @throws CloudError FUNCTION_NOT_FOUND, FUNCTIONS_TIME_LIMIT_EXCEEDED, FUNCTIONS_EXECUTE_FAIL (thrown, crashed, not
   * loadable, or an answer above 6 MB).
   */
  async run(name: string, event: string, caller: Caller): Promise<string | undefined> {
    const target = this.deployment.functions.get(name)
    if (!target) {
      throw new CloudError(
        'FUNCTION_NOT_FOUND',
        `[ResourceNotFound.FunctionName] FunctionName parameter could not be found: ${name}`,
      )
    }
    const outcome = await this.poolOf(target).run(invocationOf(target, this.environmentOf(target), event, caller))
    switch (outcome.kind) {
      case 'timeout':
        throw new CloudError(
          'FUNCTIONS_TIME_LIMIT_EXCEEDED',
          `[FUNCTIONS_TIME_LIMIT_EXCEEDED] Invoking task timed out after ${target.timeoutSeconds} seconds`,
        )
      case 'failure':
        this.log(`[${name}] ${outcome.message}`)
        throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `[FUNCTIONS_EXECUTE_FAIL] ${outcome.message.split('\n')[0]}`)
      case 'result':
        if (outcome.result !== undefined && Buffer.byteLength(outcome.result) > ANSWER_LIMIT) {
          throw new CloudError('FUNCTIONS_EXECUTE_FAIL', '[FUNCTIONS_EXECUTE_FAIL] the response is larger than 6 MB')
        }
        return outcome.result
    }
  }

  /**
   * Does what the timer does when its hour comes; the local cloud has no clock of its own.
   * @throws CloudError where the function has no trigger.
   */
  fireTimer(name: string): Promise<string | undefined> {
    const trigger = this.deployment.functions.get(name)?.triggers[0]
    if (!trigger) throw new CloudError('FUNCTION_NOT_FOUND', `the function '${name}' has no trigger in its config.json`)
    const event = { Type: 'Timer', TriggerName: trigger.name, Time: new Date().toISOString(), Message: '' }
    return this.run(name, JSON.stringify(event), { kind: 'timer' })
  }

  /**
   * Hands WeChat's message to the function that is set for message push; nothing happens where none is deployed.
   * @param event what WeChat pushes
   */
  async push(name: string, event: Fields): Promise<void> {
    if (this.deployment.functions.has(name)) await this.run(name, JSON.stringify(event), { kind: 'message-push' })
  }

  functionOfToken(token: string): DeployedFunction | undefined {
    return [...this.deployment.functions.values()].find(({ sessionToken }) => sessionToken === token)
  }

  /** Process ids of a function's live workers. */
  workers(name: string): number[] {
    return this.pools.get(name)?.pids() ?? []
  }

  stop(): void {
    for (const pool of this.pools.values()) pool.stop()
  }

  private environmentOf({ sessionToken }: DeployedFunction): Record<string, string> {
    return { ...this.cloud, TENCENTCLOUD_SESSIONTOKEN: sessionToken }
  }

  private poolOf(target: DeployedFunction): WorkerPool {
    const { workerProgram } = this.deployment
    const pool =
      this.pools.get(target.name) ??
      new WorkerPool(
        this.workersPerFunction,
        () => new WorkerProcess(target, workerProgram, this.environmentOf(target), this.log),
      )
    this.pools.set(target.name, pool)
    return pool
  }
}
