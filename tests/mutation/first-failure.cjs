const { TestEnvironment } = require('jest-environment-node')
const fastCheck = require('fast-check')
const valibot = require('valibot')

// What a run costs decides how often faults are planted at all.
module.exports = class FirstFailure extends TestEnvironment {
  hasFailed = false

  /** Libraries that are not on trial are read once, not anew for every mutant. */
  async setup() {
    await super.setup()
    this.global.libraries = { fastCheck, valibot }
  }

  /** A mutant is dead at the first test that fails. Jest would go on; here all further tests are skipped. */
  handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') this.hasFailed = true
    if (name === 'test_start' && this.hasFailed) test.mode = 'skip'
  }
}
