import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CloudError } from './cloud-error'
import { startLocalCloud } from './local-cloud'
import { parseFunctionRules } from './rules/function-rules'

/*
 * A local cloud as a process of its own: prints one line of JSON when it is ready, with its address and the environment
 * that the SDK needs, and runs until it is told to end.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    functions: { type: 'string', default: '' },
    rules: { type: 'string', default: '' },
    h5: { type: 'string' },
    env: { type: 'string', default: 'local' },
    app: { type: 'string', default: 'wx0000000000000000' },
    collection: { type: 'string', multiple: true, default: [] },
  },
})

async function serve(): Promise<void> {
  if (!values.data)
    throw new CloudError('usage', 'serve.ts --data DIR [--port N] [--functions DIR] [--rules FILE] [--h5 DIR]')
  const functionsFolder = values.functions || join(values.data, 'no-functions')
  const cloud = await startLocalCloud({
    dataFolder: values.data,
    port: Number(values.port),
    functionsFolder,
    functionEnvironment: {},
    functionRules: existsSync(values.rules)
      ? parseFunctionRules(readFileSync(values.rules, 'utf8'))
      : { '*': { invoke: false } },
    envId: values.env,
    appId: values.app,
    collections: values.collection,
    log: line => process.stderr.write(`${line}\n`),
    ...(values.h5 === undefined ? {} : { h5Folder: values.h5 }),
  })
  const { address, adminUrl, environment } = cloud
  process.stdout.write(`${JSON.stringify({ address, adminUrl, environment, pragmas: cloud.pragmas() })}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => cloud.close().then(() => process.exit(0)))
}

serve().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof CloudError ? error.message : error instanceof Error ? error.stack : error}\n`,
  )
  process.exit(1)
})
