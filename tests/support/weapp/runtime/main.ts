import { builtInOf } from './components/component'
import { addStyle } from './framework'
import { type AppDefinition, startLogic } from './logic-layer'
import { appJson, packed } from './packed'
import { callLifetime, openPages, reLaunch, topPage } from './page-stack'
import { recordError, type Spy, spy } from './spy'
import { setOpenid } from './wx/cloud'
import { announce } from './wx/listeners'
import { setOnline } from './wx/network'
import { launch } from './wx/system'
import { wx } from './wx/wx'

window.__answered = new Set()
window.addEventListener('error', event => recordError(event.error ?? event.message))
window.addEventListener('unhandledrejection', event => {
  recordError(event.reason)
  announce('UnhandledRejection', { reason: event.reason })
})

let app: AppDefinition = {}

const runner = {
  spy,
  wx,
  setOnline,
  /** Starts the program as the person named, at a page (the first one if none is given). */
  async start(openid: string, path = appJson.pages?.[0] ?? '') {
    // What the debugger evaluates may use `eval`, and so may all that runs before it returns; the program must not.
    await new Promise(resolve => setTimeout(resolve, 0))
    setOpenid(openid)
    addStyle('app', packed.styles.app ?? '')
    const [page = '', query = ''] = path.replace(/^\//, '').split('?')
    Object.assign(launch, { path: page, query: Object.fromEntries(new URLSearchParams(query)) })
    app = startLogic({ wx, getCurrentPages: () => openPages.map(({ caller }) => caller) })
    app.onLaunch?.(launch)
    app.onShow?.(launch)
    await reLaunch(`/${path.replace(/^\//, '')}`)
  },
  /** The program goes to the background, as when the person looks at another conversation. */
  hide() {
    callLifetime(topPage(), 'onHide')
    app.onHide?.()
    announce('AppHide')
  },
  /** The program comes back to the front. */
  show() {
    app.onShow?.(launch)
    announce('AppShow', launch)
    callLifetime(topPage(), 'onShow')
  },
  /** What the page in front passes on by 转发给朋友; undefined where WeChat's menu does not offer it. */
  share: (): unknown => callLifetime(topPage(), 'onShareAppMessage', { from: 'menu' }),
  /** Paths of the open pages, the lowest first. */
  pages: () => openPages.map(({ path }) => path),
  /** Nodes of the page in front, counted as WeChat counts them: elements of the template, without a field's innards. */
  nodes: () => [...topPage().element.querySelectorAll('.wx-body *')].filter(isTemplateNode).length,
  /** Chooses in a picker, slider or any component that tells its value by `change`. */
  pick(selector: string, value: unknown) {
    const component = builtInOf(topPage().element.querySelector(selector))
    if (!component) throw new Error(`nothing to pick in: ${selector}`)
    component.triggerEvent('change', { value })
  },
}

function isTemplateNode(element: Element): boolean {
  return element.tagName.startsWith('WX-')
}

type Runner = typeof runner

export type { Spy }

declare global {
  interface Window {
    __weapp: Runner
  }
}

window.__weapp = runner
