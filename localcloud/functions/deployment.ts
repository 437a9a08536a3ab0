import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { isFields } from '../fields'

/** A timed trigger as `config.json` declares it. */
interface Trigger {
  name: string
  config: string
}

/** One function as it was when the cloud started. */
export interface DeployedFunction {
  name: string
  folder: string
  timeoutSeconds: number
  memoryMegabytes: number
  triggers: Trigger[]
  /** The APIs of WeChat that it may call, as config.json's `permissions.openapi` names them. */
  openapi: string[]
  /** What its containers carry, by which WeChat knows it. */
  sessionToken: string
  environment: Record<string, string>
}

export interface Deployment {
  functions: Map<string, DeployedFunction>
  /** The program of a worker process, ready to be forked. */
  workerProgram: string
}

const DEFAULT_TIMEOUT_SECONDS = 5
const DEFAULT_MEMORY_MEGABYTES = 256

/**
 * Copies the built functions, as a deployment does: a build that runs while the cloud is up must not give some workers
 * the new program and others the old one.
 */
export function deploy(
  functionsFolder: string,
  deployedFolder: string,
  environments: Record<string, Record<string, string>>,
): Deployment {
  rmSync(deployedFolder, { recursive: true, force: true })
  if (existsSync(functionsFolder)) cpSync(functionsFolder, deployedFolder, { recursive: true, dereference: true })
  else mkdirSync(deployedFolder, { recursive: true })
  const functions = new Map<string, DeployedFunction>()
  for (const name of readdirSync(deployedFolder)) {
    const folder = join(deployedFolder, name)
    if (!existsSync(join(folder, 'index.js'))) continue
    functions.set(name, {
      name,
      folder,
      ...readSettings(folder),
      sessionToken: randomUUID(),
      environment: environments[name] ?? {},
    })
  }
  return { functions, workerProgram: buildWorker(deployedFolder) }
}

/** Plain JavaScript, so that a worker starts as fast as the cloud's Node does and holds nothing but the function. */
function buildWorker(folder: string): string {
  const source = readFileSync(join(__dirname, 'worker.ts'), 'utf8')
  const program = join(folder, 'worker-process.js')
  writeFileSync(program, transformSync(source, { loader: 'ts', format: 'cjs', target: 'node20' }).code)
  return program
}

type Settings = Pick<DeployedFunction, 'timeoutSeconds' | 'memoryMegabytes' | 'triggers' | 'openapi'>

function readSettings(folder: string): Settings {
  const file = join(folder, 'config.json')
  const config: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const { timeout, memorySize, triggers, permissions } = isFields(config) ? config : {}
  return {
    timeoutSeconds: typeof timeout === 'number' ? timeout : DEFAULT_TIMEOUT_SECONDS,
    memoryMegabytes: typeof memorySize === 'number' ? memorySize : DEFAULT_MEMORY_MEGABYTES,
    triggers: (Array.isArray(triggers) ? triggers : [])
      .filter(isFields)
      .map(trigger => ({ name: String(trigger.name), config: String(trigger.config) })),
    openapi: isFields(permissions) && Array.isArray(permissions.openapi) ? permissions.openapi.map(String) : [],
  }
}
