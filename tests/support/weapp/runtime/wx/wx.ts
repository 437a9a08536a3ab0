import { navigateBack, navigateTo, redirectTo, reLaunch, switchTab, topPage } from '../page-stack'
import { spy } from '../spy'
import { asynchronous, text } from './api'
import { cloudApi } from './cloud'
import { dialogsApi } from './dialogs'
import { filesApi } from './files'
import { listenerApi } from './listeners'
import { networkApi } from './network'
import { picturesApi } from './pictures'
import { createSelectorQuery } from './selector-query'
import { storageApi } from './storage'
import { subscribeApi } from './subscribe'
import { systemApi } from './system'

const members: Record<string, unknown> = {
  ...systemApi,
  ...listenerApi,
  ...storageApi,
  ...filesApi,
  ...networkApi,
  ...picturesApi,
  ...dialogsApi,
  ...subscribeApi,
  cloud: cloudApi,
  navigateTo: asynchronous('navigateTo', options => navigateTo(text(options, 'url'))),
  redirectTo: asynchronous('redirectTo', options => redirectTo(text(options, 'url'))),
  reLaunch: asynchronous('reLaunch', options => reLaunch(text(options, 'url'))),
  switchTab: asynchronous('switchTab', options => switchTab(text(options, 'url'))),
  navigateBack: asynchronous('navigateBack', ({ delta }) => navigateBack(typeof delta === 'number' ? delta : 1)),
  createSelectorQuery,
  createIntersectionObserver: (component: unknown, options: unknown) => {
    const create: unknown = Reflect.get(topPage().caller, 'createIntersectionObserver')
    return typeof create === 'function' ? create.call(component ?? topPage().caller, options) : undefined
  },
}

/** The `wx` object. A name it does not have is noted, for a program that asks for it may have taken another way. */
export const wx = new Proxy(members, {
  get(target, name) {
    if (typeof name === 'string' && !(name in target) && !spy.missing.includes(name)) spy.missing.push(name)
    return Reflect.get(target, name)
  },
})
