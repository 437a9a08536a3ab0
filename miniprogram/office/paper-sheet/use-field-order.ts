import { useCallback, useEffect, useState } from 'react'
import type { ItemId } from '#shared/rubric/rubric'
import { fieldKeys } from '../../platform/field-keys'
import { nextCell } from './cells'

export interface FieldOrder {
  /** The field that has the cursor; null while none has. */
  focus: string | null
  /** The person put the cursor there. */
  entered(field: string): void
  /** Puts the cursor there. */
  enter(field: string): void
  /** 下一项: goes on from this field, and stays at the last. */
  next(field: string): void
  leave(): void
}

/** The cursor's way through the fields of `items`, by Enter and arrows or by 下一项 of a phone's keyboard. */
export function useFieldOrder(items: readonly ItemId[]): FieldOrder {
  const [focus, setFocus] = useState<string | null>(null)
  const order = items.join(' ')
  const go = useCallback(
    (field: string, key: string, shift: boolean) => {
      const next = nextCell(field, key, shift, order.split(' '))
      if (next === null) return false
      setFocus(next)
      fieldKeys.enter(next)
      return true
    },
    [order],
  )
  useEffect(() => fieldKeys.watch(({ key, shift, field }) => go(field, key, shift)), [go])
  return {
    focus,
    entered: setFocus,
    enter(field) {
      setFocus(field)
      fieldKeys.enter(field)
    },
    next: field => void go(field, 'Enter', false),
    leave: () => setFocus(null),
  }
}
