import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the project builds: the npm script, what it is made from, and where it lies afterwards. */
const builds = {
  functions: {
    script: 'build:functions',
    sources: ['cloudfunctions', 'shared', 'rubrics'],
    folder: 'dist/cloudfunctions',
  },
  h5: { script: 'build:h5', sources: ['miniprogram', 'shared', 'package.json'], folder: 'dist/h5' },
  weapp: { script: 'build:weapp', sources: ['miniprogram', 'shared', 'package.json'], folder: 'dist/weapp' },
} as const

export type BuildName = keyof typeof builds

/** Says how a build goes: 'current' nothing to do, 'building' it begins, 'built' after so many seconds. */
export type BuildProgress = (name: BuildName, step: 'current' | 'building' | 'built', seconds: number) => void

/**
 * Builds what is missing or older than its sources, judged by their content, so that a second start is quick and a
 * fresh clone always builds.
 * @throws Error with the last lines of the build where it fails.
 */
export async function ensureBuilt(name: BuildName, progress: BuildProgress): Promise<void> {
  const { script, sources, folder } = builds[name]
  const stamp = join('dist', `.${name}.stamp`)
  const wanted = hashOf(['package-lock.json', ...sources])
  if (existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted)
    return progress(name, 'current', 0)
  const started = Date.now()
  progress(name, 'building', 0)
  await runScript(script)
  mkdirSync('dist', { recursive: true })
  writeFileSync(stamp, wanted)
  progress(name, 'built', (Date.now() - started) / 1000)
}

function runScript(script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()))
    child.on('error', reject)
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(`npm run ${script} failed (${code}):\n${said.slice(-4000)}`)),
    )
  })
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    if (statSync(path).isDirectory())
      for (const name of readdirSync(path).sort().filter(isSource)) add(join(path, name))
    else hash.update(path).update(readFileSync(path))
  }
  paths.forEach(add)
  return hash.digest('hex')
}

/** Tools keep their caches in folders whose names begin with a dot. */
const isSource = (name: string) => !name.startsWith('.')
