import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCounty } from '../support/county'
import { type Client, phone } from '../support/county/client'
import { filledTable, tableTicket } from '../support/county/tables'
import { countNumbers, fillWholeTable, openWholeYear, wholeCounty, wholeYear } from '../support/county/whole-county'
import type { KillOrder, Order, Told } from './import-cloud'

/** The two steps of an import, each of which can be broken off. */
export const steps = ['preview', 'import'] as const
export type Step = (typeof steps)[number]

/** What was seen after the kills. */
export interface ImportKills {
  kills: number
  /** Nothing of the table was to be seen, or (where the kill came after the one write) all of it. */
  nothing: number
  whole: number
  /** A part of the table: what must never be. */
  torn: number
  /** The next try made all of it count, once. */
  succeeded: number
}

const all = wholeCounty.units * wholeCounty.targets

/** A county of 300 units whose filled table is uploaded (`preview` is next) or previewed (`import` is next). */
export interface PreparedCounty {
  folders: Record<Step | 'functions', string>
  ticketId: string
  /** How many calls of functions to the cloud each step makes. */
  calls: Record<Step, number>
  remove(): void
}

export async function prepareCounty(): Promise<PreparedCounty> {
  const folder = mkdtempSync(join(tmpdir(), 'import-kills-'))
  const folders = {
    preview: join(folder, 'preview'),
    import: join(folder, 'import'),
    functions: join(folder, 'functions'),
  }
  const county = await startCounty({ folder: folders.preview })
  await openWholeYear(county)
  const ticketId = await tableTicket(
    county,
    await filledTable(county, { kind: 'targets', cycleId: wholeYear }, fillWholeTable),
  )
  await county.cloud.close()
  cpSync(join(folders.preview, 'deployed-functions'), folders.functions, { recursive: true })
  const calls = { preview: 0, import: 0 }
  cpSync(folders.preview, folders.import, { recursive: true })
  const cloud = await startKillable(folders.import, folders.functions)
  calls.preview = await countCalls(cloud, () => perform('preview', cloud.office, ticketId))
  await cloud.end()
  const scratch = join(folder, 'scratch')
  cpSync(folders.import, scratch, { recursive: true })
  const other = await startKillable(scratch, folders.functions)
  calls.import = await countCalls(other, () => perform('import', other.office, ticketId))
  await other.end()
  return { folders, ticketId, calls, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Kills one step as ordered, looks at what is to be seen, and tries again. */
export async function killOnce(prepared: PreparedCounty, step: Step, order: KillOrder): Promise<ImportKills> {
  const folder = mkdtempSync(join(tmpdir(), 'import-kill-'))
  cpSync(prepared.folders[step], folder, { recursive: true })
  let cloud = await startKillable(folder, prepared.folders.functions)
  try {
    await cloud.tell({ count: order })
    const outcome = await perform(step, cloud.office, prepared.ticketId).catch(() => 'killed')
    if (order.victim === 'cloud') {
      await cloud.ended
      cloud = await startKillable(folder, prepared.folders.functions)
    } else await cloud.tell({ count: null })
    const seen = await countNumbers(cloud.office)
    const isNothing = seen.revision === 0 && seen.filled === 0
    const isWhole = seen.revision === 1 && seen.asMeant === all && seen.filled === all
    if (step === 'preview' && isWhole) throw new Error('a preview has made a table count')
    if (outcome === 'ok' && step === 'import' && !isWhole)
      throw new Error('an import was acknowledged and is not there')

    if (step === 'preview') await perform('preview', cloud.office, prepared.ticketId)
    await perform('import', cloud.office, prepared.ticketId)
    const after = await countNumbers(cloud.office)
    const hasSucceeded = after.revision === 1 && after.asMeant === all && after.filled === all
    return {
      kills: 1,
      nothing: Number(isNothing),
      whole: Number(isWhole),
      torn: Number(!isNothing && !isWhole),
      succeeded: Number(hasSucceeded),
    }
  } finally {
    await cloud.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** For `npm run prove -- import-kills`: every call of both steps, before and after it, cloud and workers. */
export async function prove(): Promise<void> {
  const prepared = await prepareCounty()
  const sum: ImportKills = { kills: 0, nothing: 0, whole: 0, torn: 0, succeeded: 0 }
  try {
    for (const step of steps) {
      for (const order of everyOrder(prepared.calls[step])) {
        const seen = await killOnce(prepared, step, order)
        for (const name of Object.keys(sum) as (keyof ImportKills)[]) sum[name] += seen[name]
      }
      console.log(`${step}: ${prepared.calls[step]} calls, killed at each; ${sentence(sum)}`)
    }
  } finally {
    prepared.remove()
  }
  console.log(`prove import-kills: ${all} numbers, ${sentence(sum)}`)
  if (sum.torn > 0 || sum.succeeded < sum.kills)
    throw new Error('a killed import was seen in part, or could not be repeated')
}

function everyOrder(calls: number): KillOrder[] {
  return Array.from({ length: calls }, (_, index) => index + 1).flatMap(call => [
    { victim: 'cloud' as const, call, when: 'before' as const },
    { victim: 'cloud' as const, call, when: 'after' as const },
    { victim: 'worker' as const, call, when: 'before' as const },
  ])
}

function sentence({ kills, nothing, whole, torn, succeeded }: ImportKills): string {
  return `kills ${kills}: nothing visible ${nothing}, all visible ${whole}, a part visible ${torn}; the next try succeeded ${succeeded}`
}

async function perform(step: Step, office: Client, ticketId: string): Promise<'ok'> {
  const asked = { cycleId: wholeYear, ticketId }
  if (step === 'import') await office.get('target.import', asked)
  else {
    const { problems, changes } = await office.get('target.preview', { ...asked, fileName: '任务分解表.xlsx' })
    if (problems.length > 0 || changes !== all)
      throw new Error(`previewed ${changes} changes, ${problems.length} faults`)
  }
  return 'ok'
}

interface KillableCloud {
  office: Client
  ended: Promise<unknown>
  tell(order: Order): Promise<number>
  end(): Promise<void>
}

/** The functions lie beside: what is proven is one build, whatever is built in the meantime. */
async function startKillable(folder: string, functions: string): Promise<KillableCloud> {
  const child: ChildProcess = fork(join(__dirname, 'import-cloud.ts'), [folder, functions], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ended = once(child, 'exit')
  const next = async (): Promise<Told> => {
    const [told] = await Promise.race([
      once(child, 'message'),
      ended.then(() => Promise.reject(new Error('the cloud has ended'))),
    ])
    return told
  }
  const ready = await next()
  if (!('address' in ready)) throw new Error('the cloud did not say where it is')
  return {
    office: phone(ready.address, 'office'),
    ended,
    async tell(order) {
      const answer = next()
      child.send(order)
      const told = await answer
      return 'calls' in told ? told.calls : 0
    },
    async end() {
      if (child.exitCode === null && child.signalCode === null) child.disconnect()
      await ended
    },
  }
}

async function countCalls(cloud: KillableCloud, run: () => Promise<unknown>): Promise<number> {
  await cloud.tell({ count: null })
  await run()
  return cloud.tell({ tell: true })
}
