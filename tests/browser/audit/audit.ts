import type { Page } from 'playwright-core'
import { shot } from '../../support/browser'
import { goTo, type H5, type Screen, seen } from '../h5'
import { lookOver } from './look-over'
import { type AuditedScreen, auditedScreens, type Places } from './screens'

/** A window and a type size: 'narrow', large. */
export interface Window {
  screen: Screen
  large: boolean
}

/** What was looked at, and what was found, by the name of the screen; a screen without faults is not in `faults`. */
export interface Audit {
  looks: number
  faults: Record<string, string[]>
}

interface AuditOptions {
  places: Places
  /** Left out: every screen. */
  only?: (screen: AuditedScreen, openid: string) => boolean
  withAxe?: (screen: AuditedScreen) => boolean
}

/** Looks at the screens in one window, keeps a picture of each under dist/screenshots/audit, and says what is wrong. */
export async function auditIn(h5: H5, { screen, large }: Window, options: AuditOptions): Promise<Audit> {
  const { places, only = () => true, withAxe = () => true } = options
  const audit: Audit = { looks: 0, faults: {} }
  const name = `${screen}${large ? '-large' : ''}`
  // On a PC a mouse points: the rows of a table are closer than fingers are.
  const limits = screen === 'pc' ? { finger: 24, smallest: 14 } : { finger: 44, smallest: 15 }
  for (const [openid, all] of Object.entries(auditedScreens)) {
    const screens = all.filter(one => only(one, openid))
    if (screens.length === 0) continue
    const page = await h5.at(openid, screen, { 'large-type': large })
    for (const one of screens) {
      const faults = await open(page, one, places, h5)
        .then(() => lookOver(page, limits, withAxe(one)))
        .catch((reason: unknown) => [`does not open: ${String(reason)}`])
      if (faults.length > 0) audit.faults[`${name}/${one.name}`] = faults
      audit.looks += 1
      await shot(page, `audit/${name}/${one.name}`)
    }
    await page.context().close()
  }
  return audit
}

async function open(page: Page, { address, ready, act }: AuditedScreen, places: Places, { county }: H5): Promise<void> {
  await goTo(
    page,
    Object.entries(places).reduce((known, [word, place]) => known.replace(word, place), address),
  )
  await seen(page, ready).first().waitFor()
  await seen(page, '#skeleton').waitFor({ state: 'hidden' })
  await act?.(page, county)
}
