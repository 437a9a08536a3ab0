export default defineAppConfig({ pages: ['page/page'], style: 'v2', lazyCodeLoading: 'requiredComponents' })
