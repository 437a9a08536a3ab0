import { useSyncExternalStore } from 'react'
import { makeSignal } from '../backend/signal'
import type { LocalPath } from '../platform/capabilities'

/** How far each running upload is, from 0 to 1; nothing of it outlives the program. */
const shares = makeSignal<Readonly<Record<LocalPath, number>>>({})

/** Screens hear of whole twentieths only: a phone that draws at every packet uploads no faster. */
export function tellUpload(path: LocalPath, share: number | null): void {
  const { [path]: known, ...others } = shares.get()
  const shown = share === null ? undefined : Math.floor(share * 20) / 20
  if (shown === known) return
  shares.set(shown === undefined ? others : { ...others, [path]: shown })
}

/** 「正在传 第2张/6 · 40%」 for files that wait, in their order; says how many wait where none is under way. */
export function useUploadWords(paths: readonly LocalPath[]): string {
  const known = useSyncExternalStore(shares.subscribe, shares.get)
  return uploadWords(paths, known)
}

export function uploadWords(paths: readonly LocalPath[], known: Readonly<Record<LocalPath, number>>): string {
  if (paths.length === 0) return ''
  const at = paths.findIndex(path => known[path] !== undefined)
  const share = known[paths[at] ?? '']
  if (share === undefined) return `${paths.length}页等着传`
  const percent = `${Math.round(share * 100)}%`
  return paths.length === 1 ? `正在传 ${percent}` : `正在传 第${at + 1}张/${paths.length} · ${percent}`
}
