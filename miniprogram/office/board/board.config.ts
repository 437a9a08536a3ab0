export default definePageConfig({ navigationBarTitleText: '今日情况' })
