// Taro reads only the settings of the app that it builds as TypeScript; those of the product lie elsewhere.
import 'tsx/cjs'
import product from '../../../../miniprogram/config'

/** The product's own settings, and nothing else: what differs is where the app comes from and goes to. */
export default { ...product, outputRoot: '../../../dist/evaluator-app/weapp' }
