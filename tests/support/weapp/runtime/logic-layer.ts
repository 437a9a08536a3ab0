import { codeSpace, componentsOf } from './framework'
import { packed } from './packed'

/** The lifetime functions of the program, as given to `App`. */
export interface AppDefinition {
  onLaunch?(options: unknown): void
  onShow?(options: unknown): void
  onHide?(): void
  onError?(error: string): void
}

/** What the logic layer is given from outside: `wx` and the pages that are open. */
interface World {
  wx: object
  getCurrentPages(): object[]
}

const loaded = new Map<string, { exports: object }>()
const componentsLoaded = new Set<string>()
let app: AppDefinition = {}
let loading = ''
let given: Record<string, unknown> = {}

/** Standard objects that code may reach through `global`; everything else of the browser stays out of reach. */
const STANDARD_NAMES =
  'Array ArrayBuffer Boolean Date Error Infinity JSON Map Math NaN Number Object Promise Proxy RangeError Reflect RegExp Set String Symbol SyntaxError TypeError Uint8Array Uint16Array Uint32Array Int32Array Float64Array DataView WeakMap WeakSet console decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt'

/** Runs `app.js` and answers what it gave to `App`. */
export function startLogic(world: World): AppDefinition {
  const standard = Object.fromEntries(STANDARD_NAMES.split(' ').map(name => [name, Reflect.get(window, name)]))
  const timers = {
    setTimeout: window.setTimeout.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
    setInterval: window.setInterval.bind(window),
    clearInterval: window.clearInterval.bind(window),
  }
  const globalObject: Record<string, unknown> = { ...standard, ...timers, wx: world.wx }
  globalObject.globalThis = globalObject
  given = {
    ...world,
    global: globalObject,
    globalThis: globalObject,
    App: registerApp,
    getApp: () => app,
    Page: registerPage,
    Component: registerComponent,
    Behavior: registerBehavior,
  }
  load('app')
  return app
}

function registerApp(definition: AppDefinition): void {
  app = definition
}

function registerPage(definition: Definition): void {
  codeSpace.componentEnv(loading, environment => environment.Page(tidy(definition)))
}

function registerComponent(definition: Definition): void {
  codeSpace.componentEnv(loading, environment => environment.Component(tidy(definition)))
}

function registerBehavior(definition: Definition): unknown {
  return codeSpace.componentEnv(loading, environment => environment.Behavior(tidy(definition)))
}

/** Runs the script of a page or component, those of the components it uses first. */
export function loadComponent(path: string): void {
  if (componentsLoaded.has(path)) return
  componentsLoaded.add(path)
  for (const used of Object.values(componentsOf(path))) loadComponent(resolve(path, used))
  load(path)
}

/** The path that `wanted`, written in `from`, names. */
export function resolve(from: string, wanted: string): string {
  const steps = wanted.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of wanted.replace(/\.js$/, '').split('/')) {
    if (step === '..') steps.pop()
    else if (step && step !== '.') steps.push(step)
  }
  const path = steps.join('/')
  return packed.modules[path] ? path : `${path}/index`
}

function load(path: string): object {
  const known = loaded.get(path)
  if (known) return known.exports
  const run = packed.modules[path] ?? packed.modules[path.replace(/\/index$/, '')]
  if (!run) throw new Error(`module '${path}.js' is not defined`)
  const module = { exports: {} }
  loaded.set(path, module)
  const outer = loading
  loading = path
  const own = { require: (wanted: string) => load(resolve(path, wanted)), module, exports: module.exports }
  const names = { ...given, ...own }
  try {
    run(...packed.given.map(name => Reflect.get(names, name)))
  } finally {
    loading = outer
  }
  return module.exports
}

type Definition = Record<string, unknown>

/** Taro writes `{}` where it means no behaviours and no classes; the framework wants an array or nothing. */
function tidy(definition: Definition): Definition {
  const { behaviors, externalClasses, ...rest } = definition
  return {
    ...rest,
    ...(Array.isArray(behaviors) && { behaviors }),
    ...(Array.isArray(externalClasses) && { externalClasses }),
  }
}
