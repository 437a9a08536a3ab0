import { maximumBytesOf } from '#shared/materials/file-limits'
import { readObject, signedAddresses } from '../infrastructure/storage'
import { readTableFile } from './excel/read-table'
import type { TableAnswer } from './tasks'

/** Reads one sheet of an Excel file that was taken in. */
export async function readTable(fileId: string, sheet: string): Promise<TableAnswer> {
  const address = (await signedAddresses([fileId])).get(fileId)
  if (address === undefined) throw new Error('The file is gone')
  const object = await readObject(address, maximumBytesOf('table'))
  return object === null ? { kind: 'too-long' } : readTableFile(object.bytes, sheet)
}
