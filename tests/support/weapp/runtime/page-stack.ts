import { addStyle, codeSpace, view } from './framework'
import { loadComponent, resolve } from './logic-layer'
import { appJson, packed } from './packed'
import { phone } from './remote-phone'
import { recordError, watchSetData } from './spy'

/** WeChat keeps at most ten pages open. */
const MOST_PAGES = 10

/** A page as the logic layer sees it: what `getCurrentPages` answers. */
interface PageCaller {
  route?: string
  __route__?: string
  options?: Record<string, string>
  setData(data: Record<string, unknown>, after?: () => void): void
}

export interface OpenPage {
  path: string
  caller: PageCaller
  /** The page's part of the document, its title bar included. */
  element: HTMLElement
  release(): void
}

export const openPages: OpenPage[] = []
const restingTabs = new Map<string, OpenPage>()
const tabs = appJson.tabBar?.list ?? []

export function topPage(): OpenPage {
  const page = openPages.at(-1)
  if (!page) throw new Error('no page is open')
  return page
}

export async function navigateTo(url: string): Promise<void> {
  if (openPages.length >= MOST_PAGES) throw new Error('webview count limit exceed')
  const address = await reachable(url)
  const below = topPage()
  open(address, () => hide(below))
}

export async function redirectTo(url: string): Promise<void> {
  const address = await reachable(url)
  const replaced = openPages.pop()
  if (replaced) close(replaced)
  open(address)
}

export async function reLaunch(url: string): Promise<void> {
  const address = await reachable(url)
  for (const page of openPages.splice(0)) close(page)
  for (const page of restingTabs.values()) close(page)
  restingTabs.clear()
  open(address)
}

export function navigateBack(delta = 1): void {
  if (openPages.length === 1) throw new Error('cannot navigate back at first page')
  for (const page of openPages.splice(Math.max(1, openPages.length - delta))) close(page)
  show(topPage())
}

export async function switchTab(url: string): Promise<void> {
  const { path } = await reachable(url)
  if (!tabs.some(tab => tab.pagePath === path)) throw new Error('can not switch to no-tabBar page')
  if (topPage().path === path) return
  for (const page of openPages.splice(0)) {
    if (tabs.some(tab => tab.pagePath === page.path)) {
      hide(page)
      restingTabs.set(page.path, page)
    } else close(page)
  }
  const resting = restingTabs.get(path)
  if (!resting) return open({ path, options: {} })
  restingTabs.delete(path)
  openPages.push(resting)
  show(resting)
}

/** Calls a page's lifetime function; an error in it is noted, as WeChat would log it, and goes no further. */
export function callLifetime(page: OpenPage, name: string, ...given: unknown[]): unknown {
  const lifetime: unknown = Reflect.get(page.caller, name)
  if (typeof lifetime !== 'function') return undefined
  try {
    return lifetime.apply(page.caller, given)
  } catch (error) {
    recordError(error)
    return undefined
  }
}

interface Address {
  path: string
  options: Record<string, string>
}

/** Finds the page an address names and sees that its subpackage is on the phone. */
async function reachable(url: string): Promise<Address> {
  const [written = '', query = ''] = url.split('?')
  const path = written.startsWith('/') ? written.slice(1) : resolve(openPages.at(-1)?.path ?? '', written)
  if (!packed.templates[path]) throw new Error(`page "${path}" is not found`)
  const root = subpackageRoot(path)
  if (root !== undefined) await bringSubpackage(root)
  const options: Record<string, string> = {}
  for (const pair of query.split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair.split('=') // WeChat hands the values over undecoded
    options[name] = value
  }
  return { path, options }
}

const subpackages = appJson.subPackages ?? appJson.subpackages ?? []

function subpackageRoot(path: string): string | undefined {
  return subpackages.map(({ root }) => root.replace(/\/$/, '')).find(root => path.startsWith(`${root}/`))
}

/** A subpackage that was never opened or preloaded is not on the phone and needs the network once. */
async function bringSubpackage(root: string): Promise<void> {
  if (await phone('hasSubpackage', { root })) return
  const arrived = await phone('downloadSubpackage', { root })
  if (!arrived) throw new Error(`loadSubpackage:fail ${root}`)
}

function preloadAfter(path: string): void {
  for (const wanted of appJson.preloadRule?.[path]?.packages ?? []) {
    const subpackage = subpackages.find(({ name, root }) => name === wanted || root.replace(/\/$/, '') === wanted)
    if (subpackage) bringSubpackage(subpackage.root.replace(/\/$/, '')).catch(() => undefined)
  }
}

function open({ path, options }: Address, beforeShown?: () => void): void {
  loadComponent(path)
  beforeShown?.()
  const element = document.createElement('div')
  element.className = 'wx-page'
  element.dataset.page = path
  const body = document.createElement('div')
  body.className = 'wx-body'
  const placeholder = body.appendChild(document.createElement('span'))
  if (packed.json[path]?.navigationStyle !== 'custom') element.append(titleBar(path))
  element.append(body, ...tabBar(path))
  document.body.append(element)
  const style = addStyle(path, packed.styles[path] ?? '')

  const root = view.createRoot('wx-root', codeSpace, path)
  const caller: PageCaller = Object.assign(root.get(), { route: path, __route__: path, options })
  watchSetData(caller)
  const release = () => {
    root.release()
    element.remove()
    style.remove()
  }
  const page: OpenPage = { path, caller, element, release }
  openPages.push(page)
  attach(root, body, placeholder)
  callLifetime(page, 'onLoad', options)
  callLifetime(page, 'onShow')
  setTimeout(() => callLifetime(page, 'onReady'), 0)
  preloadAfter(path)
}

/** The framework declares its own element type, of which the browser's elements are one. */
function attach(root: ReturnType<typeof view.createRoot>, parent: unknown, placeholder: unknown): void {
  Reflect.apply(root.attach, root, [parent, placeholder])
}

function titleBar(path: string): HTMLElement {
  const bar = document.createElement('div')
  bar.className = 'wx-nav'
  bar.textContent = packed.json[path]?.navigationBarTitleText ?? appJson.window?.navigationBarTitleText ?? ''
  if (openPages.length > 0) {
    const back = document.createElement('a')
    back.className = 'wx-nav-back'
    back.textContent = '‹'
    back.addEventListener('click', () => navigateBack())
    bar.prepend(back)
  }
  return bar
}

function tabBar(path: string): HTMLElement[] {
  if (!tabs.some(tab => tab.pagePath === path)) return []
  const bar = document.createElement('div')
  bar.className = 'wx-tabbar'
  for (const { pagePath, text } of tabs) {
    const tab = bar.appendChild(document.createElement('a'))
    tab.textContent = text
    tab.addEventListener('click', () => switchTab(`/${pagePath}`))
  }
  return [bar]
}

function hide(page: OpenPage): void {
  callLifetime(page, 'onHide')
  page.element.style.display = 'none'
}

function show(page: OpenPage): void {
  page.element.style.display = ''
  callLifetime(page, 'onShow')
}

function close(page: OpenPage): void {
  callLifetime(page, 'onUnload')
  page.release()
}
