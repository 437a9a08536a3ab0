import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { textFaults } from './text-faults'
import { touchFaults } from './touch-faults'

/** axe calls these two what keeps a person from using the page. */
const grave = ['serious', 'critical']
const axeFile = createRequire(__filename).resolve('axe-core/axe.min.js')

export interface Limits {
  /** Smallest side of what can be touched, in px. */
  finger: number
  /** Smallest type, in px. */
  smallest: number
}

/** Everything of the page in sight that would stop or mislead a person; empty where all is well. */
export async function lookOver(page: Page, limits: Limits, withAxe: boolean): Promise<string[]> {
  // What runs a proof names every function by this; inside the page there is no such thing.
  await page.evaluate('globalThis.__name = named => named')
  const text = await page.evaluate(textFaults, limits)
  const touch = await page.evaluate(touchFaults, limits)
  return [...text, ...touch, ...(withAxe ? await axeFaults(page) : [])]
}

async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(axeFile, 'utf8'))
  const results: axe.AxeResults = await page.evaluate(
    levels =>
      window.axe.run(document, { resultTypes: ['violations'], preload: false }).then(found => ({
        ...found,
        violations: found.violations.filter(({ impact }) => levels.includes(impact ?? '')),
      })),
    grave,
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `axe ${id} ${html.replaceAll(/\s+/g, ' ').slice(0, 120)} ${any[0]?.message ?? ''}`),
  )
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
