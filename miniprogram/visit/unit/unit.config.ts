export default definePageConfig({ navigationBarTitleText: '实地考核' })
