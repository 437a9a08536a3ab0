import { phone } from '../remote-phone'
import { answerable } from './api'
import { consentFirst } from './privacy'

const TITLE_BAR = 44
const STATUS_BAR = 20

function systemInfo() {
  const { innerWidth: width, innerHeight: height } = window
  return {
    ...{ brand: 'iPhone', model: 'iPhone 12', system: 'iOS 15.0', platform: 'ios', pixelRatio: devicePixelRatio },
    ...{ version: '8.0.50', SDKVersion: '3.7.0', language: 'zh_CN', theme: 'light', fontSizeSetting: 16 },
    ...{ screenWidth: width, screenHeight: height, windowWidth: width, windowHeight: height - TITLE_BAR },
    statusBarHeight: STATUS_BAR,
    safeArea: { top: STATUS_BAR, left: 0, right: width, bottom: height, width, height: height - STATUS_BAR },
  }
}

/** How the program was opened; set by `start`. */
export const launch = { path: '', query: {}, scene: 1001, referrerInfo: {}, shareTicket: '' }

const manager = { onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }
const accountInfo = { miniProgram: { appId: 'touristappid', envVersion: 'release', version: '1.0.0' } }

/** Functions that here only succeed; each call is noted. */
const SUCCEEDING = [
  ...['setNavigationBarTitle', 'setNavigationBarColor', 'showNavigationBarLoading', 'hideNavigationBarLoading'],
  ...['stopPullDownRefresh', 'startPullDownRefresh', 'hideHomeButton', 'showShareMenu', 'hideShareMenu', 'hideTabBar'],
  ...['showTabBar', 'setTabBarItem', 'setTabBarBadge', 'vibrateShort', 'vibrateLong', 'openSetting'],
  ...['authorize', 'setKeepScreenOn', 'openDocument', 'makePhoneCall', 'saveImageToPhotosAlbum', 'openPrivacyContract'],
  ...['requirePrivacyAuthorize', 'setBackgroundColor', 'setPageStyle', 'shareFileMessage', 'exitMiniProgram'],
]

/** Functions that need a person or a device: without an answer from the test they fail as if cancelled. */
const NEEDING_ANSWER = [
  'chooseMedia',
  'chooseImage',
  'chooseMessageFile',
  'chooseVideo',
  'scanCode',
  'getUserProfile',
  'getLocation',
]

/** Of these, what WeChat counts as personal. */
const NEEDING_CONSENT = ['chooseMedia', 'chooseImage', 'chooseMessageFile', 'chooseVideo', 'getLocation']

export const systemApi: Record<string, unknown> = {
  canIUse: () => true,
  getSystemInfoSync: systemInfo,
  getWindowInfo: systemInfo,
  getDeviceInfo: systemInfo,
  getAppBaseInfo: systemInfo,
  getSystemSetting: () => ({}),
  getAppAuthorizeSetting: () => ({}),
  getSystemInfo: answerable('getSystemInfo', systemInfo),
  getSystemInfoAsync: answerable('getSystemInfoAsync', systemInfo),
  getMenuButtonBoundingClientRect: () => {
    const right = window.innerWidth - 8
    return { width: 87, height: 32, top: 6, bottom: 38, left: right - 87, right }
  },
  getLaunchOptionsSync: () => launch,
  getEnterOptionsSync: () => launch,
  getAccountInfoSync: () => accountInfo,
  getUpdateManager: () => manager,
  nextTick: (next: () => void) => void Promise.resolve().then(next),
  getSetting: answerable('getSetting', () => ({ authSetting: {} })),
  getPrivacySetting: answerable('getPrivacySetting', async () => {
    return { needAuthorization: !(await phone('hasAgreedToPrivacy')), privacyContractName: '《隐私保护指引》' }
  }),
  login: answerable('login', () => ({ code: 'code' })),
  getClipboardData: answerable('getClipboardData', () => ({ data: '' })),
  requestSubscribeMessage: answerable('requestSubscribeMessage', ({ tmplIds }) =>
    Object.fromEntries(Array.isArray(tmplIds) ? tmplIds.map(template => [template, 'accept']) : []),
  ),
  pageScrollTo: answerable('pageScrollTo', ({ scrollTop, selector }) => {
    if (typeof selector === 'string') document.querySelector(selector)?.scrollIntoView()
    else window.scrollTo(0, Number(scrollTop))
  }),
  hideKeyboard: answerable('hideKeyboard', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }),
}
// Needs nobody, and is counted as personal as well.
systemApi.setClipboardData = answerable('setClipboardData', () => undefined, consentFirst)
for (const name of SUCCEEDING) systemApi[name] = answerable(name, () => undefined)
for (const name of NEEDING_ANSWER) {
  const cancel = () => {
    throw new Error('cancel')
  }
  systemApi[name] = answerable(name, cancel, NEEDING_CONSENT.includes(name) ? consentFirst : undefined)
}
