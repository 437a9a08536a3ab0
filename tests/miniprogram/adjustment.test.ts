import { frameOf, trimmed, turned, untouched } from '../../miniprogram/unit/adjust/adjustment'

test('four turns one way, or one each way, are none', () => {
  const cropped = trimmed(trimmed(untouched, 'left'), 'top')
  const around = [1, 2, 3, 4].reduce(turning => turned(turning, 'right'), cropped)
  expect(around).toEqual(cropped)
  expect(turned(turned(cropped, 'left'), 'right')).toEqual(cropped)
})

test('what was taken away stays away when the picture is turned', () => {
  expect(turned(trimmed(untouched, 'left'), 'right').trim).toMatchObject({ top: 0.04, left: 0 })
  expect(turned(trimmed(untouched, 'left'), 'left').trim).toMatchObject({ bottom: 0.04, left: 0 })
})

test('a page cannot be cropped away', () => {
  let page = untouched
  for (let press = 0; press < 50; press += 1) page = trimmed(trimmed(page, 'left'), 'right')
  expect(page.trim.left + page.trim.right).toBeLessThanOrEqual(0.8)
})

test('the frame lies around what stays', () => {
  const lying = { width: 400, height: 300 }
  expect(frameOf(untouched, lying)).toEqual({ left: 0, top: 12.5, width: 100, height: 75 })
  expect(frameOf(turned(untouched, 'right'), lying)).toEqual({ left: 12.5, top: 0, width: 75, height: 100 })
  expect(frameOf(trimmed(untouched, 'top'), lying)).toMatchObject({ top: 12.5 + 75 * 0.04, height: 75 * 0.96 })
})
