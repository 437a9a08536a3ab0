type Listener = (...given: unknown[]) => void

const listeners = new Map<string, Set<Listener>>()

const EVENTS = [
  ...['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'WindowResize'],
  ...[
    'NetworkStatusChange',
    'MemoryWarning',
    'KeyboardHeightChange',
    'NeedPrivacyAuthorization',
    'AudioInterruptionEnd',
  ],
  ...['UserCaptureScreen', 'NetworkWeakChange', 'LazyLoadError'],
]

/** `wx.onAppShow`, `wx.offAppShow` and the rest. */
export const listenerApi: Record<string, (listener?: Listener) => void> = {}
for (const event of EVENTS) {
  const registered = new Set<Listener>()
  listeners.set(event, registered)
  listenerApi[`on${event}`] = listener => {
    if (listener) registered.add(listener)
  }
  listenerApi[`off${event}`] = listener => {
    if (listener) registered.delete(listener)
    else registered.clear()
  }
}

/** Whether the program listens for an event. */
export function isHeard(event: string): boolean {
  return (listeners.get(event)?.size ?? 0) > 0
}

/** Tells every listener of an event, by its name without `on`. */
export function announce(event: string, ...given: unknown[]): void {
  for (const listener of listeners.get(event) ?? []) listener(...given)
}
