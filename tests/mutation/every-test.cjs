const { readdirSync } = require('node:fs')
const { join, resolve } = require('node:path')

// The tests that ask what `shared/rules` and `shared/scoring` say, as one file: Jest loads every module anew for each of
// its files, which would be most of the time that a mutant takes. What is slow comes last.

const tests = resolve(__dirname, '..')
const rules = readdirSync(join(tests, 'rules')).filter(
  name => name.endsWith('.test.ts') && name !== 'both-bundles.test.ts',
)
const files = [
  ...rules.map(name => `rules/${name}`),
  ...['check-scores', 'phrases', 'points', 'tally'].map(name => `shared/${name}.test.ts`),
]
const isSlow = name => Number(/property|tally|shipped|decided|wordings/.test(name))

for (const file of files.sort((a, b) => isSlow(a) - isSlow(b))) require(join(tests, file))
