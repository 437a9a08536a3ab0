import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { MadeVisitPack } from '#shared/contract/visit-contract'
import type { Problem } from '#shared/errors/problems'
import { ask, serverNow } from '../../backend/ask'
import { useVisitNotes } from '../../outbox/use-visit-notes'
import { placeOf } from '../own/addresses'
import { downloadPack, type Progress } from '../pack/download-pack'
import { packGrowsOld } from '../pack/kept-pack'
import { useVisitPack } from '../pack/use-visit-pack'

/**
 * The day of a group: its pack, and whether everything for it is on this phone. The pages need no question of their own:
 * this page is one of their subpackage, which a phone has whole or not at all.
 */
export function useDay() {
  const { params } = useRouter()
  const place = placeOf(params)
  const { kept, pack, lost } = useVisitPack(place)
  const notes = useVisitNotes()
  const [offered, setOffered] = useState<MadeVisitPack | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  /** The size is said before anything large comes. */
  const look = async () => {
    setIsBusy(true)
    const asked = await ask('visit.pack', place)
    setIsBusy(false)
    setProblem(asked.ok ? null : asked.problem)
    if (asked.ok) setOffered(asked.output)
  }
  const download = async () => {
    // What broke off goes on with the file that it had, as long as that one is here.
    const made = offered ?? (kept && !kept.isWhole && !lost ? kept.made : null)
    if (!made) return look()
    setIsBusy(true)
    const downloaded = await downloadPack(place, made, setProgress)
    setIsBusy(false)
    setProgress(null)
    setProblem(downloaded.ok ? null : downloaded.problem)
    // An address lives ten minutes: after a break the next attempt asks anew.
    setOffered(null)
    if (downloaded.ok) notes.forget(downloaded.pack)
  }
  const isReady = kept?.isWhole === true && pack !== null
  return {
    place,
    pack,
    kept,
    lost,
    offered,
    progress,
    isBusy,
    problem,
    isReady,
    isOld: kept !== null && serverNow() - kept.made.takenAt > packGrowsOld,
    look,
    download,
    noted: (unitId: string) =>
      pack?.units
        .find(unit => unit.unitId === unitId)
        ?.suggestions.filter(suggestion => suggestion.mine && suggestion.score !== null)
        .map(suggestion => suggestion.itemId) ?? [],
    countOf(unitId: string, noted: readonly string[]) {
      const here = notes.all.filter(note => note.groupId === place.groupId && note.unitId === unitId)
      const scored = here.filter(({ note }) => note.score !== null).map(({ itemId }) => itemId)
      return new Set([...noted, ...scored]).size
    },
  }
}
