import fc from 'fast-check'
import { stripsOf } from '../../../miniprogram/platform/strips'

test('a photograph and a page stay whole', () => {
  expect(stripsOf(3000, 4000)).toEqual([{ top: 0, height: 4000 }])
  expect(stripsOf(4000, 3000)).toEqual([{ top: 0, height: 3000 }])
  expect(stripsOf(1000, 2500)).toEqual([{ top: 0, height: 2500 }])
})

test('a long screenshot becomes strips that a screen shows', () => {
  expect(stripsOf(1000, 2501)).toHaveLength(2)
  expect(stripsOf(1080, 12_000)).toHaveLength(6)
})

test('no line of pixels is lost, and what one strip cuts apart stands whole on the next', () => {
  const longScreenshot = fc.tuple(fc.integer({ min: 20, max: 3000 }), fc.double({ min: 2.51, max: 40, noNaN: true }))
  fc.assert(
    fc.property(longScreenshot, ([width, shape]) => {
      const height = Math.ceil(width * shape)
      const strips = stripsOf(width, height)
      const [first] = strips
      const last = strips.at(-1)
      expect(first?.top).toBe(0)
      expect((last?.top ?? 0) + (last?.height ?? 0)).toBe(height)
      strips.forEach((strip, place) => {
        expect(strip.height).toBeLessThanOrEqual(width * 2 + 1)
        const before = strips[place - 1]
        if (!before) return
        const shared = before.top + before.height - strip.top
        expect(shared).toBeGreaterThanOrEqual(Math.floor(width * 0.12))
        expect(strip.top).toBeGreaterThan(before.top)
      })
    }),
  )
})
