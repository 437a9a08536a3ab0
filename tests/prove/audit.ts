import { auditIn } from '../browser/audit/audit'
import { lengthen } from '../browser/audit/long-county'
import { startH5 } from '../browser/h5'
import { closeBrowser } from '../support/browser'

/**
 * Every screen in every window, normal and in 大字, with axe. The pictures stay in dist/screenshots/audit.
 * `npm run prove -- audit visit` looks at the screens with that in their name.
 */
export async function prove(): Promise<void> {
  const h5 = await startH5()
  const faults: Record<string, string[]> = {}
  let looks = 0
  const part = process.argv[3] ?? ''
  try {
    const places = await lengthen(h5.county)
    for (const screen of ['narrow', 'phone', 'pc'] as const)
      for (const large of [false, true]) {
        const found = await auditIn(h5, { screen, large }, { places, only: ({ name }) => name.includes(part) })
        looks += found.looks
        Object.assign(faults, found.faults)
        console.log(`${screen}${large ? ' 大字' : ''}: ${found.looks} screens, ${count(found.faults)} faults`)
      }
  } finally {
    await h5.close()
    await closeBrowser()
  }
  for (const [place, list] of Object.entries(faults)) console.error([place, ...list].join('\n  '))
  console.log(
    `audit: ${looks} looks (screens × 3 widths × 2 type sizes), ${count(faults)} faults, ${h5.troubles.length} errors`,
  )
  if (count(faults) > 0 || h5.troubles.length > 0) throw new Error('somebody could not read or touch something')
}

const count = (faults: Record<string, string[]>) => Object.values(faults).reduce((sum, list) => sum + list.length, 0)
