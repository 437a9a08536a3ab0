import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  CurrentWindowBackendContext,
  Event as FrameworkEvent,
  globalOptions,
} from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { baseStyle, plainTags } from './components/base-style'
import { builtInComponents } from './components/built-in-components'
import { giveEventsTheirWeChatShape } from './events'
import { appJson, packed } from './packed'
import { recordError, spy } from './spy'

/** Complaints that every Taro build raises and that mean nothing. */
const KNOWN_WARNINGS = /is not a valid property|for-list data is neither/

globalOptions.throwGlobalError = false
addGlobalErrorListener(error => recordError(error))
addGlobalWarningListener(message => {
  if (!KNOWN_WARNINGS.test(message)) spy.warnings.push(message)
  return false
})
giveEventsTheirWeChatShape()

const environment = new MiniProgramEnv()
const globalSpace = environment.getGlobalCodeSpace().getComponentSpace()
/** WeChat's own component framework, holding every template and component of the mini-program. */
export const codeSpace = environment.createCodeSpace('main', true)

shareStyles()
const space = codeSpace.getComponentSpace()
for (const [tag, definition] of Object.entries(builtInComponents)) {
  space.setGlobalUsingComponent(tag, globalSpace.defineComponent(definition))
}
for (const tag of plainTags) space.setGlobalUsingComponent(tag, `wx-${tag}`)
for (const [path, content] of Object.entries(packed.templates)) {
  const template = { groupList: packed.templates, content, fallbackListenerOnNativeNode: true }
  codeSpace.addCompiledTemplate(path, template)
}
for (const [path, json] of Object.entries(packed.json)) {
  if (packed.templates[path]) codeSpace.addComponentStaticConfig(path, { usingComponents: componentsOf(path, json) })
}

/** The view: elements under `wx-` names, so that the page's styles cannot meet the browser's own tags. */
export const view = environment.associateBackend(backend())
addStyle('base', baseStyle)

/** Components that a page or component may use, by tag: its own and the whole program's. */
export function componentsOf(path: string, json = packed.json[path]): Record<string, string> {
  const own = json?.usingComponents ?? {}
  return { ...appJson.usingComponents, ...own }
}

/** Adds a style sheet and answers its element. */
export function addStyle(name: string, text: string): HTMLStyleElement {
  const style = document.createElement('style')
  style.dataset.wxss = name
  style.textContent = text
  document.head.appendChild(style)
  return style
}

function backend(): CurrentWindowBackendContext {
  const context = new CurrentWindowBackendContext()
  // The context declares its own element type, of which the browser's elements are one.
  Object.assign(context, {
    document: {
      createElement: (tag: string) => document.createElement(tag.startsWith('wx-') ? tag : `wx-${tag}`),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    },
  })
  context.onEvent((target, type, detail, options) => {
    const event = new FrameworkEvent(type, detail, options)
    FrameworkEvent.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  })
  return context
}

/**
 * Every component shares one style scope and writes its id as it is. Taro's pages are one template recursing through
 * `comp`, so class names must stay what the style sheets say; the adapter has no public setting for it.
 */
function shareStyles(): void {
  const internals: {
    prepareComponentOptions(path: string, options: unknown): [Record<string, unknown>, unknown]
    _$sharedStyleScope: unknown
  } = Object(codeSpace)
  const original = internals.prepareComponentOptions
  internals.prepareComponentOptions = (path, options) => {
    const [prepared] = original.call(codeSpace, path, options)
    Object.assign(prepared, {
      idPrefixGenerator: null,
      writeIdToDOM: true,
      styleScope: internals._$sharedStyleScope,
      extraStyleScope: undefined,
    })
    return [prepared, 'shared']
  }
}
