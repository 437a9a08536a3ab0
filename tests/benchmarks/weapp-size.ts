import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Benchmark, kilobytes } from './benchmark'

const dist = 'dist/weapp'

/** Bytes of the built mini-program as WeChat counts them: the main package, and each subpackage. */
const weappSize: Benchmark = {
  name: 'weapp-size',
  needs: ['weapp'],
  measure: async () => {
    const roots = subpackageRoots(readFileSync(join(dist, 'app.json'), 'utf8'))
    const main = sizeOf(dist, path => !roots.some(root => path.startsWith(join(dist, root))))
    return [
      { what: 'main package', measured: kilobytes(main), budget: 600, unit: 'KB', bound: 'most' },
      ...roots.map(root => ({
        what: `subpackage ${root}`,
        measured: kilobytes(sizeOf(join(dist, root), () => true)),
        budget: 400,
        unit: 'KB',
        bound: 'most' as const,
      })),
    ]
  },
}

function subpackageRoots(appJson: string): string[] {
  const app: { subPackages?: { root: string }[]; subpackages?: { root: string }[] } = JSON.parse(appJson)
  return (app.subPackages ?? app.subpackages ?? []).map(subpackage => subpackage.root)
}

function sizeOf(folder: string, counts: (path: string) => boolean): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (!counts(path)) return sum
    return sum + (entry.isDirectory() ? sizeOf(path, counts) : statSync(path).size)
  }, 0)
}

export default weappSize
