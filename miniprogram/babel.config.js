const { browserslist } = require('../package.json')

module.exports = {
  // Taro looks for a browserslist only in its own working folder and falls back to iOS 9 (a tenth more code): named here.
  presets: [
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false, targets: { browsers: browserslist } }],
  ],
}
