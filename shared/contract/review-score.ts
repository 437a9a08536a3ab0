import * as v from 'valibot'
import { integer, optionalText, score } from './fields'

/** What a reviewer says of one item; unfinished is fine, what a 定分 needs is said by `check-decision`. */
export const reviewScore = {
  score,
  notApplicableAgreed: v.boolean('不涉及'),
  reasons: v.pipe(
    v.array(
      v.strictObject({
        phrase: optionalText('扣分说明', 100),
        points: v.pipe(integer('扣分'), v.minValue(1, '扣分')),
      }),
      '扣分说明',
    ),
    v.maxLength(20, '扣分说明'),
  ),
  departure: v.optional(optionalText('与县总记录不同的说明', 200)),
  seen: v.pipe(
    v.array(v.picklist(['phone-materials', 'originals', 'county-records', 'own-knowledge'], '看了什么'), '看了什么'),
    v.maxLength(4, '看了什么'),
  ),
  comment: optionalText('评语', 500),
}
