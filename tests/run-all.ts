import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildName, ensureBuilt } from '../localcloud/builds'
import { browserExecutable } from './support/browser'

/** Two builds side by side need about this much; with less they run one after the other. */
const MEMORY_FOR_TWO_BUILDS = 3 * 1024 ** 3
const MEMORY = '/dev/shm'
const ROOM_FOR_COUNTIES = 4 * 1024 ** 3
const startedAt = Date.now()
const took: string[] = []

/**
 * `npm test`: builds what is missing or older than its sources, then runs every test. Arguments go to Jest
 * (`npm test -- tests/weapp`). The last lines say what each step took and how the tests ended; so does the exit code.
 */
async function main(): Promise<number> {
  if (existsSync('cloudfunctions/build.ts')) await build('functions')
  if (freemem() > MEMORY_FOR_TWO_BUILDS) await Promise.all([build('weapp'), build('h5')])
  else for (const name of ['weapp', 'h5'] as const) await build(name)
  // Before Jest's workers, which would otherwise each unpack it.
  await step('browser', browserExecutable)
  const { code, closingLines } = await step('tests', runJest)
  console.log(['', ...took, '', ...closingLines, ...plainly(closingLines)].join('\n'))
  return code
}

function build(name: BuildName): Promise<void> {
  return step(name, () =>
    ensureBuilt(name, (_, state) => {
      if (state === 'current') say(`${name}: nothing changed since it was built`)
    }),
  )
}

async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const begun = Date.now()
  say(`${name} …`)
  const result = await work()
  const line = `${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`
  took.push(line)
  say(line)
  return result
}

function say(line: string): void {
  console.log(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s] ${line}`)
}

/** The tests that ran, in the one line that any reader of logs understands: 「1300 passed, 0 failed」. */
function plainly(closingLines: string[]): string[] {
  const tests = closingLines.find(line => line.startsWith('Tests:'))
  if (!tests) return []
  const count = (word: string) => tests.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? '0'
  return [`${count('passed')} passed, ${count('failed')} failed`]
}

/** On two cores: tests that drive a browser wait a third of their time for it, and another one uses that. */
const WORKERS = 3

/** Runs Jest, passing its output through; its closing lines are the summary it ends with. */
function runJest(): Promise<{ code: number; closingLines: string[] }> {
  const given = process.argv.slice(2)
  const thrownAway = mkdtempSync(join(inMemory() ? MEMORY : tmpdir(), 'union-assessment-'))
  const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', `--maxWorkers=${WORKERS}`, ...given], {
    env: { ...process.env, TMPDIR: thrownAway },
    stdio: ['inherit', 'inherit', 'pipe'], // Jest reports on stderr
  })
  let end = ''
  child.stderr.on('data', (part: Buffer) => {
    process.stderr.write(part)
    end = (end + part.toString()).slice(-4000)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      rmSync(thrownAway, { recursive: true, force: true })
      const lines = end.split('\n').filter(line => /^(Test Suites|Tests|Snapshots|Time):/.test(line))
      resolve({ code: code ?? 1, closingLines: lines })
    })
  })
}

/**
 * Counties of tests are thrown away: in memory, where there is enough of it, nobody waits for a disk to have taken what
 * the local cloud makes durable.
 */
function inMemory(): boolean {
  if (!existsSync(MEMORY)) return false
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize > ROOM_FOR_COUNTIES
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
