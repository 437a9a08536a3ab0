/** Imports point one way: miniprogram → shared ← cloudfunctions → infrastructure. Each rule says why. */
const everywhere = '^(shared|cloudfunctions|localcloud|miniprogram|rubrics)/'

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one piece of knowledge in two places: give it one owner.',
      severity: 'error',
      from: { path: everywhere },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-is-pure',
      comment:
        'The domain gives the same verdict on a phone, on the server and in a test: no Taro, no SDK, no clock, no I/O.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(cloudfunctions|localcloud|miniprogram|tests|rubrics)/' },
    },
    {
      name: 'shared-knows-few-packages',
      comment: 'What runs in a mini-program has no eval, no DOM and no Node: only libraries that were checked for it.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/(valibot|dayjs|@noble/hashes)/' },
    },
    {
      name: 'screens-know-only-the-contract',
      comment: 'A screen that reaches into the server would show what the server has not allowed.',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^(cloudfunctions|localcloud|rubrics|tests)/' },
    },
    {
      name: 'screens-ship-no-schemas',
      comment:
        'Pages import only types from the contract; a schema imported for its value would ship the validation library to every phone.',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: 'node_modules/valibot/' },
    },
    {
      name: 'server-knows-no-screen',
      comment: 'The functions are deployed alone; nothing of the mini-program is there.',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(miniprogram|localcloud|tests)/' },
    },
    {
      name: 'one-door-to-the-cloud',
      comment:
        'Only infrastructure speaks to CloudBase, so that round trips are counted and identity is read in one place.',
      severity: 'error',
      from: { path: '^(cloudfunctions|shared|miniprogram)/', pathNot: '^cloudfunctions/infrastructure/' },
      to: { path: 'node_modules/@cloudbase/' },
    },
    {
      name: 'queries-live-in-repositories',
      comment: 'A stored shape has one owner: the repository of its collection. Requests ask it, they do not query.',
      severity: 'error',
      from: { path: '^cloudfunctions/(requests|permissions)/' },
      to: { path: '^cloudfunctions/infrastructure/(database|command)' },
    },
    {
      name: 'permissions-decide-alone',
      comment: 'Who may do what is a pure question: the table sees loaded documents, never the cloud.',
      severity: 'error',
      from: { path: '^cloudfunctions/permissions/' },
      to: { path: '^cloudfunctions/(infrastructure|requests)/' },
    },
    {
      name: 'local-cloud-knows-no-product',
      comment: 'It plays CloudBase for whatever is deployed. Only the demo county and its start know what that is.',
      severity: 'error',
      from: { path: '^localcloud/', pathNot: '^localcloud/(demo-county/|start\\.ts|phone-page)' },
      to: { path: '^(shared|cloudfunctions|miniprogram|rubrics)/' },
    },
    {
      name: 'product-knows-no-local-cloud',
      comment: 'No switch, no mock, no demo login: what runs here is what is deployed.',
      severity: 'error',
      from: { path: '^(shared|cloudfunctions|miniprogram|rubrics)/' },
      to: { path: '^localcloud/' },
    },
    {
      name: 'platform-differences-have-one-place',
      comment:
        'A page that asks which platform it is on has to be read twice; the capability has a .weapp.ts and a .h5.ts.',
      severity: 'error',
      from: { path: '^miniprogram/', pathNot: '^miniprogram/platform/' },
      to: { path: '\\.(weapp|h5)\\.tsx?$', pathNot: '^miniprogram/platform/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.h5.ts', '.h5.tsx', '.weapp.ts', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
