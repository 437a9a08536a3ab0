import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const named = (file: string) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /`((?:shared|cloudfunctions|localcloud|miniprogram|rubrics|tests)\/[^`\s*…]*)`/g,
    ),
  ].map(match => match[1] ?? '')

describe.each(['README.md', 'ARCHITECTURE.md'])('%s', file => {
  const paths = [...new Set(named(file))]

  test('names files of this project', () => expect(paths.length).toBeGreaterThan(5))

  test.each(paths)('names %s, which exists', path => expect(existsSync(path.replace(/\/$/, ''))).toBe(true))
})

describe('the shape of the code', () => {
  const sources = ['shared', 'cloudfunctions', 'localcloud', 'miniprogram', 'tests']
    .flatMap(filesUnder)
    .filter(path => /\.tsx?$/.test(path))
  const lines = (path: string) => readFileSync(path, 'utf8').split('\n').length

  test('no file is so long that it must know two things', () => {
    const long = sources.filter(path => lines(path) > 250).map(path => `${path}: ${lines(path)}`)
    expect(long).toEqual([])
  })

  test('no page is longer than a screen author can hold in mind', () => {
    const pages = sources.filter(path =>
      /^miniprogram\/(pages|unit|waiting|notices|department|office|visit)\/.*\.tsx$/.test(path),
    )
    expect(pages.filter(path => lines(path) > 160).map(path => `${path}: ${lines(path)}`)).toEqual([])
  })

  test('no name says nothing: manager, utils, common, helper, indicator, metric', () => {
    const vague = /(^|[-/])(managers?|utils?|commons?|helpers?|indicators?|metrics?|infos?)([-./]|$)/
    expect(sources.filter(path => vague.test(path))).toEqual([])
  })

  test('nothing committed names the place it was made in', () => {
    // The words are put together here so that this file does not name them either.
    const traces = [
      ['', 'work', 'main'].join('/'),
      ['', 'work', 'shared'].join('/'),
      ['registry', 'npmjs', 'org'].join('.'),
    ]
    const texts = [
      ...sources,
      'README.md',
      'ARCHITECTURE.md',
      'CHANGELOG.md',
      'package.json',
      'package-lock.json',
      '.npmrc',
    ]
    const found = texts.filter(path => traces.some(trace => readFileSync(path, 'utf8').includes(trace)))
    expect(found).toEqual([])
  })
})

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })
}
