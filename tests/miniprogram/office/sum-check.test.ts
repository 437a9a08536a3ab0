import fc from 'fast-check'
import { shippedRubrics } from '#rubrics/shipped-rubrics'
import { type FormSource, formTable } from '#shared/results/form-table'
import { itemsOf } from '#shared/rubric/rubric'
import type { NotApplicableRule } from '#shared/scoring/tally'
import { checkSum } from '../../../miniprogram/office/printing/sum-check'
import { anySheet } from '../../support/arbitraries'
import { sampleForm } from '../../support/sample-sheet'

const [township] = shippedRubrics
if (!township) throw new Error('annex 1 is missing')
const form = sampleForm(township, 'self-and-score')

describe('adding up a printed column', () => {
  test('of a whole form agrees with its total', () => {
    expect(checkSum(form, 'score', township, 'full')).toEqual({ verdict: 'equal', text: '25项相加，与合计一致' })
    expect(checkSum(form, 'self', township, 'full').verdict).toBe('equal')
  })

  test('notices a total that is not theirs', () => {
    const { verdict, text } = checkSum({ ...form, scoreTotal: '99' }, 'score', township, 'full')
    expect(verdict).toBe('differs')
    expect(text).toContain('合计写的是 99，没对上')
  })

  test('says how many rows are empty', () => {
    expect(checkSum(sampleForm(township, 'self'), 'score', township, 'full')).toEqual({
      verdict: 'blank',
      text: '还有25项没有定分',
    })
  })

  test('agrees for every sheet that is filled, under every rule of 不涉及', () => {
    fc.assert(
      fc.property(
        anySheet,
        fc.constantFrom<NotApplicableRule>('full', 'zero', 'rescale'),
        ({ rubric, items }, notApplicable) => {
          const source = { rubric, items, unitName: '', year: '', landings: [], notApplicable } satisfies FormSource
          const table = formTable(source, 'self-and-score')
          const filled = itemsOf(rubric).length > 0 && table.complete
          expect(checkSum(table, 'score', rubric, notApplicable).verdict).toBe(filled ? 'equal' : 'blank')
        },
      ),
    )
  })
})
