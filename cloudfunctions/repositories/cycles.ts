import type { Instant } from '#shared/assessment/assessment'
import type { Cycle, Phase, YearNews } from '#shared/cycle/cycle'
import { collection, command } from '../infrastructure/collection'

const cycles = collection<Cycle>('cycles')

/** The cycle, or null while it is not open: its document is written last, after all assessments. */
export function readCycle(cycleId: string): Promise<Cycle | null> {
  return cycles.read(cycleId)
}

/** No 演练: what the county's lists are made of. */
const real = { rehearsal: command.exists(false) }

/** The cycle opened last: what people mean by 「今年的考核」. */
export async function currentCycle(): Promise<Cycle | null> {
  const [newest] = await cycles.list(real, { orderBy: { field: 'openedAt', direction: 'desc' }, limit: 1 })
  return newest ?? null
}

/** Every cycle there ever was, by when it was opened: one a year. One round trip. */
export function listCycles(): Promise<Pick<Cycle, '_id' | 'title' | 'phase' | 'openedAt'>[]> {
  return cycles.list(real, { fields: ['title', 'phase', 'openedAt'] })
}

/** Which versions each cycle uses, the newest cycle first. */
export async function listCycleRubrics(): Promise<Pick<Cycle, '_id' | 'title' | 'rubricVersionIds' | 'openedAt'>[]> {
  const all = await cycles.list(real, { fields: ['title', 'rubricVersionIds', 'openedAt'] })
  return all.sort((a, b) => b.openedAt - a.openedAt)
}

/** False where the cycle is open already. */
export function addCycle(cycle: Cycle): Promise<boolean> {
  return cycles.add(cycle)
}

/** Moves the year on. `news` is told by the clock, once, however often the phase is changed back and forth. */
export async function changePhase(cycleId: string, phase: Phase, news: readonly YearNews[] = []): Promise<void> {
  await cycles.update({ _id: cycleId }, { phase, ...(news.length > 0 ? { untold: command.push([...news]) } : {}) })
}

/** Moves the year on by itself, if it still stands where it was read. False where somebody was quicker. */
export async function passPhase(cycleId: string, from: Phase, to: Phase): Promise<boolean> {
  return (await cycles.update({ _id: cycleId, phase: from }, { phase: to })) === 1
}

/** To be told by the clock; nothing where it is waiting already. */
export async function addNews(cycleId: string, news: YearNews): Promise<void> {
  await cycles.update({ _id: cycleId, untold: command.nin([news]) }, { untold: command.push([news]) })
}

/** All of it is planned. */
export async function dropNews(cycleId: string, news: YearNews): Promise<void> {
  await cycles.update({ _id: cycleId }, { untold: command.pull(news) })
}

/** The 演练 opened last. One round trip. */
export async function currentRehearsal(): Promise<Cycle | null> {
  const [newest] = await cycles.list(
    { rehearsal: command.exists(true) },
    { orderBy: { field: 'openedAt', direction: 'desc' }, limit: 1 },
  )
  return newest ?? null
}

/**
 * The code that lets people join from now on; null ends the joining. False while what was tried is being removed. One round
 * trip.
 */
export async function setRehearsalCode(cycleId: string, code: string | null): Promise<boolean> {
  const stands = { 'rehearsal.code': command.exists(true), 'rehearsal.clearingSince': command.exists(false) }
  return (await cycles.update({ _id: cycleId, ...stands }, { 'rehearsal.code': code })) === 1
}

/** Nobody joins any more, and the clock removes what was tried. One round trip. */
export async function beginClearing(cycleId: string, now: Instant): Promise<void> {
  const rehearsal = command.set({ code: null, clearingSince: now })
  await cycles.update({ _id: cycleId, rehearsal: command.exists(true) }, { rehearsal })
}

/** A 演练 that is to be cleared. One round trip. */
export async function rehearsalToClear(): Promise<Pick<Cycle, '_id'> | null> {
  const [found] = await cycles.list({ 'rehearsal.clearingSince': command.gt(0) }, { fields: ['title'], limit: 1 })
  return found ?? null
}

/** Nothing is left of it. One round trip. */
export async function endClearing(cycleId: string): Promise<void> {
  const clearing = { 'rehearsal.clearingSince': command.gt(0) }
  await cycles.update({ _id: cycleId, ...clearing }, { rehearsal: command.set({ code: null }) })
}
