import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

type Settings = Exclude<Awaited<UserConfigExport>, (...given: never[]) => unknown>
type MiniSettings = NonNullable<Settings['mini']>
type Chain = Parameters<NonNullable<MiniSettings['webpackChain']>>[0]

const repository = path.resolve(__dirname, '../..')

/** Folders outside `miniprogram/` whose TypeScript and JSON go through the same loaders: the pure domain and the rubrics. */
const sharedSources = [path.join(repository, 'shared'), path.join(repository, 'rubrics')]

/**
 * One pixel written is one CSS pixel on every screen. Taro's default turns 17px into 17rpx (8.5 px on a small phone) and
 * doubles the root size of H5 on a PC; the project's sizes are tokens in px, so nothing may rewrite them.
 */
const pixelsAsWritten: MiniSettings['postcss'] = {
  // @ts-expect-error: Taro takes 'px', its type does not list it.
  pxtransform: { enable: true, config: { targetUnit: 'px' } },
}

/** What a cached build depends on besides the sources that webpack itself follows. */
const buildSettings = ['package.json', 'package-lock.json', 'miniprogram/babel.config.js', 'miniprogram/app.config.ts']

/** Taro's own cache settings name `src/app.config`, which does not exist here, so that nothing would ever be cached. */
function cachedInRepository(chain: Chain) {
  chain.cache({
    type: 'filesystem',
    cacheDirectory: path.join(repository, '.cache/taro'),
    name: 'h5',
    buildDependencies: { settings: [__filename, ...buildSettings.map(file => path.join(repository, file))] },
  })
  withoutHints(chain)
}

/**
 * A WeChat build is never taken from the cache: what Taro copies into a subpackage's `sub-common` has the same hash
 * whatever it holds, so that a cached build shows yesterday's component there.
 */
function neverCached(chain: Chain) {
  chain.cache(false)
  withoutHints(chain)
}

/** Sizes are held by the project's own budgets, measured as they go over the wire. */
function withoutHints(chain: Chain) {
  chain.performance.hints(false)
}

export default defineConfig<'webpack5'>({
  projectName: 'union-assessment',
  date: '2026-11-1',
  // 375 because NutUI's own files are drawn at that width. Its components are imported one by one, each with its style:
  //   import Popup from '@nutui/nutui-react-taro/dist/es/packages/popup'
  //   import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css'
  // Measured: Popup adds 45 KB to the WeChat package and 14 KB gzip to the web's; the package's root would add all of it.
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: '.',
  outputRoot: `../dist/${process.env.TARO_ENV ?? 'weapp'}`,
  framework: 'react',
  // Prebundling writes next to the sources and gains nothing in production builds.
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  enableSourceMap: false,
  logger: { quiet: true, stats: false },
  mini: {
    compile: { include: sharedSources },
    // Modules that only one subpackage uses go into that subpackage; the main package is what a phone loads first.
    optimizeMainPackage: { enable: true },
    postcss: pixelsAsWritten,
    webpackChain: neverCached,
    // A component's style speaks only of its own classes, so the order of the files does not matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    // Relative, so that the files work at `/` of the county's domain and under any other path.
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: sharedSources },
    postcss: pixelsAsWritten,
    webpackChain: cachedInRepository,
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
  },
})
