/*
 * The program of a worker process, which stands for one container of the cloud: it loads one function and runs one
 * invocation at a time. It is compiled alone, so it imports nothing of this project.
 */
import { join } from 'node:path'

/** What the cloud sends: both texts are JSON, as they reach a container. */
export interface Invocation {
  event: string
  context: string
  /** Variables of this invocation, set in `process.env` before the function runs. */
  variables: Record<string, string>
}

/** What the worker sends back: once `ready` or `unusable`, then one outcome for each invocation. */
export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'unusable'; message: string }
  | { kind: 'result'; result: string | undefined }
  | { kind: 'failure'; message: string }

type Main = (event: unknown, context: unknown) => unknown

const [, , folder = '.'] = process.argv

function say(message: WorkerMessage): void {
  process.send?.(message)
}

async function invoke(main: Main, { event, context, variables }: Invocation): Promise<void> {
  // Variables that this invocation lacks keep the value of the one before, as a reused container may: a function that
  // takes an identity from here instead of its context takes somebody else's.
  Object.assign(process.env, variables)
  try {
    const result = await main(JSON.parse(event), JSON.parse(context))
    say({ kind: 'result', result: JSON.stringify(result) })
  } catch (error) {
    console.error(error)
    say({ kind: 'failure', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  }
}

/** Milliseconds by which this cloud's clock is ahead, as the one that started it says: its days and nights are its own. */
const ahead = Number(process.env.LOCAL_CLOUD_CLOCK_AHEAD ?? 0)
if (ahead !== 0) {
  const RealDate = Date
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [number]) {
      if (given.length === 0) super(RealDate.now() + ahead)
      else super(...given)
    }

    static override now(): number {
      return RealDate.now() + ahead
    }
  } as DateConstructor
}

try {
  const { main } = require(join(folder, 'index.js')) as { main?: Main }
  if (typeof main !== 'function') throw new Error('index.js exports no function named main')
  process.on('message', (invocation: Invocation) => invoke(main, invocation))
  say({ kind: 'ready' })
} catch (error) {
  say({ kind: 'unusable', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}
process.on('disconnect', () => process.exit(0))
