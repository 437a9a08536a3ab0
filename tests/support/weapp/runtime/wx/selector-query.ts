import { topPage } from '../page-stack'
import { canvasNode } from './pictures'

interface Fields {
  id?: boolean
  dataset?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  node?: boolean
  computedStyle?: string[]
}
type Callback = (result: unknown) => void

/** `wx.createSelectorQuery`: asks the view where elements stand. Styles are shared here, so one document answers all. */
export function createSelectorQuery() {
  const asked: { find: () => unknown; told: Callback | undefined }[] = []
  const within = topPage().element
  const query = {
    in: () => query,
    select: (selector: string) => reference(fields => describe(within.querySelector(hosted(selector)), fields)),
    selectAll: (selector: string) =>
      reference(fields => [...within.querySelectorAll(hosted(selector))].map(each => describe(each, fields))),
    selectViewport: () => reference(fields => describe(document.documentElement, fields)),
    exec(told?: Callback) {
      setTimeout(() => {
        const results = asked.map(({ find }) => find())
        for (const [index, each] of asked.entries()) each.told?.(results[index])
        told?.(results)
      }, 0)
      return query
    },
  }

  function reference(find: (fields: Fields) => unknown) {
    const ask = (fields: Fields, told?: Callback) => {
      asked.push({ find: () => find(fields), told })
      return query
    }
    return {
      boundingClientRect: (told?: Callback) => ask({ id: true, dataset: true, rect: true, size: true }, told),
      scrollOffset: (told?: Callback) => ask({ id: true, dataset: true, scrollOffset: true }, told),
      fields: ask,
      node: (told?: Callback) => ask({ node: true }, told),
    }
  }
  return query
}

function describe(element: Element | null, fields: Fields): object | null {
  if (!element) return null
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  const dataset = element instanceof HTMLElement ? { ...element.dataset } : {}
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element
  return {
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset }),
    ...(fields.rect && { left, top, right, bottom }),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && { scrollLeft, scrollTop, scrollWidth, scrollHeight }),
    ...(fields.node && { node: canvasNode(element) }),
    ...Object.fromEntries((fields.computedStyle ?? []).map(name => [name, style.getPropertyValue(name)])),
  }
}

/** Tags stand under `wx-` names in the view; `>>>` reaches through components, which here is every descendant. */
function hosted(selector: string): string {
  return selector.replaceAll('>>>', ' ').replace(/(^|[\s>+~,])([a-z][\w-]*)/g, '$1wx-$2')
}
