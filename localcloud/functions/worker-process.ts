import { type ChildProcess, fork } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { DeployedFunction } from './deployment'
import type { Invocation, WorkerMessage } from './worker'

/** How an invocation ended: the function's answer as JSON text, or why there is none. */
export type Outcome =
  | { kind: 'result'; result: string | undefined }
  | { kind: 'failure'; message: string }
  | { kind: 'timeout' }

/** Loading is not counted as running, but a bundle that never loads must not wait for ever. */
const LOADING_LIMIT_MS = 20_000

/** One reused process that runs one function, one invocation at a time. */
export class WorkerProcess {
  readonly pid: number | undefined
  private readonly child: ChildProcess
  private receive: (message: WorkerMessage) => void = () => undefined
  private readonly usable: Promise<Outcome | undefined>
  private dead = false

  constructor(
    private readonly target: DeployedFunction,
    program: string,
    environment: Record<string, string>,
    log: (line: string) => void,
  ) {
    this.child = fork(program, [target.folder], {
      cwd: target.folder,
      // Nothing of this process's own environment, as in a container; and its clock is UTC, as in the cloud.
      env: { PATH: process.env.PATH, TZ: 'UTC', LANG: 'en_US.UTF-8', ...target.environment, ...environment },
      execArgv: [`--max-old-space-size=${target.memoryMegabytes}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.pid = this.child.pid
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', line => log(`[${target.name}] ${line}`))
    }
    this.child.on('message', (message: WorkerMessage) => this.receive(message))
    const exited = (what: string) => {
      this.dead = true
      this.receive({ kind: 'failure', message: `the function's process ${what}` })
    }
    this.child.on('error', error => exited(`could not run: ${error.message}`))
    this.child.on('exit', (code, signal) => exited(`ended (${signal ?? `code ${code}`})`))
    this.usable = this.loaded()
  }

  /** False once the process has ended or was stopped: it takes no more invocations. */
  get alive(): boolean {
    return !this.dead
  }

  /** Runs one invocation; a process that exceeds the function's time is stopped. */
  async run(invocation: Invocation): Promise<Outcome> {
    const unusable = await this.usable
    if (unusable) return unusable
    const outcome = await this.next(this.target.timeoutSeconds * 1000, () => this.child.send(invocation))
    if (outcome.kind === 'timeout') this.stop()
    return outcome
  }

  stop(): void {
    this.dead = true
    this.child.kill('SIGKILL')
  }

  private async loaded(): Promise<Outcome | undefined> {
    const outcome = await this.next(LOADING_LIMIT_MS, () => undefined)
    if (outcome.kind === 'result') return undefined
    this.stop()
    return outcome
  }

  private next(limitMs: number, begin: () => void): Promise<Outcome> {
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve({ kind: 'timeout' }), limitMs)
      this.receive = message => {
        clearTimeout(timer)
        if (message.kind === 'ready') resolve({ kind: 'result', result: undefined })
        else if (message.kind === 'unusable') resolve({ kind: 'failure', message: message.message })
        else resolve(message)
      }
      if (this.dead) this.receive({ kind: 'failure', message: `the function's process has ended` })
      else begin()
    })
  }
}
