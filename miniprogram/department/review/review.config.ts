export default definePageConfig({ navigationBarTitleText: '部室评分' })
