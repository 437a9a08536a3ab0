import { sha256Hex } from './secrets'

/** JSON with the keys of every object in order, so that equal values are equal texts wherever they were written. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** The fingerprint by which a repeated delivery is recognised and a changed one refused. */
export function bodyHash(body: unknown): string {
  return sha256Hex(canonicalJson(body))
}
