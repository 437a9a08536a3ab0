import type { ItemId } from '#shared/rubric/rubric'
import type { SheetFilter } from './sheet-rows'

// Where the pages of a unit are. Ids hold only letters, digits, `-`, `_` and `@`, so nothing needs escaping.

export const sheetAddress = (filter: SheetFilter = 'all') => `/unit/sheet/sheet?show=${filter}`

export const itemAddress = (itemId: ItemId) => `/unit/item/item?item=${itemId}`

/** With an item: pages are chosen for it. */
export const folderAddress = (itemId?: ItemId) => `/unit/folder/folder${itemId ? `?item=${itemId}` : ''}`

export const adjustAddress = (materialId: string) => `/unit/adjust/adjust?material=${materialId}`

export const submitAddress = () => '/unit/submit/submit'

export const scoreCheckAddress = () => '/unit/score-check/score-check'

export const formAddress = (kind: 'self' | 'materials' = 'self') => `/unit/form/form?kind=${kind}`

export const fillersAddress = () => '/unit/fillers/fillers'
