export default definePageConfig({ navigationBarTitleText: '考核周期' })
