import { aggregate } from 'mingo'
import { CloudError } from '../cloud-error'
import { type Fields, isFields } from '../fields'
import type { DocumentStore } from './document-store'
import { checkQuery } from './query-rules'

const STAGES = new Set([
  '$match',
  '$project',
  '$group',
  '$sort',
  '$limit',
  '$skip',
  '$unwind',
  '$count',
  '$addFields',
  '$replaceRoot',
  '$lookup',
  '$sample',
  '$sortByCount',
  '$bucket',
])

export interface Stage {
  name: string
  operand: unknown
}

/** @throws CloudError for stages outside the list above and for whatever the engine refuses in them. */
export function runAggregation(store: DocumentStore, collection: string, stages: readonly Stage[]): Fields[] {
  const pipeline = stages.map(({ name, operand }) => {
    if (!STAGES.has(name)) throw refusal(`Unrecognized pipeline stage name: '${name}'`)
    return { [name]: name === '$match' && isFields(operand) ? checkQuery(operand) : operand }
  })
  const documentsOf = (name: string) => [...store.all(name)].map(({ document }) => document)
  try {
    return aggregate(documentsOf(collection), pipeline, { collectionResolver: documentsOf })
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw refusal(error instanceof Error ? error.message : String(error))
  }
}

function refusal(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation.Aggregate] ${message}`)
}
