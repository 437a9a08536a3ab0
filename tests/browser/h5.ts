import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { readSignInCode } from '#shared/contract/sign-in-code'
import { openBrowser, shot } from '../support/browser'
import { type County, startCounty } from '../support/county'

/** The two screens on which the mockups are drawn, and the narrowest phone that people still carry. */
export const screens = {
  narrow: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  pc: { viewport: { width: 1440, height: 900 } },
} satisfies Record<string, BrowserContextOptions>
export type Screen = keyof typeof screens

/** The built H5 page of a small county, in a real browser. */
export interface H5 {
  county: County
  /** A browser of its own that nobody has signed in on, at the first page. */
  stranger(screen: Screen): Promise<Page>
  /** The same after its code was scanned and confirmed by this person's phone; it stands at their first page. */
  signedIn(openid: string, screen: Screen): Promise<Page>
  /** The same for what is not about signing in: their session, and settings of this browser, are there already. */
  at(openid: string, screen: Screen, settings?: Record<string, unknown>): Promise<Page>
  /** What went wrong in any of the pages without anybody noticing. */
  troubles: string[]
  close(): Promise<void>
}

const h5Folder = path.resolve('dist/h5')
const homes = '#home-unit, #home-department, #home-office, #office-board, #home-choose'

/** Starts county and browser; close it in `afterAll`. */
export async function startH5(): Promise<H5> {
  if (!existsSync(path.join(h5Folder, 'index.html'))) throw new Error('dist/h5 is not built: npm run build:h5')
  const browser = await openBrowser()
  const county = await startCounty({ h5Folder })
  const troubles: string[] = []

  async function open(screen: Screen, stored: Record<string, unknown>): Promise<Page> {
    const kept = Object.entries(stored).map(([name, value]) => ({
      name: `union-assessment/${name}`,
      value: JSON.stringify(value),
    }))
    const context = await browser.newContext({
      ...screens[screen],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      storageState: { cookies: [], origins: [{ origin: county.cloud.address, localStorage: kept }] },
    })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: county.cloud.address })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', error => troubles.push(error.message))
    await page.goto(county.cloud.address)
    return page
  }

  const stranger = (screen: Screen) => open(screen, {})

  async function at(openid: string, screen: Screen, settings: Record<string, unknown> = {}): Promise<Page> {
    const page = await open(screen, { session: await county.signIn(openid), ...settings })
    await seen(page, homes).waitFor()
    return page
  }

  async function signedIn(openid: string, screen: Screen): Promise<Page> {
    const page = await stranger(screen)
    await scanCode(page, county, openid)
    await seen(page, homes).waitFor()
    return page
  }

  return { county, stranger, signedIn, at, troubles, close: () => county.close() }
}

/** What the person's phone does: reads the code from the screen, and confirms. */
export async function scanCode(page: Page, county: County, openid: string): Promise<void> {
  const code = await seen(page, '#sign-in-code').getAttribute('data-code')
  const ticketId = readSignInCode(code ?? '')
  if (ticketId === null) throw new Error(`the code on the screen is not ours: ${code}`)
  await county.as(openid).get('sign-in.confirm', { ticketId })
}

/** What is in sight: pages that were left stay in the document, hidden, with the same ids. */
export function seen(page: Page, selector: string): Locator {
  return page.locator(selector).filter({ visible: true })
}

/** Writes on a field of ours from the beginning, as a person would: touches it, empties it, types. */
export async function write(page: Page, field: string, text: string): Promise<void> {
  const input = seen(page, `${field} input, ${field} textarea`)
  await input.click()
  await input.fill(text)
}

/** Another page of the program, as by its address. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, route)
}

/** Keeps what the page shows as `dist/screenshots/h5/<name>.png`; with KEEP_PICTURES=1 also as `pictures/<chosenAs>.png`. */
export async function look(page: Page, name: string, chosenAs?: string): Promise<void> {
  const file = await shot(page, `h5/${name}`)
  if (!chosenAs || process.env.KEEP_PICTURES !== '1') return
  const kept = path.join(__dirname, 'pictures', `${chosenAs}.png`)
  mkdirSync(path.dirname(kept), { recursive: true })
  copyFileSync(file, kept)
}
