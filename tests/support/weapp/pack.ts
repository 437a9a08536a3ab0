import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'

/** Names that WeChat hands to every module of the logic layer, in the order in which the packed functions take them. */
const givenNames = [
  'require',
  'module',
  'exports',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'global',
  'globalThis',
]

/**
 * Names a browser has and the logic layer of a mini-program has not. Each becomes a parameter that is never passed, so
 * that a use fails here as it fails on a phone. (`eval` and `new Function` are refused by the page's security policy.)
 */
export const hiddenNames = [
  ...['window', 'document', 'self', 'frames', 'parent', 'top', 'location', 'history', 'navigator', 'screen', 'origin'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore', 'crypto', 'performance', 'Intl'],
  ...['XMLHttpRequest', 'fetch', 'WebSocket', 'EventSource', 'Worker', 'Headers', 'Request', 'Response'],
  ...['AbortController', 'AbortSignal', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'btoa', 'atob'],
  ...['Blob', 'File', 'FileReader', 'FormData', 'Image', 'OffscreenCanvas', 'createImageBitmap', 'structuredClone'],
  ...['HTMLElement', 'Element', 'Node', 'Event', 'CustomEvent', 'EventTarget', 'MutationObserver', 'ResizeObserver'],
  ...['IntersectionObserver', 'getComputedStyle', 'requestAnimationFrame', 'cancelAnimationFrame', 'alert', 'confirm'],
]

/** A built mini-program as one script for the runner's page. */
export interface PackedWeapp {
  code: string
  /** What the template compiler complained about, as 「file: message」. Empty for a sound build. */
  templateProblems: string[]
}

/** Turns a built mini-program folder (Taro's or a hand-written one) into one script that defines `window.__packed`. */
export function packWeapp(folder: string): PackedWeapp {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => file.split(path.sep).join('/'))
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')
  const ending = (extension: string) => files.filter(file => file.endsWith(extension)).sort()

  const templates = new TmplGroup()
  const templateProblems: string[] = []
  for (const file of ending('.wxml')) {
    const problems: unknown = templates.addTmpl(bare(file), read(file))
    if (Array.isArray(problems)) templateProblems.push(...problems.map(problem => `${file}: ${String(problem)}`))
  }
  for (const file of ending('.wxs')) templates.addScript(bare(file), read(file))

  const jsons = ending('.json').map(file => `${JSON.stringify(bare(file))}:${read(file)}`)
  const styles = ending('.wxss').map(file => [bare(file), browserStyle(file, read, files)])
  const parameters = [...givenNames, ...hiddenNames].join(',')
  const modules = ending('.js').map(file => `${JSON.stringify(bare(file))}:function(${parameters}){${read(file)}\n}`)
  const code = `window.__packed={
given:${JSON.stringify(givenNames)},
json:{${jsons.join(',\n')}},
styles:${JSON.stringify(Object.fromEntries(styles))},
templates:${templates.getTmplGenObjectGroups()},
modules:{${modules.join(',\n')}}};\n`
  templates.free()
  return { code, templateProblems }
}

function bare(file: string): string {
  return file.replace(/\.\w+$/, '')
}

const BUILT_IN_TAGS =
  'view|text|image|button|input|textarea|scroll-view|swiper-item|swiper|switch|picker|form|label|checkbox|radio|slider|canvas|icon|progress'

/** WXSS as CSS for the runner: imports inlined, rpx computed, `page` and built-in tags under the names they have here. */
function browserStyle(file: string, read: (file: string) => string, files: readonly string[]): string {
  return read(file)
    .replace(/@import\s+(?:url\()?["']([^"']+)["']\)?\s*;?/g, (_, wanted: string) => {
      const target = path.posix.join(path.posix.dirname(file), wanted)
      return files.includes(target) ? browserStyle(target, read, files) : ''
    })
    .replace(/(-?[\d.]+)rpx/g, (_, count: string) => `calc(${count} * var(--rpx))`)
    .replace(/(^|[\s,{}>+~])page(?=[\s,{>+~.:[])/g, '$1.wx-page')
    .replace(new RegExp(`(^|[\\s,{}>+~])(${BUILT_IN_TAGS})(?=[\\s,{>+~.:[])`, 'g'), '$1wx-$2')
}
