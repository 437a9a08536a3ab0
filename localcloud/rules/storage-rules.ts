import { isFields } from '../fields'
import type { StorageRules } from '../wechat/client-files'

/** The bucket's rule from a file's text. */
export function parseStorageRules(text: string): StorageRules {
  const value: unknown = JSON.parse(text)
  const { read, write } = isFields(value) ? value : {}
  if (!isRule(read) || !isRule(write)) throw new Error('the rule of the bucket has no read or no write')
  return { read, write }
}

const isRule = (rule: unknown): rule is boolean | string => typeof rule === 'boolean' || typeof rule === 'string'
