export default definePageConfig({ navigationBarTitleText: '录分表' })
