import { answerable, type Options } from './api'

/** Dialogs are drawn, so that a test taps what a person would tap and pictures show them. */
function overlay(className: string, through = false): HTMLElement {
  const cover = document.createElement('div')
  cover.className = through ? 'wx-overlay wx-through' : 'wx-overlay'
  const box = cover.appendChild(document.createElement('div'))
  box.className = className
  document.body.append(cover)
  return box
}

function part(parent: HTMLElement, className: string, content: unknown): void {
  if (!content) return
  const element = parent.appendChild(document.createElement('div'))
  element.className = className
  element.textContent = String(content)
}

/** Draws buttons and answers the index of the one that is tapped. */
function choose(box: HTMLElement, className: string, labels: readonly string[]): Promise<number> {
  const row = box.appendChild(document.createElement('div'))
  row.className = className
  return new Promise(resolve => {
    for (const [index, label] of labels.entries()) {
      const button = row.appendChild(document.createElement('button'))
      button.textContent = label
      // The click that follows the tap by which the dialog came up must not choose what lies under the finger.
      let isPressed = false
      button.addEventListener('pointerdown', () => {
        isPressed = true
      })
      button.addEventListener('click', () => {
        if (!isPressed) return
        box.parentElement?.remove()
        resolve(index)
      })
    }
  })
}

async function showModal(options: Options): Promise<object> {
  const { title, content, editable, placeholderText, showCancel = true } = options
  const { cancelText = '取消', confirmText = '确定' } = options
  const box = overlay('wx-dialog')
  part(box, 'wx-dialog-title', title)
  if (!editable) part(box, 'wx-dialog-content', content)
  const field = editable ? box.appendChild(document.createElement('input')) : undefined
  if (field) Object.assign(field, { value: content ?? '', placeholder: placeholderText ?? '' })
  const labels = showCancel ? [String(cancelText), String(confirmText)] : [String(confirmText)]
  const confirm = (await choose(box, 'wx-dialog-buttons', labels)) === labels.length - 1
  return { confirm, cancel: !confirm, content: confirm && field ? field.value : null }
}

async function showActionSheet({ itemList, alertText }: Options): Promise<object> {
  const items = Array.isArray(itemList) ? itemList.map(String) : []
  const box = overlay('wx-dialog')
  if (alertText) part(box, 'wx-dialog-content', String(alertText))
  const index = await choose(box, 'wx-dialog-list', [...items, '取消'])
  if (index === items.length) throw new Error('cancel')
  return { tapIndex: index }
}

/** A dialog of WeChat's own with two buttons; true where the person taps the first. */
export async function ask(title: string, content: string, yes: string, no: string): Promise<boolean> {
  const box = overlay('wx-dialog')
  part(box, 'wx-dialog-title', title)
  part(box, 'wx-dialog-content', content)
  return (await choose(box, 'wx-dialog-buttons', [yes, no])) === 0
}

let toast: HTMLElement | undefined

function hideToast(): void {
  toast?.parentElement?.remove()
  toast = undefined
}

function showToast({ title, mask }: Options, lasts?: number): void {
  hideToast()
  const shown = overlay('wx-toast', !mask)
  shown.textContent = String(title ?? '')
  toast = shown
  if (lasts !== undefined) setTimeout(() => toast === shown && hideToast(), lasts)
}

export const dialogsApi = {
  showModal: answerable('showModal', showModal),
  showActionSheet: answerable('showActionSheet', showActionSheet),
  showToast: answerable('showToast', options => showToast(options, Number(options.duration ?? 1500))),
  showLoading: answerable('showLoading', options => showToast(options)),
  hideToast: answerable('hideToast', hideToast),
  hideLoading: answerable('hideLoading', hideToast),
}
