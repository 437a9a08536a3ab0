import type { Locator, Page } from 'playwright-core'
import { shot } from '../browser'
import type { Spy } from './runtime/main'

/** How long a wait polls before it gives up, unless the call says otherwise. */
export const PATIENCE = 5000

/** What a person sees of a running mini-program and does with a finger, and what the runner notes meanwhile. */
export abstract class WeappScreen {
  /** The browser page behind it, for what the helpers here do not cover. */
  abstract get page(): Page

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

  private field(selector: string): Locator {
    return this.find(selector).locator('input, textarea')
  }
}

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
}
