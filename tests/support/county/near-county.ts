import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CloudBase } from '@cloudbase/node-sdk'
import type { Assessment } from '#shared/assessment/assessment'
import { summarize } from '#shared/assessment/summarize'
import type { Call, Reply } from '#shared/contract/envelope'
import type { Actions } from '../../../localcloud/admin/action'
import { databaseActions } from '../../../localcloud/database/database-actions'
import { DocumentStore } from '../../../localcloud/database/document-store'
import { DurableLog } from '../../../localcloud/database/durable-log'
import { cloudEnvironment } from '../../../localcloud/functions/invocation-context'
import { rubricOf } from './sheets'
import { copySnapshot, countySnapshot, cycleId } from './snapshot'

/**
 * The county within this process: the real function, the SDK's real query builder and the local cloud's real database
 * with its durable log, without processes, sockets and signatures between them. For proofs of thousands of histories.
 */
export interface NearCounty {
  /** One call from the phone of `openid`; what comes back has been JSON in between. */
  call(openid: string, call: Call): Promise<Reply>
  /** A sheet that nobody has begun. */
  clear(unitId: string): Promise<void>
  stored(unitId: string): Promise<Assessment>
  /** The database itself, to bring about what would take weeks. */
  database: ReturnType<CloudBase['database']>
  close(): void
}

/** Stands before every call to the database and to WeChat: whoever does not come back from it has died there. */
export type Gate = () => Promise<void>

export async function openNearCounty(gate: Gate = async () => {}): Promise<NearCounty> {
  const folder = mkdtempSync(join(tmpdir(), 'near-county-'))
  copySnapshot(await countySnapshot(), folder)
  const durableLog = new DurableLog(folder)
  const actions = databaseActions(new DocumentStore(durableLog))
  Object.assign(process.env, cloudEnvironment({ adminUrl: '', envId: 'near', secretId: 'near', secretKey: 'near' }))
  // Only now: the function connects when it is loaded.
  const { database } = await import('../../../cloudfunctions/infrastructure/cloud')
  current = { actions, gate }
  // The SDK's own seam: its database sends by whatever class stands here.
  Object.assign(database.constructor, { reqClass: Requester })
  // After that: a collection keeps the requester that it finds when it is made.
  const { main } = await import('../../../cloudfunctions/api/index')
  const documents = database.collection('assessments')
  const idOf = (unitId: string) => `${cycleId}:${unitId}`
  const stored = async (unitId: string): Promise<Assessment> => (await documents.doc(idOf(unitId)).get()).data[0]
  return {
    async call(openid, call) {
      const context = { environment: JSON.stringify({ WX_OPENID: openid }) }
      const reply = await main(copied(call), context)
      if ('statusCode' in reply) throw new Error('answered as over HTTP')
      return copied(reply)
    },
    async clear(unitId) {
      const { _id, ...fields } = await stored(unitId)
      const nothing = { items: {}, materials: {}, history: [] }
      const summary = summarize(rubricOf('township'), nothing)
      await documents.doc(_id).set({ ...fields, ...nothing, summary, stage: 'filling', submission: null })
    },
    stored,
    database,
    close() {
      durableLog.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The county of this moment: a collection keeps the requester that it finds when it is made, whatever comes after. */
let current: { actions: Actions; gate: Gate } | null = null

class Requester {
  async send(action: string, parameters: object): Promise<unknown> {
    await current?.gate()
    try {
      return copied({ requestId: 'near', ...(await current?.actions[action]?.(copied({ ...parameters }), {})) })
    } catch (refusal) {
      if (refusal instanceof Error && 'code' in refusal) return { code: refusal.code, message: refusal.message }
      throw refusal
    }
  }
}

function copied<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value))
}
