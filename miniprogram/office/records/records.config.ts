export default definePageConfig({ navigationBarTitleText: '县总记录' })
