import fc from 'fast-check'
import { stripsOf } from '../../../miniprogram/platform/strips'

test('a photograph and a page stay whole', () => {
  for (const [width, height] of [
    [3000, 4000],
    [4000, 3000],
    [1000, 2500],
  ] as const)
    expect(stripsOf({ width, height }, 2400)).toEqual([{ top: 0, height }])
})

test('a long screenshot becomes strips that a screen shows', () => {
  expect(stripsOf({ width: 1000, height: 2501 }, 2400)).toHaveLength(2)
  expect(stripsOf({ width: 1080, height: 12_000 }, 2400)).toHaveLength(6)
})

test('no line of pixels is lost, and what one strip cuts apart stands whole on the next', () => {
  const longScreenshot = fc.tuple(fc.integer({ min: 20, max: 3000 }), fc.double({ min: 2.51, max: 40, noNaN: true }))
  fc.assert(
    fc.property(longScreenshot, ([width, shape]) => {
      const height = Math.ceil(width * shape)
      const strips = stripsOf({ width, height }, 2400)
      const [first] = strips
      const last = strips.at(-1)
      expect(first?.top).toBe(0)
      expect((last?.top ?? 0) + (last?.height ?? 0)).toBe(height)
      strips.forEach((strip, place) => {
        expect(strip.height).toBeLessThanOrEqual(Math.min(width * 2 + 1, Math.max(width, 2400)))
        const before = strips[place - 1]
        if (!before) return
        const shared = before.top + before.height - strip.top
        expect(shared).toBeGreaterThanOrEqual(Math.floor(width * 0.12))
        expect(strip.top).toBeGreaterThan(before.top)
      })
    }),
  )
})
