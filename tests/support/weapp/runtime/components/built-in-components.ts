import { pictureAddress } from '../remote-phone'
import { touchedAgreement } from '../wx/privacy'
import { choice } from './choices'
import { asText, type BuiltIn, builtIn, builtInOf, type Definition, reflect } from './component'
import { textField } from './text-fields'

const pictures = new WeakMap<BuiltIn, HTMLImageElement>()
/** How `mode` of an image fills its box, in the browser's words. */
const FIT: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', center: 'none' }

const image = builtIn({
  properties: ['src', 'mode', 'lazyLoad'],
  attached(component, host) {
    const picture = document.createElement('img')
    host.appendChild(picture)
    pictures.set(component, picture)
    picture.addEventListener('load', () => {
      component.triggerEvent('load', { width: picture.naturalWidth, height: picture.naturalHeight })
    })
    picture.addEventListener('error', () => {
      component.triggerEvent('error', { errMsg: `GET ${asText(component.data.src)} fail` })
    })
  },
  changed(component, name, value, host) {
    const picture = pictures.get(component)
    if (!picture) return
    if (name === 'src' && value) picture.src = pictureAddress(asText(value))
    else if (name === 'src') picture.removeAttribute('src')
    else if (name === 'mode') {
      picture.style.objectFit = FIT[asText(value)] ?? 'fill'
      if (value === 'widthFix') Object.assign(host.style, { height: 'auto' })
    }
  },
})

const button = builtIn({
  properties: ['type', 'disabled', 'size', 'loading', 'openType', 'formType'],
  changed: reflect,
  attached(component, host) {
    host.addEventListener('click', () => {
      const { disabled, formType, openType } = component.data
      if (disabled) return
      const form = host.closest('wx-form')
      if (formType && form) builtInOf(form)?.triggerEvent(asText(formType), { value: formValues(form), target: {} })
      if (openType === 'agreePrivacyAuthorization') touchedAgreement(host.id)
      if (openType) component.triggerEvent(asText(openType).toLowerCase(), { errMsg: 'ok' })
    })
  },
})

const canvas = builtIn({
  properties: ['type', 'canvasId'],
  attached(_, host) {
    host.appendChild(document.createElement('canvas'))
  },
})

const slider = withInput('range', ['name', 'value', 'min', 'max', 'step', 'disabled'])

/** No panel is drawn for a picker; the test chooses with `pick`. */
const picker = builtIn({ properties: ['range', 'rangeKey', 'value', 'mode', 'disabled', 'start', 'end', 'fields'] })

/** Definitions by tag, for the components that are more than an element. */
export const builtInComponents: Record<string, Definition> = {
  input: textField('input'),
  textarea: textField('textarea'),
  switch: choice('switch'),
  checkbox: choice('checkbox'),
  radio: choice('radio'),
  image,
  button,
  canvas,
  slider,
  picker,
  progress: builtIn({ properties: ['percent'], changed: reflect }),
  'scroll-view': builtIn({ properties: ['scrollX', 'scrollY', 'scrollTop', 'scrollIntoView'], changed: scroll }),
  navigator: builtIn({ properties: ['url', 'openType'] }),
}
for (const tag of ['swiper', 'swiper-item', 'form', 'label', 'checkbox-group', 'radio-group', 'picker-view']) {
  builtInComponents[tag] = builtIn({ properties: [] })
}

function scroll(component: BuiltIn, name: string, value: unknown, host: HTMLElement): void {
  if (name === 'scrollTop' && typeof value === 'number') host.scrollTop = value
  else if (name === 'scrollIntoView' && value) document.getElementById(asText(value))?.scrollIntoView()
  else reflect(component, name, value, host)
}

function withInput(type: string, properties: string[]): Definition {
  const inputs = new WeakMap<BuiltIn, HTMLInputElement>()
  return builtIn({
    properties,
    attached(component, host) {
      const input = document.createElement('input')
      input.type = type
      host.appendChild(input)
      inputs.set(component, input)
      input.addEventListener('change', event => {
        event.stopPropagation()
        component.triggerEvent('change', { value: Number(input.value) })
      })
    },
    changed(component, name, value) {
      const input = inputs.get(component)
      if (input && value !== null) Object.assign(input, { [name]: value })
    },
  })
}

/** What a form gives on submit: the value of every named field in it. */
function formValues(form: Element): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const host of form.querySelectorAll('wx-input, wx-textarea, wx-switch, wx-slider')) {
    const field = host.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
    const name = asText(builtInOf(host)?.data.name)
    if (!field || !name) continue
    values[name] = field instanceof HTMLInputElement && field.type === 'checkbox' ? field.checked : field.value
  }
  return values
}
