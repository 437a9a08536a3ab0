import { FormElement } from '@tarojs/runtime'
import type { QuietField } from './capabilities'

/**
 * Taro answers every keystroke by sending the typed text back into the field that it came from. This element remembers
 * the text instead, so that it is right wherever Taro draws the field anew, and sends nothing.
 */
export const quietField: QuietField = field => {
  if (!(field instanceof FormElement)) return
  Object.defineProperty(field, 'value', {
    configurable: true,
    get: () => field.props.value ?? '',
    set: (typed: unknown) => {
      field.props.value = typed
    },
  })
}
