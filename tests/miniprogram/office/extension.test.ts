import { problem } from '#shared/errors/problems'
import { askedWords, leftForReview, verdictLines } from '../../../miniprogram/office/extension/extension-words'
import { cycle, deadline } from './overview-units'

const units = [
  { unitId: 'a', name: '马店镇' },
  { unitId: 'b', name: '赵岗乡' },
]

test('the days that are left to departments are those behind the day', () => {
  expect(leftForReview('2026-12-20', cycle)).toBe('评分到12月25日，部室还有5天评这几家。')
  expect(leftForReview('2026-12-24', cycle)).toBe('评分到12月25日，部室还有1天评这几家。')
})

test('before it is done everybody whom it concerns is named', () => {
  expect(askedWords(units, '2026-12-20')).toEqual({
    title: '给2家展期到12月20日？',
    content: '马店镇、赵岗乡。单位会收到通知。',
  })
  expect(askedWords(units, null)).toEqual({
    title: '收回2家的展期？',
    content: '马店镇、赵岗乡：还是按全县的截止时间报送。单位会收到通知。',
  })
})

test('afterwards every unit has its own word', () => {
  const refused = { kind: 'refused' as const, unitId: 'b', problem: problem('extension.not-needed') }
  const granted = { kind: 'extended' as const, unitId: 'a', selfDueAt: deadline }
  expect(verdictLines([granted, refused], units)).toEqual({
    done: '1家报送截止是12月15日：马店镇',
    refused: ['赵岗乡：已经报送，不用展期，报送的都在。请刷新后看最新情况。'],
  })
  expect(verdictLines([refused], units).done).toBeNull()
  expect(verdictLines([granted, { ...granted, kind: 'unchanged', unitId: 'b' }], units).done).toBe(
    '2家报送截止是12月15日：马店镇、赵岗乡',
  )
})
