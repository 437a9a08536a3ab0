import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { shiftClock } from '../shift-clock'
import { bundleRuntime } from './bundle-runtime'
import { Network, type NetworkState } from './network'
import { packWeapp } from './pack'
import { Phone } from './phone'
import { serveRunner } from './runner-server'
import type { TestAnswer } from './runtime/wx/api'
import { PATIENCE, WeappScreen } from './weapp-screen'

export interface WeappOptions {
  browser: Browser
  /** The built mini-program's folder. */
  dist?: string
  /** The local cloud; without it, every cloud call fails as without signal. */
  cloud?: { address: string }
  /** Whose phone this is. */
  openid?: string
  viewport?: { width: number; height: number }
  /** What a person, or another country, has done to the phone's clock. */
  clock?: { timeZone: string; milliseconds: number }
  /** Another person on the same phone, or the same phone after an update: hand on the `phone` of an earlier one. */
  phone?: Phone
}

type Answer = (options: Record<string, unknown>) => unknown

/** A mini-program on a phone, running in a browser page on WeChat's component framework. */
export class Weapp extends WeappScreen {
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
    super()
    this.phone = served.phone
    this.network = served.network
  }

  override get page(): Page {
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

  /** Makes this phone's canvas draw pictures as they lie, as those of some phones do; until it is killed. */
  async leavePicturesLying(): Promise<void> {
    await this.page.evaluate(() => {
      window.__leavesPicturesLying = true
    })
  }

  private tellNetwork(): Promise<void> {
    return this.page.evaluate(online => window.__weapp.setOnline(online), this.network.state !== 'offline')
  }

  private async askTest(name: string, given: Record<string, unknown>): Promise<TestAnswer> {
    try {
      return { result: await this.answers.get(name)?.(given) }
    } catch (error) {
      if (!(error instanceof Error)) return { failure: String(error) }
      // As WeChat numbers its failures: `throw Object.assign(new Error('switched off'), { code: 20004 })`.
      const code: unknown = Reflect.get(error, 'code')
      return { failure: error.message, ...(typeof code === 'number' && { code }) }
    }
  }
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
    timezoneId: options.clock?.timeZone ?? 'Asia/Shanghai',
  })
  if (options.clock) await context.addInitScript(shiftClock, options.clock.milliseconds)
  return new Weapp(context, { ...server, phone, network }, openid)
}
