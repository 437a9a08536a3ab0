import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const runtimeFolder = path.join(__dirname, 'runtime')
const cacheFolder = path.resolve('dist/.cache')

/** The runner's page script, bundled at the first call after a change and kept in `dist/.cache`. */
export async function bundleRuntime(): Promise<string> {
  const digest = createHash('sha256')
  for (const file of readdirSync(runtimeFolder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.ts')) digest.update(readFileSync(path.join(runtimeFolder, file)))
  }
  for (const name of ['glass-easel', 'glass-easel-miniprogram-adapter']) {
    digest.update(readFileSync(path.join('node_modules', name, 'package.json')))
  }
  const bundled = path.join(cacheFolder, `weapp-runtime-${digest.digest('hex').slice(0, 16)}.js`)
  if (!existsSync(bundled)) {
    mkdirSync(cacheFolder, { recursive: true })
    const unfinished = `${bundled}.${process.pid}`
    const entryPoints = [path.join(runtimeFolder, 'main.ts')]
    await build({
      entryPoints,
      bundle: true,
      format: 'iife',
      target: 'chrome120',
      outfile: unfinished,
      logLevel: 'error',
    })
    renameSync(unfinished, bundled)
  }
  return readFileSync(bundled, 'utf8')
}
