import fc from 'fast-check'
import {
  announcedUntil,
  areAsAnnounced,
  filesIn,
  isSupplied,
  joinManifests,
  type Manifest,
  stillComing,
} from '#shared/materials/manifest'

const file = fc.record({ bytes: fc.integer({ min: 1, max: 9 }), sha256: fc.constantFrom('a', 'b') })
const manifest: fc.Arbitrary<Manifest> = fc.uniqueArray(
  fc.record({ materialId: fc.constantFrom('m1', 'm2', 'm3', 'm4'), files: fc.array(file, { maxLength: 3 }) }),
  { selector: ({ materialId }) => materialId },
)
const ids = (entries: Manifest) => entries.map(({ materialId }) => materialId).sort()

test('joined, every material stands once, as it was announced last', () => {
  fc.assert(
    fc.property(manifest, manifest, (earlier, later) => {
      const joined = joinManifests(earlier, later)
      expect(ids(joined)).toEqual([...new Set([...ids(earlier), ...ids(later)])].sort())
      for (const entry of later) expect(joined).toContainEqual(entry)
    }),
  )
})

test('what has arrived is not coming; nothing else goes', () => {
  fc.assert(
    fc.property(manifest, fc.subarray(['m1', 'm2', 'm3', 'm4']), (announced, arrived) => {
      const materials = Object.fromEntries(arrived.map(id => [id, {}]))
      const left = stillComing(announced, materials)
      expect(ids(left)).toEqual(ids(announced).filter(id => !arrived.includes(id)))
      expect(filesIn(left)).toBeLessThanOrEqual(filesIn(announced))
    }),
  )
})

test('only the very files are as announced', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 3 }), fc.array(file, { maxLength: 3 }), (announced, files) => {
      const same = JSON.stringify(announced) === JSON.stringify(files)
      expect(areAsAnnounced({ materialId: 'm1', files: announced }, files)).toBe(same)
    }),
  )
})

describe('报送后补交', () => {
  const handedIn = (at: number, announced: string[] = []) => ({
    submission: { signature: { at } },
    manifest: announced.map(materialId => ({ materialId, files: [] })),
    selfDueAt: 100,
    selfOpenUntil: 200,
  })
  const cases: [string, ReturnType<typeof handedIn>, number, boolean][] = [
    ['before 报送', handedIn(50), 50, false],
    ['after it, not announced', handedIn(50), 51, true],
    ['announced, at the last moment', handedIn(50, ['m1']), 100, false],
    ['announced, after deadline and grace', handedIn(50, ['m1']), 101, true],
    ['announced with a late sheet', handedIn(150, ['m1']), 200, false],
    ['announced with a late sheet, after it closed', handedIn(150, ['m1']), 201, true],
  ]
  test.each(cases)('%s', (_when, sheet, registeredAt, expected) => {
    expect(isSupplied(sheet, 'm1', { registeredAt })).toBe(expected)
  })

  test('not before 报送, whatever there is', () => {
    expect(isSupplied({ ...handedIn(0), submission: null }, 'm1', { registeredAt: 999 })).toBe(false)
  })

  test('a sheet in time waits until its deadline, a late one until it closes', () => {
    expect([announcedUntil(handedIn(100)), announcedUntil(handedIn(101))]).toEqual([100, 200])
  })
})
