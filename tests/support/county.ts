import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as cloudbase from '@cloudbase/node-sdk'
import type { Assessment } from '#shared/assessment/assessment'
import type { Cycle } from '#shared/cycle/cycle'
import type { LocalCloud } from '../../localcloud/local-cloud'
import type { LocalCloudOptions } from '../../localcloud/options'
import { browser, type Client, phone } from './county/client'
import { copySnapshot, countySnapshot, cycleId, signIn, startCloud } from './county/snapshot'

export { units } from './county/people'
export type { Client }
export { cycleId }

/** A small county on a cloud of its own: founded, everybody joined, the cycle open. */
export interface County {
  cloud: LocalCloud
  /** The mini-program in this person's hand: `as('chair-township-a').get('assessment.open', …)`. */
  as(openid: string): Client
  /** A browser, signed in with the session or not at all. */
  overHttp(session?: string, forged?: Parameters<typeof browser>[2]): Client
  /** Signs a browser in by QR code; answers the session. */
  signIn(openid: string): Promise<string>
  /** The database itself, to bring about what would take weeks, and to see what is stored. */
  database: ReturnType<cloudbase.CloudBase['database']>
  /** Sets fields of a unit's stored assessment; objects replace what was there. */
  arrange(unitId: string, fields: Partial<Assessment>): Promise<void>
  arrangeCycle(fields: Partial<Cycle>): Promise<void>
  /** The stored assessment, history and all. */
  stored(unitId: string): Promise<Assessment>
  /** What the functions have logged so far. */
  log: string[]
  close(): Promise<void>
}

/**
 * Starts the county; about half a second once it has been made. Close it in `afterAll`. With `h5Folder` its address also
 * serves that build of the H5 page; with `folder` its data lies there.
 */
export async function startCounty(
  options: {
    h5Folder?: string
    folder?: string
    environment?: Record<string, string>
    lasting?: boolean
    pages?: LocalCloudOptions['pages']
  } = {},
): Promise<County> {
  const { h5Folder, folder = mkdtempSync(join(tmpdir(), 'county-')), environment, lasting, pages } = options
  copySnapshot(await countySnapshot(), folder)
  const log: string[] = []
  const cloud = await startCloud(folder, { h5Folder, environment, lasting, pages, log: line => log.push(line) })
  Object.assign(process.env, cloud.environment)
  const database = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV }).database()
  const replaced = (fields: object) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, database.command.set(value)]))
  return {
    cloud,
    database,
    log,
    as: openid => phone(cloud.address, openid),
    overHttp: (session, forged) => browser(cloud.address, session ?? null, forged),
    signIn: openid => signIn(cloud.address, openid),
    async arrange(unitId, fields) {
      await database.collection('assessments').doc(`${cycleId}:${unitId}`).update(replaced(fields))
    },
    async arrangeCycle(fields) {
      await database.collection('cycles').doc(cycleId).update(replaced(fields))
    },
    async stored(unitId) {
      const { data } = await database.collection('assessments').doc(`${cycleId}:${unitId}`).get()
      return data[0]
    },
    async close() {
      await cloud.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
