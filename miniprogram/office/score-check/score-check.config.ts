export default definePageConfig({ navigationBarTitleText: '得分核对' })
