import fc from 'fast-check'
import { parsePoints, printPoints, roundHalfUp } from '#shared/scoring/points'

/** Every number of hundredths that can be written with four digits before the stop. */
const anyPoints = fc.integer({ min: -999_999, max: 999_999 })

const toFullWidth = (text: string) =>
  text.replace(/[\d.]/g, sign => (sign === '.' ? '．' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0)))

describe('printing points', () => {
  test.each([
    [0, '0'],
    [5, '0.05'],
    [50, '0.5'],
    [450, '4.5'],
    [500, '5'],
    [10000, '100'],
    [-50, '−0.5'],
  ])('%i hundredths print as %s', (points, printed) => {
    expect(printPoints(points)).toBe(printed)
  })

  test('no trailing zeros, no bare stop, no second sign', () => {
    fc.assert(fc.property(anyPoints, points => expect(printPoints(points)).toMatch(/^−?(0|[1-9]\d*)(\.\d?[1-9])?$/)))
  })
})

describe('reading points', () => {
  test('what was printed is read back exactly', () => {
    fc.assert(fc.property(anyPoints, points => expect(parsePoints(printPoints(points))).toBe(points)))
  })

  test('a keyboard in full-width mode and blanks around make no difference', () => {
    fc.assert(
      fc.property(anyPoints, fc.constantFrom('', ' ', '　', '\t'), (points, blank) => {
        expect(parsePoints(`${blank}${toFullWidth(printPoints(points))}${blank}`)).toBe(points)
      }),
    )
  })

  test.each([
    ['4.5', 450],
    ['4.50', 450],
    ['4.', 400],
    ['４。５', 450],
    ['-0.5', -50],
    ['−0.5', -50],
    ['-0', 0],
    ['007', 700],
  ])('%s is read as %i hundredths', (text, points) => {
    expect(parsePoints(text)).toBe(points)
  })

  test.each([
    '',
    ' ',
    '五分',
    '5分',
    '1e3',
    '4.555',
    '.5',
    '--1',
    '+5',
    '1,000',
    '10000',
    '4.5.1',
    '4 5',
    'NaN',
    'Infinity',
    '0x10',
    '½',
  ])('「%s」 is refused, not guessed', text => {
    expect(parsePoints(text)).toBeNull()
  })

  test('whatever is typed, the answer is null or whole hundredths that print and read alike', () => {
    const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.．。－−-５分e ') }))
    fc.assert(
      fc.property(typed, text => {
        const points = parsePoints(text)
        if (points === null) return
        expect(Number.isSafeInteger(points)).toBe(true)
        expect(parsePoints(printPoints(points))).toBe(points)
      }),
    )
  })

  test('one decimal too many is refused whatever the number', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.integer({ min: 0, max: 999 }), (whole, decimals) => {
        expect(parsePoints(`${whole}.${String(decimals).padStart(3, '0')}`)).toBeNull()
      }),
    )
  })
})

describe('rounding', () => {
  test.each([
    [0.5, 1],
    [449.5, 450],
    [449.49, 449],
    [-0.5, 0],
    [450, 450],
  ])('%d hundredths round to %i', (exact, rounded) => {
    expect(roundHalfUp(exact) + 0).toBe(rounded)
  })

  test('moves a number by half a hundredth at most', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), exact => {
        const rounded = roundHalfUp(exact)
        expect(Number.isInteger(rounded)).toBe(true)
        expect(Math.abs(rounded - exact)).toBeLessThanOrEqual(0.5)
      }),
    )
  })
})
