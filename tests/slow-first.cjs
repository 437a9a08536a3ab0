const { default: Sequencer } = require('@jest/test-sequencer')

/** Whole programs in a browser take longest: begun last, one of them would run on alone while the other workers rest. */
const slow = ['/scenarios/', '/browser/', '/weapp/', 'permission-matrix', 'model.test']

module.exports = class SlowFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => (slow.some(part => path.includes(part)) ? 0 : 1)
    return super.sort(tests).sort((a, b) => rank(a) - rank(b))
  }
}
