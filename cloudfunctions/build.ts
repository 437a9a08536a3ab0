import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import * as v from 'valibot'
import { parseTemplates } from '../shared/notices/templates'

/*
 * `npm run build:functions`: each folder here with an index.ts becomes dist/cloudfunctions/<name>/, one file with the
 * SDK inside, so that a function is deployed alone and nothing is installed in the cloud.
 */

const source = 'cloudfunctions'
const target = 'dist/cloudfunctions'

const Deployment = v.object({
  functions: v.array(v.object({ name: v.string(), timeout: v.number(), memorySize: v.number() })),
})

/**
 * Clients that the SDK loads and this product never calls: AI models, data models, the web client. Without them a
 * function loads in half the time. The SDK guards their creation, so an empty module is all it needs.
 */
const unused = /^(@cloudbase\/(ai|app|wx-cloud-client-sdk)|web-streams-polyfill)$/

const withoutUnusedClients: Plugin = {
  name: 'without-unused-clients',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: unused }, ({ path }) => ({ path, namespace: 'unused' }))
    onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/** How everything that is deployed as a function is bundled. */
export const functionBundle: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node18',
  format: 'cjs',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [withoutUnusedClients],
}

async function buildFunction(name: string, settings: { timeout: number; memorySize: number }): Promise<void> {
  const folder = join(target, name)
  mkdirSync(folder, { recursive: true })
  await build({
    ...functionBundle,
    entryPoints: [join(source, name, 'index.ts')],
    outfile: join(folder, 'index.js'),
  })
  const configFile = join(source, name, 'config.json')
  const config: unknown = existsSync(configFile) ? JSON.parse(readFileSync(configFile, 'utf8')) : {}
  // Time and memory are set by cloudbaserc.json; beside the function they tell a local cloud the same.
  writeJson(join(folder, 'config.json'), { ...v.parse(v.looseObject({}), config), ...settings })
  writeJson(join(folder, 'package.json'), { name, private: true, main: 'index.js' })
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}

async function buildAll(): Promise<void> {
  // Before a deployment: what WeChat would refuse is said now.
  parseTemplates(process.env.NOTICE_TEMPLATES)
  const { functions } = v.parse(Deployment, JSON.parse(readFileSync('cloudbaserc.json', 'utf8')))
  const names = readdirSync(source).filter(name => existsSync(join(source, name, 'index.ts')))
  rmSync(target, { recursive: true, force: true })
  for (const name of names) {
    const settings = functions.find(entry => entry.name === name)
    if (!settings) throw new Error(`cloudbaserc.json does not deploy the function ${name}`)
    await buildFunction(name, { timeout: settings.timeout, memorySize: settings.memorySize })
  }
}

// A test bundles by the same options without building all of it.
if (require.main === module)
  buildAll().catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
