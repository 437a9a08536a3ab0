const { TestEnvironment } = require('jest-environment-node')

/** A mutant is dead at the first test that fails. Jest would go on; here all further tests are skipped. */
module.exports = class FirstFailure extends TestEnvironment {
  hasFailed = false

  handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') this.hasFailed = true
    if (name === 'test_start' && this.hasFailed) test.mode = 'skip'
  }
}
