import type { Invocation } from './worker'
import type { Outcome, WorkerProcess } from './worker-process'

/** The workers of one function: reused while they live, more of them while all are busy, up to a limit. */
export class WorkerPool {
  private readonly workers = new Set<WorkerProcess>()
  private readonly idle: WorkerProcess[] = []
  private readonly waiting: ((worker: WorkerProcess) => void)[] = []
  private stopped = false

  constructor(
    private readonly limit: number,
    private readonly startWorker: () => WorkerProcess,
  ) {}

  async run(invocation: Invocation): Promise<Outcome> {
    const worker = await this.take()
    try {
      return await worker.run(invocation)
    } finally {
      this.giveBack(worker)
    }
  }

  /** Process ids of the workers that live. */
  pids(): number[] {
    return [...this.workers].flatMap(({ pid }) => pid ?? [])
  }

  /** Ends every worker; what runs or waits fails. */
  stop(): void {
    this.stopped = true
    for (const worker of this.workers) worker.stop()
  }

  private take(): WorkerProcess | Promise<WorkerProcess> {
    // The one used last is the one most likely warm; an idle one may have died since.
    for (let worker = this.idle.pop(); worker; worker = this.idle.pop()) {
      if (worker.alive) return worker
      this.workers.delete(worker)
    }
    if (this.workers.size < this.limit) return this.start()
    return new Promise(resolve => this.waiting.push(resolve))
  }

  private giveBack(worker: WorkerProcess): void {
    if (!worker.alive) this.workers.delete(worker)
    const next = this.waiting.shift()
    if (next) next(worker.alive || this.stopped ? worker : this.start())
    else if (worker.alive) this.idle.push(worker)
  }

  private start(): WorkerProcess {
    const worker = this.startWorker()
    this.workers.add(worker)
    return worker
  }
}
