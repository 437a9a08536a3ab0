import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const app = 'tests/rules/evaluator-app'
const built = resolve('dist/evaluator-app/weapp')
const stamp = resolve('dist/evaluator-app/.stamp')
const sources = [
  'shared/rules',
  'shared/scoring',
  'shared/rubric',
  app,
  'miniprogram/config',
  'miniprogram/babel.config.js',
]

/** Builds the app by Taro as the mini-program is built, unless nothing has changed since; answers its folder. */
export async function buildEvaluatorApp(): Promise<string> {
  const wanted = hashOf(['package-lock.json', 'package.json', ...sources])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return built
  const taro = resolve('node_modules/@tarojs/cli/bin/taro')
  // Jest's own NODE_ENV would build for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [taro, 'build', '--type', 'weapp', '--no-check'], { cwd: app, env })
  if (!existsSync(join(built, 'app.json'))) throw new Error(`${app} was not built`)
  mkdirSync(resolve('dist/evaluator-app'), { recursive: true })
  writeFileSync(stamp, wanted)
  return built
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(path).update(readFileSync(path))
  }
  paths.forEach(add)
  return hash.digest('hex')
}
