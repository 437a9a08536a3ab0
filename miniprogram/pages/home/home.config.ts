export default definePageConfig({ navigationBarTitleText: '工会目标考核' })
