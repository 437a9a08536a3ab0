const { jest } = require('../../package.json')

module.exports = {
  ...jest,
  rootDir: '../..',
  testEnvironment: './tests/mutation/first-failure.cjs',
  testMatch: ['<rootDir>/tests/mutation/every-test.cjs'],
  moduleNameMapper: {
    '^fast-check$': '<rootDir>/tests/mutation/quick-fast-check.cjs',
    '^valibot$': '<rootDir>/tests/mutation/loaded-valibot.cjs',
  },
}
