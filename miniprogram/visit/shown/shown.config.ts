export default definePageConfig({ navigationBarTitleText: '给对方看' })
