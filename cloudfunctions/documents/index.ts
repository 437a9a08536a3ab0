import * as v from 'valibot'
import { MakeDocument } from '#shared/contract/office-contract'
import { type StoredDocument, storeDocument } from './store-document'

/** The function that makes Word files; only `api` may call it (function rules deny clients everything but `api`). */
export async function main(event: unknown): Promise<StoredDocument> {
  return storeDocument(v.parse(MakeDocument, event))
}
