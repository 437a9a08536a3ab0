/** Built-in components that are nothing but an element here. */
export const plainTags = [
  ...['view', 'text', 'cover-view', 'cover-image', 'icon', 'rich-text', 'web-view', 'video', 'map', 'camera'],
  ...['block', 'movable-area', 'movable-view', 'page-container', 'root-portal', 'match-media', 'share-element', 'span'],
  ...['open-data', 'official-account', 'audio', 'live-player', 'live-pusher', 'editor', 'picker-view-column', 'ad'],
  ...['functional-page-navigator', 'navigation-bar', 'page-meta', 'keyboard-accessory', 'voip-room', 'snapshot'],
  ...['sticky-header', 'sticky-section', 'list-view', 'grid-view'],
]

/** What WeChat's own style sheet gives the built-in components, as far as a picture or a tap depends on it. */
export const baseStyle = `
:root { --rpx: calc(100vw / 750) }
html, body { height: 100%; margin: 0 }
.wx-page { min-height: 100vh; position: relative }
.wx-nav { position: sticky; top: 0; z-index: 900; height: 44px; font: 600 17px/44px sans-serif; text-align: center; background: #f5f4f1; color: #1f1f1f }
.wx-nav-back { position: absolute; left: 0; width: 44px; font-size: 28px; font-weight: 400 }
.wx-tabbar { position: fixed; bottom: 0; left: 0; right: 0; display: flex; background: #fff }
.wx-tabbar a { flex: 1; text-align: center; line-height: 48px }
wx-view, wx-scroll-view, wx-swiper, wx-swiper-item, wx-form, wx-input, wx-textarea, wx-picker, wx-label,
wx-checkbox-group, wx-radio-group, wx-navigator, wx-progress, wx-rich-text, wx-cover-view, wx-root { display: block }
wx-text { white-space: pre-wrap }
wx-input { height: 1.4em; overflow: hidden }
wx-textarea { width: 300px; height: 150px; overflow: hidden }
wx-textarea:has(> [data-grows]) { height: auto }
wx-input > input, wx-textarea > textarea { all: inherit; box-sizing: border-box; display: block; position: static; width: 100%; height: 100%; margin: 0; padding: 0; border: 0; background: none }
wx-textarea > [data-grows] { height: auto; field-sizing: content; resize: none }
wx-button { display: block; box-sizing: border-box; margin: 0 auto; padding: 0 14px; font-size: 18px; line-height: 2.55555556; text-align: center; border-radius: 5px; background: #f8f8f8; color: #000 }
wx-button[type=primary] { background: #07c160; color: #fff }
wx-button[disabled] { opacity: .5 }
wx-image, wx-canvas { display: inline-block; overflow: hidden }
wx-image { width: 320px; height: 240px; position: relative }
wx-image > img { display: block; width: 100%; height: 100% }
wx-canvas { width: 300px; height: 150px }
wx-canvas > canvas { width: 100%; height: 100% }
wx-scroll-view { overflow: hidden }
wx-scroll-view[scroll-y] { overflow-y: auto }
wx-scroll-view[scroll-x] { overflow-x: auto; white-space: nowrap }
.wx-overlay { position: fixed; inset: 0; z-index: 1000; display: flex; align-items: center; justify-content: center; background: rgba(0, 0, 0, .5); font: 17px/1.5 sans-serif; color: #1f1f1f }
.wx-overlay.wx-through { background: none; pointer-events: none }
.wx-dialog { width: 300px; border-radius: 12px; background: #fff; text-align: center; overflow: hidden }
.wx-dialog-title { padding: 24px 20px 0; font-weight: 600 }
.wx-dialog-content { padding: 16px 20px 24px; white-space: pre-wrap; word-break: break-word }
.wx-dialog-buttons { display: flex; border-top: 1px solid #e5e5e5 }
.wx-dialog-buttons button { flex: 1; border: 0; background: none; font: 600 17px/56px sans-serif; color: #576b95 }
.wx-dialog-list button { display: block; width: 100%; border: 0; border-bottom: 1px solid #e5e5e5; background: none; font: 17px/56px sans-serif }
.wx-toast { padding: 14px 20px; border-radius: 8px; background: #4c4c4c; color: #fff; text-align: center; max-width: 240px }
`
