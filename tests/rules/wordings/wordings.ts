import { annexWordings } from './annex-wordings'
import { cycleWordings } from './cycle-wordings'
import { partWordings } from './part-wordings'
import { rateWordings } from './rate-wordings'

/** The wordings of other counties, at all levels. */
export const wordings = [...rateWordings, ...partWordings, ...annexWordings, ...cycleWordings]
