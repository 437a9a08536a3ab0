import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { shot } from '../browser'
import { bundleRuntime } from './bundle-runtime'
import { Network, type NetworkState } from './network'
import { packWeapp } from './pack'
import { Phone } from './phone'
import { serveRunner } from './runner-server'
import type { Spy } from './runtime/main'
import type { TestAnswer } from './runtime/wx/api'

/** How long a wait polls before it gives up, unless the call says otherwise. */
const PATIENCE = 5000

export interface WeappOptions {
  browser: Browser
  /** The built mini-program's folder. */
  dist?: string
  /** The local cloud; without it, every cloud call fails as without signal. */
  cloud?: { address: string }
  /** Whose phone this is. */
  openid?: string
  viewport?: { width: number; height: number }
  /** Another person on the same phone, or the same phone after an update: hand on the `phone` of an earlier one. */
  phone?: Phone
}

type Answer = (options: Record<string, unknown>) => unknown

/** A mini-program on a phone, running in a browser page on WeChat's component framework. */
export class Weapp {
  readonly phone: Phone
  private readonly network: Network
  private readonly answers = new Map<string, Answer>()
  private running: Page | undefined

  /** Made by `openWeapp`. */
  constructor(
    private readonly context: BrowserContext,
    private readonly served: { address: string; close(): Promise<void>; phone: Phone; network: Network },
    private readonly openid: string,
  ) {
    this.phone = served.phone
    this.network = served.network
  }

  /** The browser page behind it, for what the helpers here do not cover. */
  get page(): Page {
    if (!this.running) throw new Error('the mini-program is not running: call start() or reopen()')
    return this.running
  }

  /** Opens the mini-program at a page, with its query (`unit/sheet/sheet?unitId=…`), or at its first page. */
  async start(at?: string): Promise<void> {
    if (this.running) throw new Error('the mini-program is running already')
    const page = await this.context.newPage()
    this.running = page
    page.setDefaultTimeout(PATIENCE)
    await page.exposeFunction('__askTest', (name: string, given: Record<string, unknown>) => this.askTest(name, given))
    await page.goto(this.served.address)
    await page.evaluate(
      names => {
        window.__answered = new Set(names)
      },
      [...this.answers.keys()],
    )
    await this.tellNetwork()
    await page.evaluate(([openid, path]) => window.__weapp.start(openid, path), [this.openid, at] as const)
  }

  /** Ends the program at once, as the system of a phone does: no farewell, only what is on the phone stays. */
  async kill(): Promise<void> {
    await this.page.close({ runBeforeUnload: false })
    this.running = undefined
    this.phone.dropTemporary()
  }

  /** Opens the program again after `kill`, or kills it first. */
  async reopen(at?: string): Promise<void> {
    if (this.running) await this.kill()
    await this.start(at)
  }

  /** Sends the program to the background, or brings it back. */
  async hide(): Promise<void> {
    await this.page.evaluate(() => window.__weapp.hide())
  }

  async show(): Promise<void> {
    await this.page.evaluate(() => window.__weapp.show())
  }

  /** Ends the program and forgets the phone. */
  async close(): Promise<void> {
    await this.context.close()
    await this.served.close()
  }

  /** What is seen under a selector (`#id`, `.class`, `[…]`, `wx-…`), or bears exactly this text. Must be one thing. */
  find(target: string): Locator {
    const isSelector = /^[#.[]|^wx-/.test(target)
    return (isSelector ? this.page.locator(target) : this.page.getByText(target, { exact: true })).filter({
      visible: true,
    })
  }

  async tap(target: string): Promise<void> {
    await this.find(target).tap()
  }

  /** Types into a field key by key, after what stands there already. */
  async type(selector: string, text: string): Promise<void> {
    const field = this.field(selector)
    await field.focus()
    await field.press('End')
    await field.pressSequentially(text)
  }

  /** Puts a text into a field in one go, in place of what stands there, as pasting does. */
  async fill(selector: string, text: string): Promise<void> {
    await this.field(selector).fill(text)
  }

  /** Chooses a value in a picker, for which the runner draws no panel. */
  async pick(selector: string, value: unknown): Promise<void> {
    await this.page.evaluate(([where, chosen]) => window.__weapp.pick(where, chosen), [selector, value] as const)
  }

  /** The text that can be seen, dialogs included. */
  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText)
  }

  /** Waits until a text can be seen. On failure the error carries what is seen instead. */
  async waitForText(wanted: string | RegExp, timeout = PATIENCE): Promise<void> {
    await this.until(async () => matches(await this.text(), wanted), `${wanted} to be seen`, timeout)
  }

  /** Waits until a text can no longer be seen. */
  async waitForNoText(unwanted: string | RegExp, timeout = PATIENCE): Promise<void> {
    await this.until(async () => !matches(await this.text(), unwanted), `${unwanted} to be gone`, timeout)
  }

  /** Polls until something holds. */
  async until(holds: () => Promise<boolean>, what: string, timeout = PATIENCE): Promise<void> {
    const giveUpAt = Date.now() + timeout
    while (!(await holds())) {
      if (Date.now() > giveUpAt) {
        const { errors } = await this.spy()
        throw new Error(`waited ${timeout} ms for ${what}; seen:\n${await this.text()}\nerrors: ${errors.join('\n')}`)
      }
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }

  /** Saves what is seen as `dist/screenshots/<name>.png`. */
  shot(name: string): Promise<string> {
    return shot(this.page, name)
  }

  /** Everything noted since the program started, or since `forget`. */
  spy(): Promise<Spy> {
    return this.page.evaluate(() => window.__weapp.spy)
  }

  /** Every `setData` with its size. */
  async setData(): Promise<Spy['setData']> {
    return (await this.spy()).setData
  }

  /** Forgets what was noted, before the act that is to be measured. */
  async forget(): Promise<void> {
    await this.page.evaluate(() => {
      const { setData, calls, focusedWrites, errors, warnings } = window.__weapp.spy
      for (const list of [setData, calls, focusedWrites, errors, warnings]) list.length = 0
    })
  }

  /** Nodes of the page in front. */
  nodes(): Promise<number> {
    return this.page.evaluate(() => window.__weapp.nodes())
  }

  /** Paths of the open pages, the lowest first. */
  pages(): Promise<string[]> {
    return this.page.evaluate(() => window.__weapp.pages())
  }

  async waitForPage(path: string, timeout = PATIENCE): Promise<void> {
    await this.until(async () => (await this.pages()).at(-1) === path, `page ${path}`, timeout)
  }

  /** With or without signal; the program is told, as a phone tells it. */
  setOnline(online: boolean): Promise<void> {
    return this.setNetwork(online ? 'online' : 'offline')
  }

  /** Loses answers, or holds requests back: the states of a weak network that a program cannot see. */
  async setNetwork(state: NetworkState): Promise<void> {
    this.network.set(state)
    if (this.running) await this.tellNetwork()
  }

  /**
   * Answers a function of `wx` in place of the person or the device, from now on: `answer('scanCode', () => ({ result }))`.
   * Throwing makes it fail with that message (`throw new Error('cancel')`).
   */
  async answer(name: string, give: Answer): Promise<void> {
    this.answers.set(name, give)
    if (this.running) await this.page.evaluate(answered => void window.__answered.add(answered), name)
  }

  /** The next pictures that the camera or the album gives. */
  async photograph(...pictures: Uint8Array[]): Promise<void> {
    const give = () => {
      const tempFiles = pictures.map(bytes => {
        const tempFilePath = this.phone.putTemporary(bytes, bytes[0] === 0x89 ? 'png' : 'jpg')
        return { tempFilePath, path: tempFilePath, size: bytes.length, fileType: 'image' }
      })
      return { tempFiles, tempFilePaths: tempFiles.map(({ tempFilePath }) => tempFilePath), type: 'image' }
    }
    await this.answer('chooseMedia', give)
    await this.answer('chooseImage', give)
  }

  private field(selector: string): Locator {
    return this.find(selector).locator('input, textarea')
  }

  private tellNetwork(): Promise<void> {
    return this.page.evaluate(online => window.__weapp.setOnline(online), this.network.state !== 'offline')
  }

  private async askTest(name: string, given: Record<string, unknown>): Promise<TestAnswer> {
    try {
      return { result: await this.answers.get(name)?.(given) }
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) }
    }
  }
}

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
}

/** Puts a built mini-program on a phone of its own; `start` opens it. Close it when done. */
export async function openWeapp(options: WeappOptions): Promise<Weapp> {
  const { browser, dist = path.resolve('dist/weapp'), cloud, openid = 'openid-of-nobody' } = options
  if (!existsSync(path.join(dist, 'app.json'))) throw new Error(`${dist} is not built: npm run build:weapp`)
  const { code, templateProblems } = packWeapp(dist)
  if (templateProblems.length > 0) throw new Error(`templates do not compile:\n${templateProblems.join('\n')}`)
  const phone = options.phone ?? new Phone()
  const network = new Network()
  const runtime = await bundleRuntime()
  const server = await serveRunner({ phone, network, dist, packed: code, runtime, cloud: cloud?.address })
  const viewport = options.viewport ?? { width: 390, height: 844 }
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
  })
  return new Weapp(context, { ...server, phone, network }, openid)
}
