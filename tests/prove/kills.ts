import { type ChildProcess, fork, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as cloudbase from '@cloudbase/node-sdk'
import type { Report } from './kill-writer'
import { isTorn, type SealedDocument } from './sealed-document'

/** What a number of kills showed. */
export interface Kills {
  kills: number
  acknowledged: number
  lost: number
  torn: number
}

const ACKNOWLEDGED_BEFORE_A_KILL = 200
const PAGE = 1000

interface RunningCloud {
  child: ChildProcess
  environment: Record<string, string>
  pragmas: { journal_mode: string; synchronous: string }
}

/**
 * Kills (−9) a local cloud in the middle of writing, again and again on the same folder, and looks each time for every
 * write that was acknowledged to another process.
 * @throws Error where the open handle of a restarted cloud is not in WAL mode with synchronous FULL.
 */
export async function kill(times: number): Promise<Kills> {
  const folder = mkdtempSync(join(tmpdir(), 'kills-'))
  const writer = fork(join(__dirname, 'kill-writer.ts'), {
    execArgv: ['--import', 'tsx'],
    // The SDK would warn of every request that a kill cut off.
    env: { ...process.env, SILENCE: 'true' },
  })
  const acknowledged = new Map<string, number>()
  const writes = new Set<string>()
  let cloud = await startCloud(folder)
  try {
    for (let round = 1; round <= times; round += 1) {
      await writeUntilKilled(cloud, writer, round, (id, revision) => {
        acknowledged.set(id, Math.max(revision, acknowledged.get(id) ?? 0))
        writes.add(`${id} ${revision}`)
      })
      cloud = await startCloud(folder)
    }
    const found = await readAll(cloud)
    const lost = [...acknowledged].filter(([id, revision]) => (found.get(id)?.revision ?? 0) < revision)
    const torn = [...found.values()].filter(isTorn)
    return { kills: times, acknowledged: writes.size, lost: lost.length, torn: torn.length }
  } finally {
    writer.kill()
    await end(cloud.child)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** For `npm run prove -- kills`. */
export async function prove(times = 20): Promise<void> {
  const { kills, acknowledged, lost, torn } = await kill(times)
  console.log(`kills ${kills}, acknowledged ${acknowledged}, lost ${lost}, torn ${torn}`)
  if (lost > 0 || torn > 0) throw new Error('an acknowledged write was lost or a document was torn')
}

/** Starts a cloud as a process of its own and waits for the line that says it is ready. */
async function startCloud(folder: string): Promise<RunningCloud> {
  const serve = join(__dirname, '..', '..', 'localcloud', 'serve.ts')
  const options = ['--import', 'tsx', serve, '--data', folder, '--env', 'kills', '--collection', 'proof']
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the cloud ended with code ${code}`))),
  ])
  const { environment, pragmas } = JSON.parse(line)
  if (pragmas.journal_mode !== 'wal' || pragmas.synchronous !== 'FULL') {
    throw new Error(`the open handle reports ${JSON.stringify(pragmas)}`)
  }
  return { child, environment, pragmas }
}

function writeUntilKilled(
  cloud: RunningCloud,
  writer: ChildProcess,
  round: number,
  acknowledge: (id: string, revision: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let count = 0
    const listen = (report: Report) => {
      if ('ended' in report) {
        writer.off('message', listen)
        if (count < ACKNOWLEDGED_BEFORE_A_KILL)
          reject(new Error(`only ${count} writes before the end of round ${round}`))
        else resolve()
        return
      }
      acknowledge(report.id, report.revision)
      count += 1
      if (count === ACKNOWLEDGED_BEFORE_A_KILL) setTimeout(() => cloud.child.kill('SIGKILL'), randomInt(150))
    }
    writer.on('message', listen)
    writer.send({ round, environment: cloud.environment })
  })
}

async function readAll({ environment }: RunningCloud): Promise<Map<string, SealedDocument>> {
  Object.assign(process.env, environment)
  const documents = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV }).database().collection('proof')
  const found = new Map<string, SealedDocument>()
  for (;;) {
    const { data } = await documents.orderBy('_id', 'asc').skip(found.size).limit(PAGE).get()
    for (const document of data) found.set(document._id, document)
    if (data.length < PAGE) return found
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}

if (require.main === module) {
  prove(Number(process.argv[2] ?? 20)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
